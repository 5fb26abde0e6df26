import { activeIntervention } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { silenceSteps } from '../../domain/carrier/silence.ts';
import { mustStepDown, stepDown } from '../../domain/supervision/stepDown.ts';
import type { CoachingRulesSource, Store } from '../../ports/index.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { followUp } from '../carrier/followUp.ts';
import { runSteps } from '../carrier/runSteps.ts';
import { applyEvents } from '../transact/applyEvents.ts';

export interface StepDownDeps extends CallDeps {
  readonly store: CallDeps['store'] & Pick<Store, 'findCallByIntervention'>;
  readonly coachingRules: CoachingRulesSource;
}

/**
 * Hands the call back for a supervisor who has been silent for longer than the org allows. The rep
 * becomes audible first. Requests that the carrier does not fulfil now are left to reconciliation.
 */
export async function stepDownWhenQuiet(
  deps: StepDownDeps,
  { orgId }: Pick<Person, 'orgId'>,
  { interventionId, quietMs }: { readonly interventionId: string; readonly quietMs: number },
): Promise<void> {
  const { stepDownMs } = deps.coachingRules.of(orgId);
  if (stepDownMs === undefined || quietMs < stepDownMs) return;
  const quiet = { interventionId, quietMs, stepDownMs };
  const before = await deps.store.findCallByIntervention(interventionId);
  if (!before || !mustStepDown(before, quiet, deps.clock.now())) return;
  const applied = await applyEvents(
    deps,
    { callId: before.callId, actor: { kind: 'system' } },
    (call, now) => stepDown(call, quiet, now),
  );
  if (applied.status !== 'applied' || applied.events.length === 0) return;
  const { call } = applied;
  const intervention = activeIntervention(call, interventionId);
  if (!intervention) return;
  deps.log.info({ callId: call.callId, interventionId }, 'quiet supervisor stepped down');
  await attemptAtCarrier(call, () =>
    runSteps(deps, call, silenceSteps(applied.before, intervention)),
  );
  await followUp(deps, applied);
}
