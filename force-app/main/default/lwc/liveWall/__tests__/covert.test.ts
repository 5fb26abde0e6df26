import LiveWall from 'c/liveWall';
import { answerRequests } from 'c/softphoneBus';
import { aCall, anIntervention, WORDS } from 'test/builders';
import { click, find, findAll, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);
jest.mock(
  '@salesforce/customPermission/Dealside_Monitor',
  () => ({ __esModule: true, default: true }),
  { virtual: true },
);

const RULE = {
  words: 'Investigators can monitor all calls. Purpose: Case 42.',
  purpose: 'Case 42',
  owner: 'Head of Compliance',
  endsOn: '2026-12-31',
  isOver: false,
};
const usual = aCall({ callId: 'a' });
const CALL = aCall({
  callId: 'a',
  you: {
    ...usual.you,
    modes: usual.you.modes.map((mode) => ({ ...mode, allowed: false })),
    covert: { allowed: true, ...RULE },
  },
});
const JOIN = '/api/calls/a/interventions';

async function shown(server: FakeServer): Promise<HTMLElement> {
  const wall = await show('c-live-wall', LiveWall, {});
  await server.snapshot({ calls: [CALL], monitors: { reach: 'none', covert: [RULE] } });
  return wall;
}

describe('the live wall of an investigator', () => {
  it('says by which rule they monitor, above the calls', async () => {
    const server = new FakeServer().on('GET /api/vocabulary', WORDS);
    const wall = await shown(server);
    expect(textOf(wall)).toContain('Investigators can monitor all calls. Purpose: Case 42.');
    await expect(wall).toBeAccessible();
  });

  it('asks before it monitors covertly, and says for what, on whose behalf, until when (G1)', async () => {
    const server = new FakeServer().on('GET /api/vocabulary', WORDS).on(
      `POST ${JOIN}`,
      {
        intervention: anIntervention(undefined, { callId: 'a', isCovert: true }),
        connect: { params: {} },
      },
      201,
    );
    const remove = answerRequests(() => undefined);
    const wall = await shown(server);
    await click(wall, '[data-action=join]');
    for (const fact of ['Monitor Ravi Patel covertly?', 'Case 42', 'Head of Compliance', 'Dec 31'])
      expect(textOf(find(wall, 'c-call-covert'))).toContain(fact);
    expect(server.posted(JOIN)).toEqual([]);
    await expect(wall).toBeAccessible();
    await click(wall, '[data-action=covert-confirm]');
    await settled();
    expect(server.posted(JOIN)).toEqual([expect.objectContaining({ covert: true })]);
    remove();
  });

  it('sends nothing when they decide against it', async () => {
    const server = new FakeServer().on('GET /api/vocabulary', WORDS);
    const wall = await shown(server);
    await click(wall, '[data-action=join]');
    await click(wall, '[data-action=covert-cancel]');
    expect(findAll(wall, 'c-call-covert')).toHaveLength(0);
    expect(server.posted(JOIN)).toEqual([]);
  });
});
