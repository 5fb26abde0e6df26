import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import type { CarrierFact } from '../../domain/carrier/carrierFacts.ts';
import { observe, orphanConference } from '../../domain/carrier/observe.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import type { CallDeps } from './callDeps.ts';
import { followUp } from './followUp.ts';

export type FactOutcome = 'applied' | 'repeated' | 'unknown_call';

/**
 * Applies what the carrier reports, once per `callbackKey`, together with the report as evidence.
 * Returns as soon as it is committed; what follows at the carrier is done afterwards.
 */
export async function recordFact(
  deps: CallDeps,
  fact: CarrierFact,
  { callbackKey, report }: { callbackKey?: string; report?: CarrierReport } = {},
): Promise<FactOutcome> {
  const applied = await applyEvents(
    deps,
    { callId: fact.callId, callbackKey, report },
    (call, now) => observe(call, fact, now),
  );
  if (applied.status !== 'applied') return applied.status;
  void followUp(deps, applied);
  const orphanConferenceId = orphanConference(applied.call, fact);
  if (orphanConferenceId) void endOrphanConference(deps, orphanConferenceId);
  return 'applied';
}

async function endOrphanConference(
  { control, log }: CallDeps,
  conferenceId: string,
): Promise<void> {
  await control
    .endCall(conferenceId)
    .catch((problem: Error) =>
      log.warn({ conferenceId, fault: problem.message }, 'orphan conference not ended'),
    );
}
