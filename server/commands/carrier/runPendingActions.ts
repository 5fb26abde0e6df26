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
import { holdWaiting, releaseCustomer } from './keepCustomer.ts';
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
    const isDone = await attemptAction(deps, call, action.do, () =>
      runAction(deps, { ...call, conferenceId: call.conferenceId ?? '' }, action),
    );
    // No supervisor is silenced or removed before the rep is heard again.
    if (!isDone && action.do === 'restore-rep') break;
  }
  return { mustReconcile: pending.some((action) => action.do === 'reconcile') };
}

const FIRST: readonly CarrierAction['do'][] = ['restore-rep', 'silence'];

const rank = ({ do: what }: CarrierAction): number =>
  FIRST.includes(what) ? FIRST.indexOf(what) : FIRST.length;

/** Does a pending action, if it is still pending once its lock is acquired. */
async function runAction(
  deps: CallDeps,
  call: CallInConference,
  action: CarrierAction,
): Promise<void> {
  const { control, locks } = deps;
  const { callId, conferenceId } = call;
  const ifPending = (act: () => Promise<unknown>) => async (): Promise<void> => {
    const now = await deps.store.loadCall(callId);
    if (now && pendingActions(now).some((one) => saysTheSame(one, action))) await act();
  };
  const locked = (act: () => Promise<unknown>): Promise<void> =>
    withLock(locks, conferenceLockKey(conferenceId), ifPending(act));
  const lockedWithRep = (act: () => Promise<unknown>): Promise<void> =>
    locked(() => withLock(locks, repLockKey(conferenceId), act));
  switch (action.do) {
    case 'reconcile':
      return;
    case 'end-call':
      return locked(() => control.endCall(action.conferenceId));
    case 'remove': {
      // Silent first, and so that leaving does not end the call: the customer stays.
      const step = silenceStep(call, action.connectionId);
      if (action.party.role !== 'supervisor')
        return lockedWithRep(() =>
          applyStep(control, conferenceId, step).then(() =>
            control.remove({ conferenceId, connectionId: action.connectionId }),
          ),
        );
      await silenceNow(
        deps,
        call,
        step,
        ifPending(() => applyStep(control, conferenceId, step)),
      );
      return locked(() => control.remove({ conferenceId, connectionId: action.connectionId }));
    }
    case 'hold-customer':
      return locked(() => holdWaiting(deps, call, action.connectionId));
    case 'release-customer':
      return locked(() => releaseCustomer(deps, call, action.connectionId));
    case 'send-on':
      return locked(() => control.sendOn({ callId, connectionId: action.connectionId }));
    case 'record-call':
      return locked(() => control.recordCall({ callId, connectionId: action.connectionId }));
    case 'record':
      return locked(() =>
        control.recordParticipant({
          callId,
          interventionId: action.interventionId,
          connectionId: action.connectionId,
        }),
      );
    case 'silence':
      return silenceNow(
        deps,
        call,
        silenceStep(call, action.connectionId),
        ifPending(() => applyStep(control, conferenceId, silenceStep(call, action.connectionId))),
      );
    case 'hand-over':
    case 'change-device':
    case 'leave-to-guest':
      return lockedWithRep(async () => {
        for (const step of action.steps) await applyStep(control, conferenceId, step);
      });
    case 'hold-for-talk':
      return locked(() =>
        control.holdForTalk({ callId, conferenceId, connectionId: action.connectionId }),
      );
    case 'resume-after-talk':
      return locked(() =>
        control.set({ conferenceId, connectionId: action.connectionId }, { onHold: false }),
      );
    case 'resume-switch':
      return resumeSwitch(deps, call, action.steps);
    case 'stop-ringing':
      return locked(() =>
        control.stopRinging({
          conferenceId,
          party: action.party,
          connectionId: action.connectionId,
        }),
      );
    case 'pause-recording':
    case 'resume-recording':
      return locked(() => pauseRecording(deps, call, action));
    case 'restore-rep':
      return withLockOrWithout(
        locks,
        repLockKey(conferenceId),
        ifPending(() =>
          control.set(
            { conferenceId, connectionId: action.connectionId },
            { audibleTo: 'everyone' },
          ),
        ),
      );
    default:
      return unreachable(action);
  }
}

async function resumeSwitch(
  deps: CallDeps,
  call: CallInConference,
  steps: readonly Step[],
): Promise<void> {
  for (const step of steps) {
    const isPending = (): Promise<boolean> => isStepStillPending(deps, call.callId, step);
    await scheduleStep(
      deps,
      call,
      step,
      async () =>
        !(await isPending()) || applyStep(deps.control, call.conferenceId, step, isPending),
    );
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
  // What is not recorded cannot be paused: then the pause is over.
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
