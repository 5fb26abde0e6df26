import type { Call } from '../call/call.ts';
import type { SampledBecause } from '../call/debriefRules.ts';
import { declinesMonitoring } from '../call/moments.ts';
import type { Person } from '../call/people.ts';
import { isPractice } from '../call/purpose.ts';
import type { ReasonCode } from '../call/reasons.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import type { DebriefSource } from './debrief.ts';

/** The debrief of a call that its supervisor did not join. */
export interface DebriefPlan {
  readonly debriefId: string;
  readonly orgId: string;
  readonly callId: string;
  readonly rep: { readonly userId: string; readonly name: string };
  readonly supervisor: { readonly userId: string; readonly name: string };
  readonly source: Exclude<DebriefSource, { readonly kind: 'intervention' }>;
  readonly reasonCode?: ReasonCode;
  readonly note?: string;
  readonly dueOn: string;
  readonly plannedAt: string;
}

/** What is asked for, and what is known of the call. */
interface PlanRequest {
  readonly debriefId: string;
  /** Why the call is in the org's sample; undefined where it is not. */
  readonly sampled: SampledBecause | undefined;
  /** Whether the rep was not notified, where a law wants it. */
  readonly isRepUnnotified: boolean;
  readonly reasonCode?: ReasonCode;
  readonly note?: string;
  readonly dueOn: string;
  readonly now: string;
}

/**
 * Plans the debrief of a finished call that a person may see: one on which the rep flagged a moment,
 * or one of the sample. A flag comes first, because it is the rep's own question.
 */
export function decidePlan(
  call: Call,
  supervisor: Pick<Person, 'userId' | 'name'>,
  { debriefId, sampled, isRepUnnotified, reasonCode, note, dueOn, now }: PlanRequest,
): { readonly plan: DebriefPlan } | { readonly refusal: Refusal } {
  if (!canBeDebriefed(call, supervisor)) return { refusal: refusal('call_not_found') };
  if (isRepUnnotified) return { refusal: refusal('rep_not_notified') };
  if (declinesMonitoring(call)) return { refusal: refusal('monitoring_declined') };
  const source = sourceOf(call, sampled);
  if (!source) return { refusal: refusal('debrief_without_cause') };
  return {
    plan: {
      debriefId,
      orgId: call.orgId,
      callId: call.callId,
      rep: { userId: call.rep.userId, name: call.rep.name },
      supervisor: { userId: supervisor.userId, name: supervisor.name },
      source,
      ...(reasonCode && { reasonCode }),
      ...(note && { note }),
      dueOn,
      plannedAt: now,
    },
  };
}

/** A call with a customer that was talked on and is over, of somebody else. */
export const canBeDebriefed = (call: Call, { userId }: Pick<Person, 'userId'>): boolean =>
  call.status === 'ended' &&
  call.answeredAt !== undefined &&
  !isPractice(call) &&
  call.rep.userId !== userId;

function sourceOf(
  { moments = [] }: Pick<Call, 'moments'>,
  sampled: SampledBecause | undefined,
): DebriefPlan['source'] | undefined {
  if (moments.length > 0) return { kind: 'flag' };
  return sampled && { kind: 'sample', because: sampled };
}
