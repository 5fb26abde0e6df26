import type { Call } from '../../domain/call/call.ts';
import { queueFor, isRepStep, mustBeSilent } from '../../domain/carrier/stepOrder.ts';
import type { Step } from '../../domain/carrier/switchSteps.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { CarrierProblem, type ConferenceControl, type Log, type StillWanted, type Store, type ConferenceLocks } from '../../ports/index.ts';
import { conferenceLockKey, withLock, withLockOrWithout, repLockKey } from './conferenceLocks.ts';

export interface RunStepsDeps {
  readonly control: ConferenceControl;
  readonly locks: ConferenceLocks;
  readonly store: Pick<Store, 'loadCall'>;
  readonly log: Log;
}

/** The call and its conference, as they were when the steps were decided on. */
export type CallInConference = Call & { readonly conferenceId: string };

/** Does the steps of a switch in order; the first failure stops the rest, and so does a newer wish. Throws CarrierProblem. */
export async function runSteps(deps: RunStepsDeps, call: Call, steps: readonly Step[], isStillWanted = async () => true): Promise<void> {
  const { conferenceId } = call;
  if (!conferenceId) return;
  for (const step of steps) {
    const isDone = await scheduleStep(deps, { ...call, conferenceId }, step, async () => (await isStillWanted()) && applyStep(deps.control, conferenceId, step, isStillWanted));
    if (!isDone) return;
  }
}

/** One step, as soon as it may go. */
export function scheduleStep(deps: RunStepsDeps, call: CallInConference, step: Step, act: () => Promise<boolean>): Promise<boolean> {
  const { conferenceId } = call;
  const queue = queueFor(call, step);
  switch (queue) {
    case 'immediate':
      return silenceNow(deps, call, step, act);
    case 'afterRep':
      return withLockOrWithout(deps.locks, repLockKey(conferenceId), act);
    case 'serialized':
      return withLock(deps.locks, conferenceLockKey(conferenceId), () =>
        isRepStep(call, step) ? withLock(deps.locks, repLockKey(conferenceId), act) : act());
    default:
      return unreachable(queue);
  }
}

/**
 * Silence goes ahead of whatever is under way. What it overtook may still be done after it, so it is said again
 * as soon as that is over, unless something newer was asked for.
 */
export async function silenceNow<T>(deps: RunStepsDeps, { callId, conferenceId }: CallInConference, step: Step, act: () => Promise<T>): Promise<T> {
  const end = await deps.locks.acquire(conferenceLockKey(conferenceId), 0);
  try {
    if (!end) void silenceAgain(deps, callId, conferenceId, step);
    return await act();
  } finally {
    end?.();
  }
}

async function silenceAgain({ control, locks, store, log }: RunStepsDeps, callId: string, conferenceId: string, step: Step): Promise<void> {
  const isMeant = async (): Promise<boolean> => {
    const now = await store.loadCall(callId);
    return now !== undefined && mustBeSilent(now, step.connectionId);
  };
  try {
    await withLock(locks, conferenceLockKey(conferenceId), async () => {
      if (await isMeant()) await applyStep(control, conferenceId, step, isMeant);
    });
  } catch (problem) {
    if (problem instanceof CarrierProblem && problem.kind === 'gone') return;
    // The reconciler silences whoever is louder than agreed.
    log.warn({ callId, problem: String(problem) }, 'a silence could not be said again');
  }
}

/** One step, without waiting for anything. */
export async function applyStep(control: ConferenceControl, conferenceId: string, step: Step, isStillWanted?: StillWanted): Promise<true> {
  const participant = { conferenceId, connectionId: step.connectionId };
  try {
    if (step.do === 'remove') await control.remove(participant);
    else await control.set(participant, { audibleTo: step.audibleTo, coachedConnectionId: step.coachedConnectionId, endsCall: step.endsCall }, isStillWanted);
  } catch (problem) {
    if (!(problem instanceof CarrierProblem && step.do === 'set' && step.mayFail)) throw problem;
  }
  return true;
}
