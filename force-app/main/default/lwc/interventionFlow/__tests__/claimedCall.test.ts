import InterventionFlow, { type FlowEnd } from 'c/interventionFlow';
import { answerRequests } from 'c/softphoneBus';
import { aCall, anIntervention } from 'test/builders';
import { click, show, textOf } from 'test/dom';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

type Flow = HTMLElement & Pick<InterventionFlow, 'join'>;

const JOIN = '/api/calls/call-1/interventions';

let server: FakeServer;
let stop: () => void;
beforeEach(() => {
  server = new FakeServer();
  stop = answerRequests(() => undefined);
});
afterEach(() => {
  stop();
  // Clears what the page knew of calls.
  window.dispatchEvent(new Event('pagehide'));
});

const shown = async (): Promise<Flow> =>
  (await show('c-intervention-flow', InterventionFlow, { call: aCall() })) as unknown as Flow;
/** Starts the flow. The result has its end once it has ended. */
async function begun(flow: Promise<FlowEnd>): Promise<{ end?: FlowEnd }> {
  const seen: { end?: FlowEnd } = {};
  void flow.then((end) => (seen.end = end));
  await settled();
  return seen;
}

describe('a supervisor who joins a call that another one has claimed', () => {
  const claimed = { code: 'call_claimed', message: 'Dana is looking after this call.' };

  it('is asked first, and joins only once they say so', async () => {
    server.refuses(`POST ${JOIN}`, 409, claimed);
    const flow = await shown();
    const seen = await begun(flow.join());
    expect(textOf(flow)).toContain('Dana is looking after this call.');
    expect(seen.end).toBeUndefined();
    await expect(flow).toBeAccessible();
    server.on(`POST ${JOIN}`, { intervention: anIntervention(), connect: { params: {} } }, 201);
    await click(flow, '[data-action=join-claimed]');
    await settled();
    expect(server.posted(JOIN).at(-1)).toMatchObject({ despiteClaim: true });
    expect(seen.end?.status).toBe('done');
  });

  it('stays off it when they do not', async () => {
    server.refuses(`POST ${JOIN}`, 409, claimed);
    const flow = await shown();
    const seen = await begun(flow.join());
    await click(flow, '[data-action=cancel-claim]');
    await settled();
    expect(seen.end?.status).toBe('canceled');
    expect(server.posted(JOIN)).toHaveLength(1);
  });
});
