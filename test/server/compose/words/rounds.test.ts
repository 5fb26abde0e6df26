import assert from 'node:assert/strict';
import { createFreeHelpers } from '../../../../server/commands/alerts/freeHelpers.ts';
import { createAlertRaiser } from '../../../../server/commands/alerts/raiseAlerts.ts';
import { startWordsRounds } from '../../../../server/compose/words/rounds.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { at, liveCall } from '../../../support/builders.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { until } from '../../../support/until.ts';

type Parts = Parameters<typeof startWordsRounds>[2];
type Feed = Parameters<typeof startWordsRounds>[1];

const ASKS = {
  ...liveCall({ callId: 'asks' }),
  help: { status: 'open', at: at(0) },
} as unknown as Call;
const OTHER = { ...liveCall({ callId: 'other' }), transcribes: true } as unknown as Call;

/** The rounds over two open calls; Salesforce does not answer who may help on the first. */
function startRounds(raiser: Partial<Parts['raiser']>, more: Partial<Parts> = {}) {
  const synced: string[] = [];
  const forgetful = { forget: () => undefined, retainOnly: () => undefined };
  const parts = {
    alertRules: { standing: () => ({ rules: { rules: [{ trigger: { kind: 'nobody_free' } }] } }) },
    raiser: { ...forgetful, of: async () => [], load: async () => undefined, ...raiser },
    live: { ...forgetful, of: async () => [], speaksUntil: () => undefined },
    cues: { boards: forgetful },
    attention: { ...forgetful, sendMovedScores: async () => undefined },
    summoner: { summon: () => undefined, summonToMissed: async () => undefined },
    transcriptionSync: { ...forgetful, sync: ({ callId }: Call) => synced.push(callId) },
    hearing: {
      ...forgetful,
      look: async () => undefined,
      heardSince: () => undefined,
      dueAgain: () => [],
    },
    freeHelpers: createFreeHelpers({
      helpersOf: () => new Promise(() => undefined),
      clock: { now: () => at(10) },
      onFault: () => undefined,
    }),
    followerNotifier: forgetful,
    isRepUnnotified: async () => false,
    ...more,
  } as unknown as Parts;
  const changes = { publish: () => undefined, subscribe: () => () => undefined };
  const feed = { hub: { openCalls: () => [ASKS, OTHER] } } as unknown as Feed;
  const closing = startWordsRounds({ changes, log: quietLog } as never, feed, parts);
  return {
    synced,
    async stop() {
      for (const close of closing) await close();
    },
  };
}

describe('the looks at open calls', () => {
  it('reach each call while Salesforce does not answer who may help on another', async () => {
    const looked: string[] = [];
    const rounds = startRounds({ onTime: async ({ callId }) => void looked.push(callId) });
    await until('both calls are looked at', () => looked.length >= 2);
    assert.deepEqual(looked.slice(0, 2), ['asks', 'other']);
    assert.deepEqual(rounds.synced.slice(0, 1), ['other']);
    await rounds.stop();
  });

  it('reach each call though one of them cannot be looked at', async () => {
    const looked: string[] = [];
    const rounds = startRounds(
      { onTime: async ({ callId }) => void looked.push(callId) },
      {
        isRepUnnotified: async () => {
          if (looked.length === 0) {
            looked.push('failed');
            throw new Error('Salesforce is away');
          }
          return false;
        },
      },
    );
    await until('the other call is looked at', () => looked.includes('other'));
    assert.deepEqual(looked.slice(0, 2), ['failed', 'other']);
    await rounds.stop();
  });

  it('read the alerts of all calls at once', async () => {
    const read: (readonly string[])[] = [];
    const looked: string[] = [];
    const raiser = createAlertRaiser({
      alerts: {
        async ofCalls(callIds: readonly string[]) {
          read.push(callIds);
          return [];
        },
      },
    } as never);
    const rounds = startRounds({
      of: raiser.of,
      load: raiser.load,
      onTime: async ({ callId }) => void looked.push(callId),
    });
    await until('both calls are looked at', () => looked.length >= 2);
    await rounds.stop();
    assert.deepEqual(read, [['asks', 'other']]);
  });
});
