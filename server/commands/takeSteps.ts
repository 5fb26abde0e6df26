import type { Call } from '../domain/call.ts';
import { hasteOf, isAboutTheRep, isMeantSilent } from '../domain/haste.ts';
import type { Step } from '../domain/switchSteps.ts';
import { unreachable } from '../domain/unreachable.ts';
import { CarrierProblem, type ConferenceControl, type Log, type StillWanted, type Store, type Turns } from '../ports.ts';
import { conferencePlace, inTurn, inTurnOrNot, repPlace } from './inTurn.ts';

export interface Acting {
  readonly control: ConferenceControl;
  readonly turns: Turns;
  readonly store: Pick<Store, 'loadCall'>;
  readonly log: Log;
}

/** The call and its conference, as they were when the steps were decided on. */
export type Held = Call & { readonly conferenceSid: string };

/** Does the steps of a switch in order; the first failure stops the rest, and so does a newer wish. Throws CarrierProblem. */
export async function takeSteps(deps: Acting, call: Call, steps: readonly Step[], isStillWanted = async () => true): Promise<void> {
  const { conferenceSid } = call;
  if (!conferenceSid) return;
  for (const step of steps) {
    const isDone = await takeStep(deps, { ...call, conferenceSid }, step, async () => (await isStillWanted()) && take(deps.control, conferenceSid, step, isStillWanted));
    if (!isDone) return;
  }
}

/** One step, as soon as it may go. */
export function takeStep(deps: Acting, call: Held, step: Step, act: () => Promise<boolean>): Promise<boolean> {
  const { conferenceSid } = call;
  const haste = hasteOf(call, step);
  switch (haste) {
    case 'at_once':
      return silenceAtOnce(deps, call, step, act);
    case 'after_the_rep':
      return inTurnOrNot(deps.turns, repPlace(conferenceSid), act);
    case 'in_turn':
      return inTurn(deps.turns, conferencePlace(conferenceSid), () =>
        isAboutTheRep(call, step) ? inTurn(deps.turns, repPlace(conferenceSid), act) : act());
    default:
      return unreachable(haste);
  }
}

/**
 * Silence goes ahead of whatever is under way. What it overtook may still be done after it, so it is said again
 * as soon as that is over, unless something newer was asked for.
 */
export async function silenceAtOnce<T>(deps: Acting, { callId, conferenceSid }: Held, step: Step, act: () => Promise<T>): Promise<T> {
  const end = await deps.turns.take(conferencePlace(conferenceSid), 0);
  try {
    if (!end) void sayAgain(deps, callId, conferenceSid, step);
    return await act();
  } finally {
    end?.();
  }
}

async function sayAgain({ control, turns, store, log }: Acting, callId: string, conferenceSid: string, step: Step): Promise<void> {
  const isMeant = async (): Promise<boolean> => {
    const now = await store.loadCall(callId);
    return now !== undefined && isMeantSilent(now, step.callSid);
  };
  try {
    await inTurn(turns, conferencePlace(conferenceSid), async () => {
      if (await isMeant()) await take(control, conferenceSid, step, isMeant);
    });
  } catch (problem) {
    if (problem instanceof CarrierProblem && problem.kind === 'gone') return;
    // The reconciler silences whoever is louder than agreed.
    log.warn({ callId, problem: String(problem) }, 'a silence could not be said again');
  }
}

/** One step, without waiting for anything. */
export async function take(control: ConferenceControl, conferenceSid: string, step: Step, isStillWanted?: StillWanted): Promise<true> {
  const leg = { conferenceSid, callSid: step.callSid };
  try {
    if (step.do === 'remove') await control.remove(leg);
    else await control.set(leg, { voice: step.voice, coachedCallSid: step.coachedCallSid, endsCall: step.endsCall }, isStillWanted);
  } catch (problem) {
    if (!(problem instanceof CarrierProblem && step.do === 'set' && step.mayFail)) throw problem;
  }
  return true;
}
