import assert from 'node:assert/strict';
import {
  startIntervention,
  type StartInterventionDeps,
} from '../../../../server/commands/supervision/startIntervention.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import type { Policy } from '../../../../server/domain/policy/policy.ts';
import { NO_PROOFS } from '../../../../server/domain/stepUp/proofs.ts';
import { active, liveCall, person, START } from '../../../support/builders.ts';
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
    {
      policy = SAMPLE_POLICY,
      isUnnotified = false,
      call = liveCall(),
      fails = false,
    }: { policy?: Policy; isUnnotified?: boolean; call?: Call; fails?: boolean },
    who: Person = person(),
  ) {
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
          if (fails) throw new Error('the database is away');
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

  it('is kept by a supervisor who is on the call, and clicks in a second tab', async () => {
    const call = liveCall({ interventions: [active()] });
    assert.equal(await refusedWith({ call }), 'already_on_call');
    assert.deepEqual(given, []);
  });

  it('leaves the refusal as it is where it cannot be given back', async () => {
    assert.equal(await refusedWith({ isUnnotified: true, fails: true }), 'rep_not_notified');
    assert.equal(given.length, 1);
  });

  it('is kept while the supervisor is asked something first', async () => {
    assert.equal(await refusedWith({ policy: ASKS_REASON }), 'reason_required');
    assert.deepEqual(given, []);
  });
});
