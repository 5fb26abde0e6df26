import { interventionOf, type Call } from '../../domain/call/call.ts';
import { expiredHelp, widenedHelp } from '../../domain/call/evolveHelp.ts';
import { widenedSummonses } from '../../domain/call/evolveSummonses.ts';
import { expiredPause } from '../../domain/call/recordingPause.ts';
import { dialedInVain } from '../../domain/carrier/awaitRep.ts';
import {
  failedSwitches,
  missedEvents,
  overdueDials,
  type ObservedConference,
} from '../../domain/carrier/reconcile.ts';
import { isSwitchOverdue, silenceStep, silenceSteps } from '../../domain/carrier/silence.ts';
import type { Step } from '../../domain/carrier/steps.ts';
import { CarrierProblem } from '../../ports/index.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { saysTheSame } from '../transact/saysTheSame.ts';
import type { CallDeps } from './callDeps.ts';
import { performEffects } from './performEffects.ts';
import { ring } from './ring.ts';
import { runPendingActions } from './runPendingActions.ts';
import { runSteps } from './runSteps.ts';

/**
 * A call that keeps changing while the carrier is asked about it is left to its callbacks, and to
 * the next round.
 */
const MAX_OBSERVATIONS = 3;

/**
 * Brings a call in line with what the carrier sees, for callbacks that came late or never. Carrier
 * problems are left for the next round.
 */
export async function reconcileCall(deps: CallDeps, callId: string): Promise<void> {
  for (let observations = 0; observations < MAX_OBSERVATIONS; observations += 1) {
    if ((await reconcileOnce(deps, callId)) === 'done') return;
  }
}

/** `outdated`: the call changed meanwhile, so what was seen is older than what is known. */
async function reconcileOnce(deps: CallDeps, callId: string): Promise<'done' | 'outdated'> {
  const known = await deps.store.loadCall(callId);
  if (!known) return 'done';
  const observed = await observeAtCarrier(deps, known);
  if (observed === 'unavailable') return 'done';
  const seen = observed && (await withOwnDeviceRings(deps, known, observed));
  const silenced = await silenceOverdueSwitches(deps, callId);

  const applied = await applyEvents(deps, { callId }, (call, now) =>
    hasChangedSince(known, call)
      ? []
      : [
          ...missedEvents(call, seen, now),
          ...failedSwitches(call, silenced, now),
          ...expiredPause(call, now),
          ...widenedHelp(call, now),
          ...expiredHelp(call, now),
          ...widenedSummonses(call, now),
        ],
  );
  if (applied.status !== 'applied') return 'done';
  if (hasChangedSince(known, applied.before)) return 'outdated';

  const { call } = applied;
  await performEffects(deps, applied);
  for (const role of overdueDials(call, deps.clock.now())) await ring(deps, call, { role });
  await runPendingActions(deps, call);
  if (seen) await removeStrangers(deps, call, seen);
  return 'done';
}

const hasChangedSince = (known: Call, call: Call): boolean =>
  !saysTheSame([call.participants, call.interventions], [known.participants, known.interventions]);

async function observeAtCarrier(
  { control, log }: CallDeps,
  { callId, conferenceId }: Call,
): Promise<ObservedConference | undefined | 'unavailable'> {
  try {
    return await control.observeConference(callId, conferenceId);
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    log.warn(
      { callId, fault: problem.kind, code: problem.code },
      'carrier not reached for reconciliation',
    );
    return 'unavailable';
  }
}

/** The phone of a rep who is back may ring on: it is in no conference until it is answered. */
async function withOwnDeviceRings(
  { control, clock, log }: CallDeps,
  call: Call,
  observed: ObservedConference,
): Promise<ObservedConference> {
  const dialed = dialedInVain(call, clock.now());
  if (!dialed) return observed;
  const { callId, orgId, rep } = call;
  try {
    const rings = await control.ownDeviceRings({ orgId, userId: rep.userId }, dialed);
    const ofRep = rings.map((connectionId) => ({ party: { role: 'rep' } as const, connectionId }));
    return { ...observed, rings: [...(observed.rings ?? []), ...ofRep] };
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    log.warn({ callId, fault: problem.kind }, 'rings of a phone not read from the carrier');
    return observed;
  }
}

/**
 * Silences at the carrier the mode changes that were never confirmed. Only those are then written
 * as failed.
 */
async function silenceOverdueSwitches(
  deps: CallDeps,
  callId: string,
): Promise<ReadonlySet<string>> {
  const call = await deps.store.loadCall(callId);
  const silenced = new Set<string>();
  if (!call?.conferenceId) return silenced;
  const now = deps.clock.now();
  for (const intervention of call.interventions) {
    if (!isSwitchOverdue(call, intervention, now)) continue;
    try {
      await runSteps(deps, call, silenceSteps(call, intervention));
      silenced.add(intervention.interventionId);
    } catch (problem) {
      if (!(problem instanceof CarrierProblem)) throw problem;
    }
  }
  return silenced;
}

/**
 * Removes supervisors whose intervention has ended, and ends a conference that is not the call's.
 */
async function removeStrangers(
  deps: CallDeps,
  call: Call,
  { conferenceId, participants }: ObservedConference,
): Promise<void> {
  const { control, log } = deps;
  const steps = participants.flatMap(({ party, connectionId }): Step[] =>
    party.role === 'supervisor' && interventionOf(call, party.interventionId)?.status === 'ended'
      ? [
          { ...silenceStep(call, connectionId), mayFail: true },
          { do: 'remove', connectionId },
        ]
      : [],
  );
  try {
    if (call.conferenceId && call.conferenceId !== conferenceId)
      await control.endCall(conferenceId);
    else await runSteps(deps, { ...call, conferenceId }, steps);
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    if (problem.kind !== 'gone')
      log.warn(
        { callId: call.callId, conferenceId, fault: problem.kind },
        'stranger not removed, left for the next round',
      );
  }
}
