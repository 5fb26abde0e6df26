import assert from 'node:assert/strict';
import { reconcileCall } from '../../../server/commands/reconcileCall.ts';
import type { ConferenceControl } from '../../../server/ports.ts';
import { at, leg, ringingCall } from '../../support/builders.ts';
import { createMemoryStore } from '../../support/memoryStore.ts';
import { createLocalTurns } from '../../../server/store/localTurns.ts';
import { quietLog } from '../../support/quietLog.ts';

/** What is dialled when a ringing call is looked at, some seconds after it began. */
async function dialledAfter(seconds: number): Promise<string[]> {
  const { store } = createMemoryStore();
  await store.createCall(ringingCall({ conferenceSid: 'CF1', participants: [leg('rep'), leg('customer', { status: 'dialling', callSid: undefined })] }), [], []);
  const dialled: string[] = [];
  const control: Partial<ConferenceControl> = {
    look: async () => ({ conferenceSid: 'CF1', legs: [{ party: { role: 'rep' }, callSid: 'CA-rep', voice: 'everyone', onHold: false }] }),
    dialCustomer: async () => {
      dialled.push('customer');
      return 'CA-customer';
    },
  };
  await reconcileCall({ store, control: control as ConferenceControl, turns: createLocalTurns(), clock: { now: () => at(seconds) }, ids: { next: () => 'id' }, log: quietLog }, 'c1');
  return dialled;
}

describe('a customer whose phone is to ring', () => {
  it('is not rung a second time while it may still be ringing', async () => assert.deepEqual(await dialledAfter(40), []));
  it('is rung after all when the dialling was noted but never done', async () => assert.deepEqual(await dialledAfter(61), ['customer']));
});
