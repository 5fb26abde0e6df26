import assert from 'node:assert/strict';
import { reportToPage } from '../../softphone/src/pageReport.ts';
import { INITIAL, reduce, type SoftphoneEvent } from '../../softphone/src/state.ts';

interface Report {
  readonly type: string;
  readonly isTesting?: boolean;
  readonly isRinging?: boolean;
  readonly message?: string;
}

/** What the page is told while these things happen to the softphone. */
function reports(...events: readonly SoftphoneEvent[]): Report[] {
  const posted: Report[] = [];
  let state = INITIAL;
  for (const event of events) {
    const before = state;
    state = reduce(state, event);
    reportToPage({ post: (message) => void posted.push(message) }, before, state);
  }
  return posted;
}

const networkReports = (...events: readonly SoftphoneEvent[]): unknown[] =>
  reports(...events)
    .filter(({ type }) => type === 'connection')
    .map(({ isTesting, message }) => [isTesting, message !== undefined]);

describe('the page around the softphone', () => {
  it('is told that the network is being tested, and when that is over', () => {
    assert.deepEqual(
      networkReports(
        { type: 'network-test', isRunning: true },
        { type: 'network-test', isRunning: false },
      ),
      [
        [true, false],
        [false, false],
      ],
    );
  });

  it('knows that a network is poor when the test of it is over', () => {
    assert.deepEqual(
      networkReports(
        { type: 'network-test', isRunning: true },
        { type: 'connection', connection: { status: 'poor', because: 'loss' } },
        { type: 'network-test', isRunning: false },
      ).at(-1),
      [false, true],
    );
  });

  it('is told that somebody rings, and when nobody does any more', () =>
    assert.deepEqual(
      reports(
        { type: 'ring-started', lineId: 'l1', callId: 'c1', name: 'Priya' },
        { type: 'line-status', lineId: 'l1', status: 'ended', at: '2026-11-20T10:00:00Z' },
      ).flatMap(({ type, isRinging }) => (type === 'call' ? [isRinging] : [])),
      [true, false],
    ));
});
