import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../../domain/call/call.ts';
import { pendingActions, type CarrierAction } from '../../domain/carrier/pendingActions.ts';
import type { Step } from '../../domain/carrier/switchSteps.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { CarrierProblem, type ConferenceControl, type Log, type Store, type ConferenceLocks } from '../../ports/index.ts';
import { conferenceLockKey, withLock, withLockOrWithout, repLockKey } from './conferenceLocks.ts';
import { silenceNow, applyStep, scheduleStep, type CallInConference } from './runSteps.ts';

export interface CarrierActionDeps {
  readonly control: ConferenceControl;
  readonly locks: ConferenceLocks;
  readonly log: Log;
}

/** What it takes to look, when a pending action's turn comes, whether it is owed still. */
type PendingActionDeps = CarrierActionDeps & { readonly store: Pick<Store, 'loadCall'> };

/**
 * Does what Dealside owes a call at the carrier. A pending action that fails stays owed: the reconciler comes back to it.
 * Answers true when the carrier's view must be asked for.
 */
export async function runPendingActions(deps: PendingActionDeps, call: Call): Promise<boolean> {
  const owed = pendingActions(call);
  // What may have to wait for its turn keeps nobody else from falling silent.
  const hastiestFirst = owed.toSorted((a, b) => rank(a) - rank(b));
  for (const action of hastiestFirst.filter(({ do: what }) => what !== 'look')) {
    const isKept = await attemptAction(deps, call, action.do, () => runAction(deps, { ...call, conferenceId: call.conferenceId ?? '' }, action));
    // Before the rep is heard again nobody else may fall silent or go.
    if (!isKept && action.do === 'restore-rep') break;
  }
  return owed.some((action) => action.do === 'look');
}

const rank = ({ do: what }: CarrierAction): number => (what === 'restore-rep' ? 0 : what === 'silence' ? 1 : 2);

/** Rings the customer's phone or the rep's softphone into the call. */
export async function dial(deps: CarrierActionDeps, call: Call, role: 'customer' | 'rep'): Promise<void> {
  const { callId, orgId, rep, customer } = call;
  await attemptAction(deps, call, `dial ${role}`, async () => {
    if (role === 'rep') {
      await deps.control.ringRep({ callId, orgId, repUserId: rep.userId, customerName: customer.name });
    } else if (customer.phone) {
      await deps.control.dialCustomer({ callId, orgId, phone: customer.phone });
    }
  });
}

/** Answers whether nothing of it is owed any more. */
async function attemptAction({ log }: CarrierActionDeps, { callId }: Call, what: string, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    // A connection that is gone needs nothing any more.
    if (problem.kind === 'gone') return true;
    log.warn({ callId, action: what, problem: problem.kind, code: problem.code }, 'a carrier action is still pending');
    return false;
  }
}

/** Keeps a pending action, if it is owed still when its turn comes. */
async function runAction(deps: PendingActionDeps, call: CallInConference, action: CarrierAction): Promise<void> {
  const { control, locks } = deps;
  const { callId, conferenceId } = call;
  const ifOwed = (act: () => Promise<unknown>) => async (): Promise<void> => {
    const now = await deps.store.loadCall(callId);
    if (now && pendingActions(now).some((one) => isDeepStrictEqual(one, action))) await act();
  };
  const inOrder = (act: () => Promise<unknown>): Promise<void> => withLock(locks, conferenceLockKey(conferenceId), ifOwed(act));
  const inOrderWithTheRep = (act: () => Promise<unknown>): Promise<void> => inOrder(() => withLock(locks, repLockKey(conferenceId), act));
  switch (action.do) {
    case 'look':
      return;
    case 'end-call':
      return inOrder(() => control.endCall(action.conferenceId));
    case 'remove': {
      // Silent first, and no longer ending the call by its going: the customer stays, whoever goes.
      const step = silenceStep(action.connectionId);
      if (action.party.role !== 'supervisor') return inOrderWithTheRep(() => applyStep(control, conferenceId, step).then(() => control.remove({ conferenceId, connectionId: action.connectionId })));
      await silenceNow(deps, call, step, ifOwed(() => applyStep(control, conferenceId, step)));
      return inOrder(() => control.remove({ conferenceId, connectionId: action.connectionId }));
    }
    case 'record':
      return inOrder(() => control.recordParticipant({ callId, interventionId: action.interventionId, connectionId: action.connectionId }));
    case 'silence':
      return silenceNow(deps, call, silenceStep(action.connectionId), ifOwed(() => applyStep(control, conferenceId, silenceStep(action.connectionId))));
    case 'hand-over':
      return inOrderWithTheRep(async () => {
        for (const step of action.steps) await applyStep(control, conferenceId, step);
      });
    case 'go-on':
      for (const step of action.steps) await scheduleStep(deps, call, step, async () => {
        const isOwed = () => isStepStillPending(deps, callId, step);
        return !(await isOwed()) || applyStep(control, conferenceId, step, isOwed);
      });
      return;
    case 'stop-ringing':
      return inOrder(() => control.stopRinging({ conferenceId, party: action.party }));
    case 'restore-rep':
      return withLockOrWithout(locks, repLockKey(conferenceId), ifOwed(() => control.set({ conferenceId, connectionId: action.connectionId }, { audibleTo: 'everyone', endsCall: true })));
    default:
      return unreachable(action);
  }
}

/** A newer wish takes the steps that are left of a switch away; so does the carrier's word that one was done. */
async function isStepStillPending({ store }: PendingActionDeps, callId: string, step: Step): Promise<boolean> {
  const now = await store.loadCall(callId);
  return now !== undefined && pendingActions(now).some((one) => one.do === 'go-on' && one.steps.some((owed) => isDeepStrictEqual(owed, step)));
}

const silenceStep = (connectionId: string) => ({ do: 'set', connectionId, audibleTo: 'nobody', endsCall: false }) as const;
