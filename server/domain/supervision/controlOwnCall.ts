import { connectedParticipant, type Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { endCall } from '../carrier/endCall.ts';

/** The rep puts the customer on hold, or resumes. */
export function decideHold(
  call: Call,
  { rep, onHold }: { readonly rep: Person; readonly onHold: boolean },
  now: string,
): Decision {
  const why = notInControl(call, rep);
  if (why) return refuse(why);
  // A rep who listens after a takeover does not control the call any more.
  if (isSilencedRep(call))
    return refuse(refusal('takeover_in_progress', { wording: 'takeover_in_progress.own_call' }));
  return happens(
    { type: 'CustomerHoldRequested', onHold, at: now },
    // From now on the rep decides whether the customer is on hold.
    ...(call.talkHold ? [{ type: 'TalkHoldEnded' as const, at: now }] : []),
  );
}

/**
 * The rep hangs up: the call ends for everybody, at once while nothing of it is at the carrier. On a
 * call that was taken over, only the rep's own connection ends, and the rep does not count as lost.
 */
export function decideHangUp(call: Call, { rep }: { readonly rep: Person }, now: string): Decision {
  const why = notInControl(call, rep);
  if (why) return refuse(why);
  const endsCall = !isSilencedRep(call);
  if (call.hangUp?.endsCall === endsCall) return happens();
  return happens(
    { type: 'RepHungUp', endsCall, at: now },
    ...(hasNoConferenceYet(call) ? endCall(call, 'hung_up', now) : []),
  );
}

/** The rep has not connected, so the customer was not called: the carrier has nothing to end. */
const hasNoConferenceYet = ({ status, direction, conferenceId }: Call): boolean =>
  status === 'ringing' && direction === 'outbound' && !conferenceId;

function notInControl(call: Call, rep: Person): Refusal | undefined {
  if (call.rep.userId !== rep.userId) return refusal('not_your_call');
  return call.status === 'ended' ? refusal('call_not_live') : undefined;
}

const isSilencedRep = (call: Call): boolean =>
  connectedParticipant(call, 'rep')?.audibleTo === 'nobody';
