import {
  activeIntervention,
  type ActiveIntervention,
  type Call,
  type PendingSwitch,
} from '../../domain/call/call.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { silenceSteps } from '../../domain/carrier/silence.ts';
import type { CarrierProblem, Store } from '../../ports/index.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { followUp } from '../carrier/followUp.ts';
import { runSteps } from '../carrier/runSteps.ts';
import { applyEvents } from '../transact/applyEvents.ts';

export type PendingIntervention = ActiveIntervention & { readonly pending: PendingSwitch };

export const isPendingOf = (
  intervention: ActiveIntervention | undefined,
  requestId: string,
): intervention is PendingIntervention => intervention?.pending?.requestId === requestId;

/**
 * Whether nothing newer was requested meanwhile, monitor above all: what is left of this mode
 * change must not overtake it.
 */
export async function isStillWanted(
  { store }: { readonly store: Pick<Store, 'loadCall'> },
  { callId }: Call,
  { interventionId, pending }: PendingIntervention,
): Promise<boolean> {
  const call = await store.loadCall(callId);
  const now = call && activeIntervention(call, interventionId);
  if (!now || now.leaving) return false;
  return now.pending ? now.pending.requestId === pending.requestId : now.mode === pending.mode;
}

/**
 * Silences at the carrier first; only then the failure of the mode change is written. Returns what
 * the person is told who asked for it.
 */
export async function failModeChange(
  deps: CallDeps,
  call: Call,
  {
    intervention,
    problem,
  }: { readonly intervention: PendingIntervention; readonly problem: CarrierProblem },
): Promise<Refusal> {
  const { callId } = call;
  const {
    interventionId,
    pending: { mode, requestId },
  } = intervention;
  deps.log.warn(
    { callId, interventionId, mode, fault: problem.kind, code: problem.code },
    'mode change failed',
  );
  await attemptAtCarrier(call, () =>
    runSteps(deps, call, silenceSteps(call, intervention), () =>
      isStillWanted(deps, call, intervention),
    ),
  );
  const why = refusal(
    'carrier_unavailable',
    problem.kind === 'refused' ? { wording: 'carrier_unavailable.switch_refused' } : {},
  );
  const { code, wording } = why;
  const applied = await applyEvents(deps, { callId }, (after, now) =>
    isPendingOf(activeIntervention(after, interventionId), requestId)
      ? [
          {
            type: 'ModeFailed',
            interventionId,
            mode,
            problem: { code, ...(wording && { wording }), at: now },
            at: now,
          },
        ]
      : [],
  );
  if (applied.status === 'applied') void followUp(deps, applied);
  return why;
}
