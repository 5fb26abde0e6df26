import assert from 'node:assert/strict';
import { reportToPage } from '../../softphone/src/pageReport.ts';
import { INITIAL, reduce, type SoftphoneEvent } from '../../softphone/src/state.ts';

/** What the page is told of its network while these things happen to the softphone. */
function networkReports(...events: readonly SoftphoneEvent[]): unknown[] {
  const posted: { type: string; isTesting?: boolean; message?: string }[] = [];
  let state = INITIAL;
  for (const event of events) {
    const before = state;
    state = reduce(state, event);
    const post = (message: object): void => void posted.push(message as (typeof posted)[number]);
    reportToPage({ post }, before, state);
  }
  return posted
    .filter(({ type }) => type === 'connection')
    .map(({ isTesting, message }) => [isTesting, message !== undefined]);
}

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
});
