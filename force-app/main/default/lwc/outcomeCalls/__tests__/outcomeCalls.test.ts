import type { CallBehind } from 'c/outcomeApi';
import OutcomeCalls from 'c/outcomeCalls';
import { find, findAll, show, textOf } from 'test/dom';
import { navigations } from 'test/navigation';
import { FakeServer, settled } from 'test/server';

jest.mock(
  '@salesforce/apex/DealsideSessionToken.issue',
  () => ({ __esModule: true, default: () => Promise.resolve(require('test/apex').aSession()) }),
  { virtual: true },
);

const call = (callId: string, more: Partial<CallBehind> = {}): CallBehind => ({
  callId,
  answeredAt: '2026-11-02T15:00:00.000Z',
  seconds: 125,
  direction: 'outbound',
  rep: { userId: 'r', name: 'Ravi' },
  interventions: [],
  ...more,
});
const shownWith = async (server: FakeServer) => {
  const element = await show('c-outcome-calls', OutcomeCalls, {
    what: 'Barge',
    query: { from: '2026-11-01', to: '2026-11-28', mode: 'barge' },
  });
  await settled();
  return { element, server };
};
const rows = (element: HTMLElement) => findAll(element, 'tbody tr').map((row) => textOf(row));

describe('the calls behind a number', () => {
  it('are listed with who joined, why and how it went, and lead to the opportunity', async () => {
    const navigated = navigations(OutcomeCalls);
    const { element } = await shownWith(
      new FakeServer().on('GET /api/outcomes/calls', {
        calls: [
          call('a', {
            opportunity: { opportunityId: '006A', name: 'Halcyon' },
            disposition: 'Next step agreed',
            score: 4,
            interventions: [
              { supervisorName: 'Maya', mode: 'barge', reason: 'Help to close', outcome: 'Saved' },
            ],
          }),
          call('b'),
        ],
      }),
    );
    expect(rows(element)[0]).toContain(
      'Ravi Outbound 2:05 Maya (Barge), Help to close, Saved Next step agreed 4 Halcyon',
    );
    expect(rows(element)[1]).toContain('No one');
    await expect(element).toBeAccessible();
    find(element, 'button[data-column="deal"]').click();
    expect(navigated.mock.calls.at(-1)).toMatchObject([
      { attributes: { recordId: '006A', objectApiName: 'Opportunity' } },
    ]);
  });

  it('go on with older ones', async () => {
    const next = { answeredAt: '2026-11-02T15:00:00.000Z', callId: 'a' };
    const server = new FakeServer().on('GET /api/outcomes/calls', { calls: [call('a')], next });
    const { element } = await shownWith(server);
    server.on('GET /api/outcomes/calls', { calls: [call('b')] });
    find(element, '[data-action="older-calls"]').dispatchEvent(new CustomEvent('click'));
    await settled();
    expect(rows(element)).toHaveLength(2);
    expect(server.asked.at(-1)!.query.get('callId')).toBe('a');
    expect(findAll(element, '[data-action="older-calls"]')).toHaveLength(0);
  });

  it('are none where the reader may see none', async () => {
    const { element } = await shownWith(
      new FakeServer().on('GET /api/outcomes/calls', { calls: [] }),
    );
    expect(textOf(element)).toContain('None of these calls is one that you can see.');
  });
});
