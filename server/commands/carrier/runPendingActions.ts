import { connectedParticipant, type Call } from '../../domain/call/call.ts';
import { pendingActions, type CarrierAction } from '../../domain/carrier/pendingActions.ts';
import { silenceStep } from '../../domain/carrier/silence.ts';
import type { Step } from '../../domain/carrier/steps.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import { saysTheSame } from '../transact/saysTheSame.ts';
import { attemptAction } from './attempt.ts';
import type { CallDeps } from './callDeps.ts';
import { conferenceLockKey, repLockKey, withLock, withLockOrWithout } from './conferenceLocks.ts';
import { holdWaiting, releaseCustomer } from './customerHold.ts';
import {
  applyStep,
  scheduleStep,
  silenceNow,
  type CallInConference,
  type RunStepsDeps,
} from './runSteps.ts';

/**
 * Does the pending actions of a call. One that fails stays pending, and the rounds of
 * reconciliation come back to it.
 * `mustReconcile`: the carrier has to be asked what it sees.
 */
export async function runPendingActions(
  deps: CallDeps,
  call: Call,
): Promise<{ readonly mustReconcile: boolean }> {
  const pending = pendingActions(call);
  // Silence goes before what may have to wait for a lock.
  const inOrder = pending.toSorted((a, b) => rank(a) - rank(b));
  for (const action of inOrder.filter(({ do: what }) => what !== 'reconcile')) {
    const isDone = await attemptAction(deps, call, {
      action: action.do,
      act: () => runAction(deps, { ...call, conferenceId: call.conferenceId ?? '' }, action),
    });
    // No supervisor is silenced or removed before the rep is heard again.
    if (!isDone && action.do === 'restore-rep') break;
  }
  return { mustReconcile: pending.some((action) => action.do === 'reconcile') };
}

const FIRST: readonly CarrierAction['do'][] = ['restore-rep', 'silence'];

const rank = ({ do: what }: CarrierAction): number =>
  FIRST.includes(what) ? FIRST.indexOf(what) : FIRST.length;

/** How a pending action is done: only if it is still pending once its lock is acquired. */
interface Run {
  readonly deps: CallDeps;
  readonly call: CallInConference;
  readonly ifPending: (act: () => Promise<unknown>) => () => Promise<void>;
  readonly locked: (act: () => Promise<unknown>) => Promise<void>;
  readonly lockedWithRep: (act: () => Promise<unknown>) => Promise<void>;
}

function runOf(deps: CallDeps, call: CallInConference, action: CarrierAction): Run {
  const { locks, store } = deps;
  const { callId, conferenceId } = call;
  const ifPending: Run['ifPending'] = (act) => async () => {
    const now = await store.loadCall(callId);
    if (now && pendingActions(now).some((one) => saysTheSame(one, action))) await act();
  };
  const locked: Run['locked'] = (act) =>
    withLock(locks, conferenceLockKey(conferenceId), ifPending(act));
  return {
    deps,
    call,
    ifPending,
    locked,
    lockedWithRep: (act) => locked(() => withLock(locks, repLockKey(conferenceId), act)),
  };
}

async function runAction(
  deps: CallDeps,
  call: CallInConference,
  action: CarrierAction,
): Promise<void> {
  const run = runOf(deps, call, action);
  const { locked, lockedWithRep } = run;
  const { control } = deps;
  const { callId, conferenceId } = call;
  switch (action.do) {
    case 'reconcile':
      return;
    case 'end-call':
      return locked(() => control.endCall(action.conferenceId));
    case 'remove':
      return removeParticipant(run, action);
    case 'hold-customer':
      return locked(() => holdWaiting(deps, call, action.connectionId));
    case 'release-customer':
      return locked(() => releaseCustomer(deps, call, action.connectionId));
    case 'send-on':
      return locked(() => control.sendOn({ callId, connectionId: action.connectionId }));
    case 'record-call':
      return locked(() => control.recordCall({ callId, connectionId: action.connectionId }));
    case 'record': {
      const { interventionId, connectionId } = action;
      return locked(() => control.recordParticipant({ callId, interventionId, connectionId }));
    }
    case 'silence':
      return silence(run, action.connectionId);
    case 'hand-over':
    case 'change-device':
    case 'leave-to-guest':
      return lockedWithRep(async () => {
        for (const step of action.steps) await applyStep(control, conferenceId, step);
      });
    case 'hold-for-talk': {
      const { connectionId } = action;
      return locked(() => control.holdForTalk({ callId, conferenceId, connectionId }));
    }
    case 'resume-after-talk': {
      const customer = { conferenceId, connectionId: action.connectionId };
      return locked(() => control.set(customer, { onHold: false }));
    }
    case 'resume-switch':
      return resumeSwitch(deps, call, action.steps);
    case 'stop-ringing': {
      const { party, connectionId } = action;
      return locked(() => control.stopRinging({ conferenceId, party, connectionId }));
    }
    case 'pause-recording':
    case 'resume-recording':
      return locked(() => pauseRecording(deps, call, action));
    case 'restore-rep':
      return restoreRep(run, action.connectionId);
    default:
      return unreachable(action);
  }
}

/** Removes somebody who is silenced first, so that leaving does not end the call. */
async function removeParticipant(
  run: Run,
  { party, connectionId }: Extract<CarrierAction, { do: 'remove' }>,
): Promise<void> {
  const { control } = run.deps;
  const { conferenceId } = run.call;
  const remove = (): Promise<void> => control.remove({ conferenceId, connectionId });
  if (party.role !== 'supervisor') {
    const step = silenceStep(run.call, connectionId);
    return run.lockedWithRep(() => applyStep(control, conferenceId, step).then(remove));
  }
  await silence(run, connectionId);
  return run.locked(remove);
}

function silence({ deps, call, ifPending }: Run, connectionId: string): Promise<void> {
  const step = silenceStep(call, connectionId);
  return silenceNow(deps, call, {
    step,
    act: ifPending(() => applyStep(deps.control, call.conferenceId, step)),
  });
}

/** Lets the customer hear the rep again, also where the rep's lock cannot be acquired. */
function restoreRep({ deps, call, ifPending }: Run, connectionId: string): Promise<void> {
  const rep = { conferenceId: call.conferenceId, connectionId };
  return withLockOrWithout(
    deps.locks,
    repLockKey(call.conferenceId),
    ifPending(() => deps.control.set(rep, { audibleTo: 'everyone' })),
  );
}

async function resumeSwitch(
  deps: CallDeps,
  call: CallInConference,
  steps: readonly Step[],
): Promise<void> {
  for (const step of steps) {
    const isPending = (): Promise<boolean> => isStepStillPending(deps, call.callId, step);
    await scheduleStep(deps, call, {
      step,
      act: async () =>
        !(await isPending()) || applyStep(deps.control, call.conferenceId, step, isPending),
    });
  }
}

/** Pauses or resumes at the carrier, and writes that it is done. */
async function pauseRecording(
  deps: CallDeps,
  call: Call,
  action: Extract<CarrierAction, { do: 'pause-recording' | 'resume-recording' }>,
): Promise<void> {
  const isPaused = action.do === 'pause-recording';
  const isRecorded = await deps.control.pauseRecording(
    {
      conferenceId: action.conferenceId,
      customerConnectionId: connectedParticipant(call, 'customer')?.connectionId,
    },
    isPaused,
  );
  // A call that is not recorded cannot be paused, so the pause ends.
  const type = isPaused && isRecorded ? 'RecordingPaused' : 'RecordingResumed';
  await applyEvents(deps, { callId: call.callId, actor: { kind: 'system' } }, (before, now) =>
    before.recordingPause ? [{ type, at: now }] : [],
  );
}

/**
 * A newer request cancels the steps that are left of a mode change; so does the carrier's report
 * that one was done.
 */
async function isStepStillPending(
  { store }: RunStepsDeps,
  callId: string,
  step: Step,
): Promise<boolean> {
  const now = await store.loadCall(callId);
  return (
    now !== undefined &&
    pendingActions(now).some(
      (one) =>
        one.do === 'resume-switch' && one.steps.some((pending) => saysTheSame(pending, step)),
    )
  );
}
