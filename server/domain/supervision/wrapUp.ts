import type { Call, FollowUp, WrapUp, WrapUpSubject } from '../call/call.ts';
import { isDispositionCode } from '../call/dispositions.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import { endedRepCall } from '../call/repCalls.ts';
import { involvesRep } from '../call/transfer.ts';
import { wrapUpOf } from '../call/wrapUp.ts';

export interface WrapUpCommand {
  readonly rep: Person;
  readonly disposition: string;
  readonly notes?: string;
  readonly followUp?: FollowUp;
  /** Undefined leaves the call on the record that it is on. */
  readonly about?: WrapUpSubject;
}

/**
 * How a rep's own call went, once it is over for that rep. Saving again replaces what was said; the
 * same again changes nothing.
 */
export function decideWrapUp(
  call: Call,
  { rep, disposition, notes, followUp, about }: WrapUpCommand,
  now: string,
): Decision {
  if (!involvesRep(call, rep.userId)) return refuse(refusal('not_your_call'));
  if (!endedRepCall(call, rep.userId)) return refuse(refusal('wrap_up_not_due'));
  if (!isDispositionCode(disposition)) return refuse(refusal('disposition_invalid'));
  const before = wrapUpOf(call, rep.userId);
  const chosen = about ?? before?.about;
  const wrapUp: WrapUp = {
    repUserId: rep.userId,
    disposition,
    ...(notes && { notes }),
    ...(followUp && { followUp }),
    ...(chosen && { about: chosen }),
    at: now,
  };
  const isSame = before && JSON.stringify({ ...before, at: now }) === JSON.stringify(wrapUp);
  return isSame ? happens() : happens({ type: 'CallWrappedUp', wrapUp, at: now });
}
