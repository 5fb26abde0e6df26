import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../domain/call.ts';
import { duties, type Duty } from '../domain/duties.ts';
import type { Step } from '../domain/switchSteps.ts';
import { unreachable } from '../domain/unreachable.ts';
import { CarrierProblem, type ConferenceControl, type Log, type Store } from '../ports.ts';
import { inTurn } from './inTurn.ts';

export interface Duties {
  readonly control: ConferenceControl;
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
  for (const duty of owed.filter(({ do: what }) => what !== 'look')) {
    const isKept = await attempt(deps, call, duty.do, () => inTurn(deps.control, call.conferenceSid ?? '', async () => {
      const now = await deps.store.loadCall(call.callId);
      if (now && duties(now).some((one) => isDeepStrictEqual(one, duty))) await keep(deps.control, now, duty);
    }));
    // Before the rep is heard again nobody else may fall silent or go.
    if (!isKept && duty.do === 'restore-rep') break;
  }
  return owed.some((duty) => duty.do === 'look');
}

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

/** Does the steps of a switch in order; the first failure stops the rest, and so does a newer wish. Throws CarrierProblem. */
export async function takeSteps(control: ConferenceControl, conferenceSid: string, steps: readonly Step[], isStillWanted = async () => true): Promise<void> {
  for (const step of steps) {
    const isWanted = await inTurn(control, conferenceSid, async () => (await isStillWanted()) && take(control, conferenceSid, step));
    if (!isWanted) return;
  }
}

async function take(control: ConferenceControl, conferenceSid: string, step: Step): Promise<true> {
  const leg = { conferenceSid, callSid: step.callSid };
  try {
    if (step.do === 'remove') await control.remove(leg);
    else await control.set(leg, { voice: step.voice, coachedCallSid: step.coachedCallSid, endsCall: step.endsCall });
  } catch (problem) {
    if (!(problem instanceof CarrierProblem && step.do === 'set' && step.mayFail)) throw problem;
  }
  return true;
}

async function keep(control: ConferenceControl, call: Call, duty: Duty): Promise<void> {
  const { conferenceSid } = call;
  switch (duty.do) {
    case 'look':
      return;
    case 'end-call':
      return control.endCall(duty.conferenceSid);
    case 'remove':
      if (!conferenceSid) return;
      // Silent first, and no longer ending the call by its going: the customer stays, whoever goes.
      await control.set({ conferenceSid, callSid: duty.callSid }, { voice: 'nobody', endsCall: false });
      return control.remove({ conferenceSid, callSid: duty.callSid });
    case 'record':
      return control.recordLeg({ callId: call.callId, interventionId: duty.interventionId, callSid: duty.callSid });
    case 'silence':
      if (conferenceSid) await control.set({ conferenceSid, callSid: duty.callSid }, { voice: 'nobody', endsCall: false });
      return;
    case 'hand-over':
    case 'go-on':
      for (const step of duty.steps) if (conferenceSid) await take(control, conferenceSid, step);
      return;
    case 'stop-ringing':
      if (conferenceSid) await control.stopRinging({ conferenceSid, party: duty.party });
      return;
    case 'restore-rep':
      if (conferenceSid) await control.set({ conferenceSid, callSid: duty.callSid }, { voice: 'everyone', endsCall: true });
      return;
    default:
      return unreachable(duty);
  }
}
