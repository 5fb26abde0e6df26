import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../domain/call.ts';
import { duties, type Duty } from '../domain/duties.ts';
import type { Step } from '../domain/switchSteps.ts';
import { unreachable } from '../domain/unreachable.ts';
import { CarrierProblem, type ConferenceControl, type Log, type Store, type Turns } from '../ports.ts';
import { conferencePlace, inTurn, inTurnOrNot, repPlace } from './inTurn.ts';
import { silenceAtOnce, take, takeStep, type Held } from './takeSteps.ts';

export interface Duties {
  readonly control: ConferenceControl;
  readonly turns: Turns;
  readonly log: Log;
}

/** What it takes to look, when a duty's turn comes, whether it is owed still. */
type Owing = Duties & { readonly store: Pick<Store, 'loadCall'> };

/**
 * Does what Dealside owes a call at the carrier. A duty that fails stays owed: the reconciler comes back to it.
 * Answers true when the carrier's view must be asked for.
 */
export async function keepDuties(deps: Owing, call: Call): Promise<boolean> {
  const owed = duties(call);
  // What may have to wait for its turn keeps nobody else from falling silent.
  const hastiestFirst = owed.toSorted((a, b) => rank(a) - rank(b));
  for (const duty of hastiestFirst.filter(({ do: what }) => what !== 'look')) {
    const isKept = await attempt(deps, call, duty.do, () => keep(deps, { ...call, conferenceSid: call.conferenceSid ?? '' }, duty));
    // Before the rep is heard again nobody else may fall silent or go.
    if (!isKept && duty.do === 'restore-rep') break;
  }
  return owed.some((duty) => duty.do === 'look');
}

const rank = ({ do: what }: Duty): number => (what === 'restore-rep' ? 0 : what === 'silence' ? 1 : 2);

/** Rings the customer's phone or the rep's softphone into the call. */
export async function dial(deps: Duties, call: Call, role: 'customer' | 'rep'): Promise<void> {
  const { callId, orgId, rep, customer } = call;
  await attempt(deps, call, `dial ${role}`, async () => {
    if (role === 'rep') {
      await deps.control.ringRep({ callId, orgId, repUserId: rep.userId, customerName: customer.name });
    } else if (customer.phone) {
      await deps.control.dialCustomer({ callId, orgId, phone: customer.phone });
    }
  });
}

/** Answers whether nothing of it is owed any more. */
async function attempt({ log }: Duties, { callId }: Call, what: string, act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    // A leg that is gone needs nothing any more.
    if (problem.kind === 'gone') return true;
    log.warn({ callId, duty: what, problem: problem.kind, code: problem.code }, 'carrier duty is still owed');
    return false;
  }
}

/** Keeps a duty, if it is owed still when its turn comes. */
async function keep(deps: Owing, call: Held, duty: Duty): Promise<void> {
  const { control, turns } = deps;
  const { callId, conferenceSid } = call;
  const ifOwed = (act: () => Promise<unknown>) => async (): Promise<void> => {
    const now = await deps.store.loadCall(callId);
    if (now && duties(now).some((one) => isDeepStrictEqual(one, duty))) await act();
  };
  const inOrder = (act: () => Promise<unknown>): Promise<void> => inTurn(turns, conferencePlace(conferenceSid), ifOwed(act));
  const inOrderWithTheRep = (act: () => Promise<unknown>): Promise<void> => inOrder(() => inTurn(turns, repPlace(conferenceSid), act));
  switch (duty.do) {
    case 'look':
      return;
    case 'end-call':
      return inOrder(() => control.endCall(duty.conferenceSid));
    case 'remove': {
      // Silent first, and no longer ending the call by its going: the customer stays, whoever goes.
      const step = silenceOf(duty.callSid);
      if (duty.party.role !== 'supervisor') return inOrderWithTheRep(() => take(control, conferenceSid, step).then(() => control.remove({ conferenceSid, callSid: duty.callSid })));
      await silenceAtOnce(deps, call, step, ifOwed(() => take(control, conferenceSid, step)));
      return inOrder(() => control.remove({ conferenceSid, callSid: duty.callSid }));
    }
    case 'record':
      return inOrder(() => control.recordLeg({ callId, interventionId: duty.interventionId, callSid: duty.callSid }));
    case 'silence':
      return silenceAtOnce(deps, call, silenceOf(duty.callSid), ifOwed(() => take(control, conferenceSid, silenceOf(duty.callSid))));
    case 'hand-over':
      return inOrderWithTheRep(async () => {
        for (const step of duty.steps) await take(control, conferenceSid, step);
      });
    case 'go-on':
      for (const step of duty.steps) await takeStep(deps, call, step, async () => {
        const isOwed = () => isOwedIn(deps, callId, step);
        return !(await isOwed()) || take(control, conferenceSid, step, isOwed);
      });
      return;
    case 'stop-ringing':
      return inOrder(() => control.stopRinging({ conferenceSid, party: duty.party }));
    case 'restore-rep':
      return inTurnOrNot(turns, repPlace(conferenceSid), ifOwed(() => control.set({ conferenceSid, callSid: duty.callSid }, { voice: 'everyone', endsCall: true })));
    default:
      return unreachable(duty);
  }
}

/** A newer wish takes the steps that are left of a switch away; so does the carrier's word that one was done. */
async function isOwedIn({ store }: Owing, callId: string, step: Step): Promise<boolean> {
  const now = await store.loadCall(callId);
  return now !== undefined && duties(now).some((one) => one.do === 'go-on' && one.steps.some((owed) => isDeepStrictEqual(owed, step)));
}

const silenceOf = (callSid: string) => ({ do: 'set', callSid, voice: 'nobody', endsCall: false }) as const;
