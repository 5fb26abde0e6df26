import { activeIntervention, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import { switchSteps } from '../../domain/carrier/switchSteps.ts';
import { attemptAtCarrier } from '../carrier/attempt.ts';
import type { CallDeps } from '../carrier/callDeps.ts';
import { followUp } from '../carrier/followUp.ts';
import { runSteps } from '../carrier/runSteps.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { failModeChange, isPendingOf, isStillWanted } from './failModeChange.ts';

/**
 * Moves a supervisor who has lost the right to their mode to a quieter one, which must still be
 * theirs when it is written. What the carrier does not do ends in silence.
 */
export async function moveToQuieterMode(
  deps: CallDeps,
  { callId, interventionId }: { readonly callId: string; readonly interventionId: string },
  happened: (call: Call, now: string) => readonly CallEvent[],
): Promise<void> {
  const applied = await applyEvents(deps, { callId, actor: { kind: 'system' } }, happened);
  if (applied.status !== 'applied') return;
  const { before, call, events } = applied;
  const requested = events.find((event) => event.type === 'ModeRequested');
  const intervention = activeIntervention(call, interventionId);
  if (!requested || !isPendingOf(intervention, requested.pending.requestId)) return;
  const { mode, lost } = intervention.pending;
  deps.log.warn({ callId, interventionId, mode, lost }, 'supervisor moved to a quieter mode');
  const interrupts = activeIntervention(before, interventionId)?.pending?.mode;
  const problem = await attemptAtCarrier(call, () =>
    runSteps(deps, call, switchSteps(call, intervention, mode, { interrupts }), () =>
      isStillWanted(deps, call, intervention),
    ),
  );
  if (problem) await failModeChange(deps, call, { intervention, problem });
  await followUp(deps, applied);
}
