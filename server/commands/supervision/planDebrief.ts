import type { Call, RepOnCall } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import type { ReasonCode } from '../../domain/call/reasons.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { debriefPlannedMessages } from '../../domain/outbox/debriefs.ts';
import { maySee } from '../../domain/policy/decide.ts';
import { vocabularyOf, type Policy } from '../../domain/policy/policy.ts';
import type { Debrief } from '../../domain/supervision/debrief.ts';
import { dueOnOf } from '../../domain/supervision/debriefDue.ts';
import { canBeDebriefed, decidePlan } from '../../domain/supervision/debriefPlan.ts';
import { reasonOf } from '../../domain/vocabulary/vocabulary.ts';
import type {
  Clock,
  CoachingRulesSource,
  Debriefs,
  FinishedCalls,
  Ids,
  Policies,
  Store,
} from '../../ports/index.ts';
import { actEntry, refuseAudited } from '../transact/auditEntries.ts';
import type { Result } from '../transact/result.ts';

export interface PlanDebriefDeps {
  readonly debriefs: Pick<Debriefs, 'plan' | 'find'>;
  readonly finishedCalls: Pick<FinishedCalls, 'sampledBecause'>;
  readonly coachingRules: CoachingRulesSource;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly store: Pick<Store, 'loadCall' | 'recordAudit'>;
  /** Whether a law blocks monitoring of the rep until they have acknowledged a notice. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What the supervisor says of it; the reason is watched in the rep's next calls. */
interface PlanGiven {
  readonly callId: string;
  readonly reasonCode?: ReasonCode;
  readonly note?: string;
}

/** Plans the debrief of a call that nobody had to join, with one's rep. */
export async function planDebrief(
  deps: PlanDebriefDeps,
  person: Person,
  { callId, reasonCode, note }: PlanGiven,
): Promise<Result<Debrief>> {
  const policy = await deps.policies.inForce(person.orgId);
  const call = await callFor(deps, person, { callId, policy });
  const refuse = (why: Refusal) =>
    refuseAudited(deps, person, {
      attempt: { action: 'PlanDebrief', callId, ...(call && { call }) },
      why,
    });
  if (!call) return refuse(refusal('call_not_found'));
  if (reasonCode !== undefined && !reasonOf(vocabularyOf(policy), reasonCode))
    return refuse(refusal('reason_required', { wording: 'reason_required.not_offered' }));
  const rules = deps.coachingRules.of(person.orgId);
  const now = deps.clock.now();
  const [sampled, isRepUnnotified] = await Promise.all([
    deps.finishedCalls.sampledBecause(person.orgId, callId, {
      callsPerWeek: rules.sampledPerWeek,
      newRepDays: rules.newRepDays,
    }),
    deps.isRepUnnotified(person.orgId, call.rep),
  ]);
  const decided = decidePlan(call, person, {
    debriefId: deps.ids.next(),
    sampled,
    isRepUnnotified,
    ...(reasonCode && { reasonCode }),
    ...(note && { note }),
    dueOn: dueOnOf(now, call.rep.timeZone, rules.debriefs),
    now,
  });
  if ('refusal' in decided) return refuse(decided.refusal);
  const { plan } = decided;
  const written = await deps.debriefs.plan(plan, {
    messages: debriefPlannedMessages(plan),
    audit: [
      actEntry(deps, person, {
        action: 'DebriefPlanned',
        call,
        details: { debriefId: plan.debriefId, about: plan.source.kind, dueOn: plan.dueOn },
      }),
    ],
  });
  const planned = written === 'planned' && (await deps.debriefs.find(person.orgId, plan.debriefId));
  return planned ? { ok: planned } : refuse(refusal('debrief_planned'));
}

/** The call, if it can be debriefed and this person may see it: what they may not see is unknown. */
async function callFor(
  { store, clock }: PlanDebriefDeps,
  person: Person,
  { callId, policy }: { readonly callId: string; readonly policy: Policy },
): Promise<Call | undefined> {
  const call = await store.loadCall(callId);
  if (!call || call.orgId !== person.orgId || !canBeDebriefed(call, person)) return undefined;
  return maySee(policy, person, { call, now: clock.now() }) ? call : undefined;
}
