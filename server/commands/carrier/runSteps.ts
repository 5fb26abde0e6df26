import type { Call } from '../../domain/call/call.ts';
import { mustBeSilent } from '../../domain/carrier/silence.ts';
import { queueFor, isRepStep } from '../../domain/carrier/stepOrder.ts';
import type { Step } from '../../domain/carrier/steps.ts';
import { unreachable } from '../../domain/unreachable.ts';
import {
  CarrierProblem,
  type ConferenceControl,
  type Log,
  type StillWanted,
  type Store,
  type ConferenceLocks,
} from '../../ports/index.ts';
import { conferenceLockKey, withLock, withLockOrWithout, repLockKey } from './conferenceLocks.ts';

export interface RunStepsDeps {
  readonly control: ConferenceControl;
  readonly locks: ConferenceLocks;
  readonly store: Pick<Store, 'loadCall'>;
  readonly log: Log;
}

/** The call and its conference, as they were when the steps were decided. */
export type CallInConference = Call & { readonly conferenceId: string };

/**
 * Does the steps of a mode change in order; the first failure stops the rest, and so does a newer
 * request. Throws CarrierProblem.
 */
export async function runSteps(
  deps: RunStepsDeps,
  call: Call,
  steps: readonly Step[],
  isStillWanted = async () => true,
): Promise<void> {
  const { conferenceId } = call;
  if (!conferenceId) return;
  for (const step of steps) {
    const isDone = await scheduleStep(
      deps,
      { ...call, conferenceId },
      {
        step,
        act: async () =>
          (await isStillWanted()) && applyStep(deps.control, conferenceId, step, isStillWanted),
      },
    );
    if (!isDone) return;
  }
}

/**
 * Does one step as soon as its queue lets it (stepOrder.ts). Returns what `act` returns: whether
 * the steps go on.
 */
export function scheduleStep(
  deps: RunStepsDeps,
  call: CallInConference,
  { step, act }: { readonly step: Step; readonly act: () => Promise<boolean> },
): Promise<boolean> {
  const { conferenceId } = call;
  const queue = queueFor(call, step);
  switch (queue) {
    case 'immediate':
      return silenceNow(deps, call, { step, act });
    case 'afterRep':
      return withLockOrWithout(deps.locks, repLockKey(conferenceId), act);
    case 'serialized':
      return withLock(deps.locks, conferenceLockKey(conferenceId), () =>
        isRepStep(call, step) ? withLock(deps.locks, repLockKey(conferenceId), act) : act(),
      );
    default:
      return unreachable(queue);
  }
}

/**
 * Silences without waiting for the lock. A request that holds the lock may still be done after it,
 * so the silence is repeated as soon as the lock is free, unless the supervisor need not be silent
 * any more. The rep that a whisper reaches is cleared only if nothing else was under way; the
 * caller does not wait for that.
 */
export async function silenceNow<T>(
  deps: RunStepsDeps,
  call: CallInConference,
  { step, act }: { readonly step: Step; readonly act: () => Promise<T> },
): Promise<T> {
  const end = await deps.locks.acquire(conferenceLockKey(call.conferenceId), 0);
  if (!end) {
    void repeatSilence(deps, call.callId, { conferenceId: call.conferenceId, step });
    return act();
  }
  let clearing: Promise<void> | undefined;
  try {
    const done = await act();
    if (done && step.do === 'set' && step.clearsWhisper) clearing = clearWhisper(deps, call, step);
    return done;
  } finally {
    if (clearing) void clearing.finally(end);
    else end();
  }
}

/** Clears the rep that a whisper of this silent supervisor would reach. */
async function clearWhisper(
  { control, store, log }: RunStepsDeps,
  { callId, conferenceId }: CallInConference,
  { connectionId }: Step,
): Promise<void> {
  try {
    const now = await store.loadCall(callId);
    if (now && mustBeSilent(now, connectionId))
      await control.set({ conferenceId, connectionId }, { audibleTo: 'nobody' });
  } catch (problem) {
    log.info({ callId, problem: String(problem) }, 'whisper not cleared after silence');
  }
}

async function repeatSilence(
  { control, locks, store, log }: RunStepsDeps,
  callId: string,
  { conferenceId, step }: { readonly conferenceId: string; readonly step: Step },
): Promise<void> {
  const isNeeded = async (): Promise<boolean> => {
    const now = await store.loadCall(callId);
    return now !== undefined && mustBeSilent(now, step.connectionId);
  };
  try {
    await withLock(locks, conferenceLockKey(conferenceId), async () => {
      if (await isNeeded()) await applyStep(control, conferenceId, step, isNeeded);
    });
  } catch (problem) {
    if (problem instanceof CarrierProblem && problem.kind === 'gone') return;
    // Reconciliation silences supervisors who are heard too widely.
    log.warn({ callId, problem: String(problem) }, 'silence not repeated, left to reconciliation');
  }
}

/** Does one step without waiting for a lock. Throws CarrierProblem, unless the step may fail. */
export async function applyStep(
  control: ConferenceControl,
  conferenceId: string,
  step: Step,
  isStillWanted?: StillWanted,
): Promise<true> {
  const participant = { conferenceId, connectionId: step.connectionId };
  try {
    if (step.do === 'remove') await control.remove(participant);
    else
      await control.set(
        participant,
        {
          audibleTo: step.audibleTo,
          whispersToConnectionId: step.whispersToConnectionId,
          endsCall: step.endsCall,
        },
        isStillWanted,
      );
  } catch (problem) {
    if (!(problem instanceof CarrierProblem && step.do === 'set' && step.mayFail)) throw problem;
  }
  return true;
}
