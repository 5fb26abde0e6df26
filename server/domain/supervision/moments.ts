import type { Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';

export interface FlagMoment {
  readonly momentId: string;
  readonly rep: Person;
  readonly note?: string;
}

/** The rep marks this moment of a live call, to come back to it afterwards. Nobody is called. */
export function decideFlag(call: Call, { momentId, rep, note }: FlagMoment, now: string): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.moments?.some((one) => one.momentId === momentId)) return happens();
  if (call.status !== 'live')
    return refuse(refusal('call_not_live', { wording: 'call_not_live.flag' }));
  const moment = { momentId, at: now, byUserId: rep.userId, ...(note && { note }) };
  return happens({ type: 'MomentFlagged', moment, at: now });
}
