import type { LeftMessage } from '../call/answering.ts';
import { connectedParticipant, isActive, type Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import { currentGuests } from '../call/guest.ts';
import { isSilent } from '../call/modes.ts';
import type { Person } from '../call/people.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { requestedTransfer } from '../call/transfer.ts';
import { endCall } from '../carrier/endCall.ts';

/**
 * The rep leaves a message on the machine that has answered, and hangs up: the call is over, and
 * finished as such. A message is for no human: it is refused unless the carrier has heard a machine,
 * and while anybody but the rep can be heard.
 */
export function decideLeaveMessage(
  call: Call,
  { rep, message }: { readonly rep: Person; readonly message: LeftMessage },
  now: string,
): Decision {
  const why = whyNot(call, rep);
  if (why) return refuse(why);
  return happens(
    { type: 'MessageLeft', message, userId: rep.userId, at: now },
    ...endCall(call, 'hung_up', now),
    {
      type: 'CallWrappedUp',
      wrapUp: { repUserId: rep.userId, disposition: 'left_voicemail', at: now },
      at: now,
    },
  );
}

function whyNot(call: Call, { userId }: Person): Refusal | undefined {
  if (call.rep.userId !== userId) return refusal('not_your_call');
  if (call.status !== 'live' || !connectedParticipant(call, 'customer') || call.hangUp)
    return refusal('call_not_live');
  const { answering } = call;
  if (!answering || answering.status === 'message_left' || !answering.mayLeaveMessage)
    return refusal('message_not_allowed');
  if (answering.status !== 'known' || answering.by !== 'machine') return refusal('no_machine');
  if (isSupervisorAudible(call)) return refusal('supervisor_audible');
  if (currentGuests(call).length > 0) return refusal('guest_there');
  return requestedTransfer(call) ? refusal('transfer_pending') : undefined;
}

/** In a mode in which anybody hears them, on the way to one, or by the carrier's own word. */
const isSupervisorAudible = (call: Call): boolean =>
  call.interventions.some(
    (one) =>
      isActive(one) &&
      [one.mode, one.pending?.mode].some((mode) => mode !== undefined && !isSilent(mode)),
  ) ||
  call.participants.some(
    ({ party, status, audibleTo }) =>
      party.role === 'supervisor' && status === 'connected' && audibleTo !== 'nobody',
  );
