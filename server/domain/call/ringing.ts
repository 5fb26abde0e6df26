import { unreachable } from '../unreachable.ts';
import type { Call, FinishingRep, RepOnCall, RingStep, Ringing } from './call.ts';
import { openRepLoss } from './repLoss.ts';
import { withRep } from './transfer.ts';

/**
 * The most reps that are rung at once. The carrier dials one after the other, by default one a
 * second.
 */
export const RING_AT_MOST = 10;

export type RingEvent =
  | { readonly type: 'RingStepBegan'; readonly step: number; readonly at: string }
  /**
   * Reps who were finishing a call are ready for this one, and join the step that rings now or come
   * later; `finishing` are those who are not.
   */
  | {
      readonly type: 'RepsBecameReady';
      readonly ready: readonly FinishingRep[];
      readonly finishing: readonly FinishingRep[];
      readonly joins: boolean;
      readonly at: string;
    }
  /** Reps who were finishing a call cannot take this one: the caller waits for them no longer. */
  | { readonly type: 'RepsNotAwaited'; readonly userIds: readonly string[]; readonly at: string }
  /** Somebody other than the rep whose call it was has answered it, or taken it after a loss. */
  | { readonly type: 'CallTaken'; readonly userId: string; readonly at: string }
  /** It is known now who is to call back a caller whom the CRM could not name during the call. */
  | { readonly type: 'MissedCallAssigned'; readonly rep: RepOnCall; readonly at: string };

/** Those whom a caller waits for: who is ready by now, and who is waited for still. */
export type LookedUp = Pick<Extract<RingEvent, { type: 'RepsBecameReady' }>, 'ready' | 'finishing'>;

/** How somebody is looked for now: for a new call, or for one whose rep was lost. */
const ringingNow = (call: Call): Ringing | undefined =>
  call.status === 'ringing' ? call.ringing : openRepLoss(call)?.ringing;

/** Whether reps are rung for this call until somebody takes it. */
export const isSomebodySought = (call: Call): boolean => ringingNow(call) !== undefined;

/** The step whose reps are rung now. */
export function currentRingStep(call: Call): RingStep | undefined {
  const ringing = ringingNow(call);
  return ringing?.step === undefined ? undefined : ringing.steps[ringing.step];
}

/** Since when the reps of the current step are rung. */
export const ringStepSince = (call: Call): string | undefined => ringingNow(call)?.stepSince;

/** The rep of the current step with this id. */
export const rungRep = (call: Call, userId: string): RepOnCall | undefined =>
  currentRingStep(call)?.reps.find((rep) => rep.userId === userId);

/** Whether an inbound call has ended without anybody having taken it. */
export const isMissed = (call: Call): boolean =>
  call.ringing !== undefined && call.status === 'ended' && call.answeredAt === undefined;

/** Whether the CRM still has to be asked who the caller of this call is. */
export const isCallerUnread = (call: Call): boolean =>
  call.ringing?.isCallerUnread === true && !call.customer.contactId;

/** Whether the CRM still has to be asked who the caller is, or whose missed call this is. */
export const isToBeIdentified = (call: Call): boolean =>
  isCallerUnread(call) || (isMissed(call) && call.ringing?.isRepUnread === true);

/** The call after an event of its ringing. */
export function evolveRinging(call: Call, event: RingEvent): Call {
  if (event.type === 'MissedCallAssigned') return assigned(call, event.rep);
  const ringing = ringingNow(call);
  if (!ringing) return call;
  switch (event.type) {
    case 'RingStepBegan': {
      const began = { ...ringing, step: event.step, stepSince: event.at };
      const repLoss = openRepLoss(call);
      return repLoss
        ? { ...call, repLoss: { ...repLoss, ringing: began } }
        : { ...call, ringing: began };
    }
    case 'RepsBecameReady':
      return call.ringing && ringing === call.ringing
        ? { ...call, ringing: withReady(call.ringing, event) }
        : call;
    case 'RepsNotAwaited':
      return call.ringing && ringing === call.ringing
        ? { ...call, ringing: withoutAwaited(call.ringing, event.userIds) }
        : call;
    case 'CallTaken': {
      const rep = rungRep(call, event.userId);
      if (!rep) return call;
      const taken = withRep(call, rep);
      // The former rep sees who has the call now.
      return rep.userId === call.rep.userId
        ? taken
        : { ...taken, pastReps: [...(call.pastReps ?? []), { rep: call.rep, until: event.at }] };
    }
    default:
      return unreachable(event);
  }
}

function withReady(
  ringing: Ringing,
  { ready, finishing, joins, at }: Extract<RingEvent, { type: 'RepsBecameReady' }>,
): Ringing {
  const steps = [...ringing.steps];
  const reps = ready.map(({ rep }) => rep);
  const current = ringing.step === undefined ? undefined : steps[ringing.step];
  if (joins && current) steps[ringing.step!] = { ...current, reps: [...current.reps, ...reps] };
  else if (ringing.ringsInTurn) steps.push(...ready.map((one) => stepOf([one])));
  else if (reps.length > 0) steps.splice((ringing.step ?? -1) + 1, 0, stepOf(ready));
  return { ...ringing, steps, finishing, ...(joins && reps.length > 0 && { stepSince: at }) };
}

function stepOf(ready: readonly FinishingRep[]): RingStep {
  const afterCallSeconds = ready.find(
    (one) => one.afterCallSeconds !== undefined,
  )?.afterCallSeconds;
  return {
    whom: 'group',
    reps: ready.map(({ rep }) => rep),
    seconds: Math.max(...ready.map(({ seconds }) => seconds)),
    ...(afterCallSeconds !== undefined && { afterCallSeconds }),
  };
}

const withoutAwaited = (ringing: Ringing, userIds: readonly string[]): Ringing => ({
  ...ringing,
  finishing: ringing.finishing?.filter(({ rep }) => !userIds.includes(rep.userId)),
});

function assigned(call: Call, rep: RepOnCall): Call {
  if (!call.ringing) return call;
  const { isCallerUnread: _caller, isRepUnread: _rep, ...ringing } = call.ringing;
  return { ...call, rep, ringing };
}
