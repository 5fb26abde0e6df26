import assert from 'node:assert/strict';
import {
  startIntervention,
  type StartInterventionDeps,
} from '../../../../server/commands/supervision/startIntervention.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import type { Policy } from '../../../../server/domain/policy/policy.ts';
import { NO_PROOFS } from '../../../../server/domain/stepUp/proofs.ts';
import { liveCall, person, START } from '../../../support/builders.ts';
import { FakeConferenceControl } from '../../../support/fakeConferenceControl.ts';
import { createMemoryStore } from '../../../support/memoryStore.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { DISCLOSED_ELSEWHERE, SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const ASKS_REASON: Policy = {
  ...SAMPLE_POLICY,
  rules: SAMPLE_POLICY.rules.map((rule) => ({ ...rule, demands: ['reason'] })),
};

describe('the claim that a join takes', () => {
  let given: string[];
  beforeEach(() => {
    given = [];
  });

  async function refusedWith(
    { policy = SAMPLE_POLICY, isUnnotified = false }: { policy?: Policy; isUnnotified?: boolean },
    who: Person = person(),
  ) {
    const call = liveCall();
    const { store } = createMemoryStore();
    await store.createCall(call, [], []);
    const deps: StartInterventionDeps = {
      store,
      control: new FakeConferenceControl(),
      log: quietLog,
      clock: { now: () => START },
      ids: { next: () => crypto.randomUUID() },
      policies: { inForce: async () => policy, lastKnown: () => policy },
      consent: { of: async () => DISCLOSED_ELSEWHERE },
      proofs: { of: async () => NO_PROOFS },
      claims: {
        ofCall: async () => undefined,
        giveBack: async (_orgId: string, callId: string, userId: string) => {
          given.push(`${callId} ${userId}`);
          return true;
        },
      },
      isRepUnnotified: async () => isUnnotified,
      latency: { requested: async () => undefined, carrierAnswered: async () => undefined },
    };
    const answer = await startIntervention(deps, who, { callId: call.callId, requestId: 'r1' });
    return 'refusal' in answer ? answer.refusal.code : 'joined';
  }

  it('is given back where the join is refused', async () => {
    assert.equal(await refusedWith({ isUnnotified: true }), 'rep_not_notified');
    assert.deepEqual(given, [`${liveCall().callId} ${person().userId}`]);
  });

  it('is kept while the supervisor is asked something first', async () => {
    assert.equal(await refusedWith({ policy: ASKS_REASON }), 'reason_required');
    assert.deepEqual(given, []);
  });
});
