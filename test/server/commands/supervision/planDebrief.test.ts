import assert from 'node:assert/strict';
import {
  planDebrief,
  type PlanDebriefDeps,
} from '../../../../server/commands/supervision/planDebrief.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { Call } from '../../../../server/domain/call/call.ts';
import { DEFAULT_COACHING_RULES } from '../../../../server/domain/call/coachingRules.ts';
import type { SampledBecause } from '../../../../server/domain/call/debriefRules.ts';
import type { Person } from '../../../../server/domain/call/people.ts';
import type { DebriefPlan } from '../../../../server/domain/supervision/debriefPlan.ts';
import { at, liveCall, person, START } from '../../../support/builders.ts';
import { SAMPLE_POLICY } from '../../../support/samplePolicy.ts';

const ENDED: Call = {
  ...liveCall(),
  status: 'ended',
  endedAt: at(300),
  endReason: 'hung_up',
};
const FLAGGED: Call = {
  ...ENDED,
  moments: [{ momentId: 'm1', at: at(60), byUserId: ENDED.rep.userId, note: 'Lost her here.' }],
};

describe('a debrief of a call that nobody joined', () => {
  let call: Call;
  let sampled: SampledBecause | undefined;
  let isUnnotified: boolean;
  let plans: DebriefPlan[];
  let sent: string[];
  let audited: AuditEntry[];

  beforeEach(() => {
    [call, sampled, isUnnotified, plans, sent, audited] = [FLAGGED, undefined, false, [], [], []];
  });

  const deps = (): PlanDebriefDeps => ({
    debriefs: {
      async plan(plan, { messages, audit }) {
        if (plans.some(({ callId }) => callId === plan.callId)) return 'exists';
        plans.push(plan);
        sent.push(...messages.map(({ key }) => key));
        audited.push(...audit);
        return 'planned';
      },
      async find(_orgId, debriefId) {
        const plan = plans.find((one) => one.debriefId === debriefId);
        return plan && { ...plan, customerName: 'Priya', notifiedSteps: [], progress: {} };
      },
    },
    finishedCalls: { sampledBecause: async () => sampled },
    coachingRules: { of: () => DEFAULT_COACHING_RULES },
    policies: { inForce: async () => SAMPLE_POLICY },
    store: {
      loadCall: async (callId) => (callId === call.callId ? call : undefined),
      recordAudit: async (entries) => void audited.push(...entries),
    },
    isRepUnnotified: async () => isUnnotified,
    clock: { now: () => at(600) },
    ids: { next: () => `id-${plans.length}` },
  });
  const plan = async (
    by: Person = person(),
    given: { callId?: string; reasonCode?: string; note?: string } = {},
  ) => {
    const planned = await planDebrief(deps(), by, { callId: call.callId, ...given });
    return 'ok' in planned ? planned.ok.source : planned.refusal.code;
  };

  describe('is planned by a supervisor who may see the call', () => {
    it('where the rep flagged a moment: both get a task, and the rep is told', async () => {
      assert.deepEqual(await plan(person(), { note: 'The price.' }), { kind: 'flag' });
      assert.deepEqual(sent, [
        'crm.debriefRecord:id-0:planned',
        'crm.debriefNotification:id-0:planned',
      ]);
      const [planned] = plans;
      assert.deepEqual(
        [planned?.supervisor.userId, planned?.rep.userId, planned?.note, planned?.plannedAt],
        ['maya', FLAGGED.rep.userId, 'The price.', at(600)],
      );
      assert.ok(planned!.dueOn > START.slice(0, 10));
      assert.deepEqual(
        audited.map(({ action, callId }) => [action, callId]),
        [['DebriefPlanned', call.callId]],
      );
    });

    for (const because of ['chance', 'new_rep'] as const)
      it(`where the call is in the sample, and says why (${because})`, async () => {
        [call, sampled] = [ENDED, because];
        assert.deepEqual(await plan(), { kind: 'sample', because });
      });

    it('with a reason of the org, which is watched afterwards', async () => {
      await plan(person(), { reasonCode: 'large_deal' });
      assert.equal(plans[0]?.reasonCode, 'large_deal');
    });
  });

  describe('is refused, on the audit', () => {
    const refused = async (code: string, by?: Person, given?: Parameters<typeof plan>[1]) => {
      audited = [];
      assert.equal(await plan(by, given), code);
      assert.deepEqual([plans, sent], [[], []]);
      assert.deepEqual(
        audited.map(({ action }) => action),
        ['PlanDebrief'],
      );
    };

    it('to who may not monitor the rep, to the rep, and to other orgs', async () => {
      await refused('call_not_found', person({ userId: 'tomas' }));
      await refused('call_not_found', person({ userId: FLAGGED.rep.userId }));
      await refused('call_not_found', person({ orgId: 'other' }));
      await refused('call_not_found', person(), { callId: 'no-such-call' });
    });

    it('while the call runs, was not answered, or is practice', async () => {
      for (const other of [
        liveCall(),
        { ...FLAGGED, answeredAt: undefined },
        {
          ...FLAGGED,
          purpose: { kind: 'practice', scenario: 'angry', language: 'en' },
        },
      ] as Call[]) {
        call = other;
        await refused('call_not_found');
      }
    });

    it('where no moment was flagged and the call is not in the sample', async () => {
      call = ENDED;
      await refused('debrief_without_cause');
    });

    it('where the customer declined monitoring, or a law wants the rep notified first', async () => {
      call = {
        ...FLAGGED,
        monitoringChoice: { isDeclined: true, source: 'rep', exceptReasons: [], at: at(1) },
      };
      await refused('monitoring_declined');
      [call, isUnnotified] = [FLAGGED, true];
      await refused('rep_not_notified');
    });

    it('for a reason that the org does not have', () =>
      refused('reason_required', person(), { reasonCode: 'no_such_reason' }));

    it('a second time', async () => {
      await plan();
      assert.equal(await plan(person({ userId: 'dana', seesAllCalls: true })), 'debrief_planned');
      assert.equal(plans.length, 1);
    });
  });
});
