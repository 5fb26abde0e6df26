import assert from 'node:assert/strict';
import { reconcileCall } from '../../../../server/commands/carrier/reconcileCall.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { ConferenceControl } from '../../../../server/ports/index.ts';
import { createLocalLocks } from '../../../../server/store/locks/localLocks.ts';
import { at, participant, liveCall, ringingCall } from '../../../support/builders.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { quietLog } from '../../../support/quietLog.ts';

const RINGING = ringingCall({
  conferenceId: 'CF1',
  participants: [
    participant('rep'),
    participant('customer', { status: 'ringing', connectionId: undefined }),
  ],
});
/** The supervisor who had taken over is gone, and the rep was to be rung back. */
const ALONE = liveCall({
  participants: [
    participant('customer'),
    participant('rep', { status: 'left', leftAt: at(0) }),
    participant('rep', { status: 'ringing', connectionId: undefined, joinedAt: undefined }),
  ],
});

/** What is dialed when a call is looked at, some seconds after it began. */
async function dialedAfter(seconds: number, call: Call = RINGING): Promise<string[]> {
  const { store } = createMemoryStore();
  await store.createCall(call, [], []);
  const dialed: string[] = [];
  const control: Partial<ConferenceControl> = {
    observeConference: async () => ({
      conferenceId: 'CF1',
      participants: call.participants.flatMap(({ party, connectionId, status }) =>
        status === 'connected'
          ? [{ party, connectionId: connectionId!, audibleTo: 'everyone', onHold: false }]
          : [],
      ),
    }),
    ringRep: async () => {
      dialed.push('rep');
      return 'CA-rep-2';
    },
    dialCustomer: async () => {
      dialed.push('customer');
      return 'CA-customer';
    },
  };
  await reconcileCall(
    {
      store,
      control: control as ConferenceControl,
      locks: createLocalLocks(),
      clock: { now: () => at(seconds) },
      ids: { next: () => 'id' },
      log: quietLog,
    },
    'c1',
  );
  return dialed;
}

describe('a customer whose phone is to ring', () => {
  it('is not rung a second time while it may still be ringing', async () =>
    assert.deepEqual(await dialedAfter(40), []));
  it('is rung after all when the dialing was noted but never done', async () =>
    assert.deepEqual(await dialedAfter(61), ['customer']));
});

describe('a customer left alone, to whom the rep is to be brought back', () => {
  it('has the rep rung once while that may still be ringing', async () =>
    assert.deepEqual(await dialedAfter(40, ALONE), []));
  it('has the rep rung after all when the ringing was noted but never done', async () =>
    assert.deepEqual(await dialedAfter(61, ALONE), ['rep']));
});
