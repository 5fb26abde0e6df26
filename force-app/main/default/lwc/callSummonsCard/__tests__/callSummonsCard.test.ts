import CallSummonsCard from 'c/callSummonsCard';
import { answerRequests } from 'c/softphoneBus';
import { aCall, anIntervention } from 'test/builders';
import { click, find, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const SUMMONS = {
  alertId: 's1',
  label: 'Lawyer',
  family: 'legal_or_regulator',
  at: '2026-11-20T10:00:30.000Z',
  status: 'open' as const,
  isForYou: true,
};
const ANSWER = 'POST /api/calls/call-1/summonses/s1/answer';
let server: FakeServer;
let stop: () => void;
beforeEach(() => {
  server = new FakeServer();
  stop = answerRequests(() => undefined);
});
afterEach(() => stop());
const shown = () =>
  show('c-call-summons-card', CallSummonsCard, { call: aCall({ summonses: [SUMMONS] }) });

describe('an alert of compliance that somebody is called to', () => {
  it('says whose call it is and what it is about', async () => {
    const element = await shown();
    expect(textOf(element)).toContain('Ravi Patel');
    expect(textOf(element)).toContain('Marcus Hale · Brightwater Foods');
    await expect(element).toBeAccessible();
  });

  it('is taken without joining', async () => {
    server.on(ANSWER, {});
    await click(await shown(), '[data-action=take-summons]');
    await settled();
    expect(server.asked.map(({ path }) => path)).toEqual(['/api/calls/call-1/summonses/s1/answer']);
  });

  it('is joined by one click, which also takes it', async () => {
    server
      .on(ANSWER, {})
      .on(
        'POST /api/calls/call-1/interventions',
        { intervention: anIntervention(), connect: { params: {} } },
        201,
      );
    await click(await shown(), '[data-action=join-summons]');
    await settled();
    expect(server.asked.map(({ path }) => path)).toEqual([
      '/api/calls/call-1/summonses/s1/answer',
      '/api/calls/call-1/interventions',
    ]);
  });

  it('waits for its answer, takes no second click, and can be taken again after a failure', async () => {
    server.refuses(ANSWER, 503, { code: 'crm_unavailable', message: 'Away.' });
    const answer = server.holds(ANSWER);
    const element = await shown();
    const take = find<HTMLButtonElement>(element, '[data-action=take-summons]');
    await click(element, '[data-action=take-summons]');
    await click(element, '[data-action=take-summons]');
    await click(element, '[data-action=join-summons]');
    expect(textOf(element)).toContain('[Saving…]');
    expect(take.disabled).toBe(true);
    await expect(element).toBeAccessible();
    answer();
    await settled();
    expect(server.asked).toHaveLength(1);
    expect(textOf(element)).toContain('Away.');
    expect(textOf(element)).not.toContain('Saving…');
    expect(take.disabled).toBe(false);
  });

  it('says who was first', async () => {
    server.refuses(ANSWER, 409, {
      code: 'call_claimed',
      message: 'Dana Whitfield is looking after this call.',
    });
    const element = await shown();
    await click(element, '[data-action=take-summons]');
    await settled();
    expect(find(element, 'c-ui-problem-message')).toBeTruthy();
  });
});
