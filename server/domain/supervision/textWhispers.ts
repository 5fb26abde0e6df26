import { interventionOf, type Call } from '../call/call.ts';
import { isCovert } from '../call/covert.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { TextWhisper } from '../call/helpRequest.ts';
import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import { repAt } from '../call/transfer.ts';
import { decidePolicy } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';

export interface TextWhisperCommand {
  readonly textWhisperId: string;
  readonly supervisor: Person;
  readonly policy: Policy;
  readonly text: string;
  readonly isPraise?: boolean;
}

/** A text whisper needs an active intervention on the call and the permission to whisper. */
export function decideTextWhisper(
  call: Call,
  { textWhisperId, supervisor, policy, text, isPraise }: TextWhisperCommand,
  now: string,
): Decision {
  if (call.textWhispers?.some((one) => one.textWhisperId === textWhisperId)) return happens();
  const own = call.interventions.find(
    (one) => one.supervisor.userId === supervisor.userId && one.status === 'active',
  );
  if (!own) return refuse(refusal('join_first'));
  const decision = decidePolicy({
    policy,
    person: supervisor,
    rep: call.rep,
    call,
    mode: 'whisper',
    now,
  });
  if (!decision.allowed) return refuse(decision.refusal);
  const textWhisper: TextWhisper = {
    textWhisperId,
    interventionId: own.interventionId,
    from: own.supervisor,
    ...(isPraise && { isPraise }),
    text,
    at: now,
  };
  return happens({ type: 'TextWhispered', textWhisper, at: now });
}

export interface TextReplyCommand {
  readonly textWhisperId: string;
  readonly rep: Person;
  /** The supervisor to whom it is written, by their intervention. */
  readonly interventionId: string;
  readonly text: string;
}

/** The rep of the call answers a supervisor on it that the rep knows about. */
export function decideTextReply(
  call: Call,
  { textWhisperId, rep, interventionId, text }: TextReplyCommand,
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.textWhispers?.some((one) => one.textWhisperId === textWhisperId)) return happens();
  const to = interventionOf(call, interventionId);
  if (to?.status !== 'active' || isCovert(to)) return refuse(refusal('intervention_ended'));
  const textWhisper: TextWhisper = {
    textWhisperId,
    interventionId,
    from: { userId: rep.userId, name: rep.name, role: 'rep' },
    toSupervisor: true,
    text,
    at: now,
  };
  return happens({ type: 'TextWhispered', textWhisper, at: now });
}

/** The recipient of a text whisper: the supervisor, or the rep whose call it was at that time. */
const addresseeOf = (call: Call, { interventionId, toSupervisor, at }: TextWhisper) =>
  toSupervisor ? interventionOf(call, interventionId)?.supervisor.userId : repAt(call, at).userId;

/** Only the author and the recipient may read a text whisper. */
export const readsTextWhisper = (call: Call, line: TextWhisper, userId: string): boolean =>
  line.from.userId === userId || addresseeOf(call, line) === userId;

/** The recipient has seen a text whisper. */
export function decideTextWhisperSeen(
  call: Call,
  { person, textWhisperId }: { readonly person: Person; readonly textWhisperId: string },
  now: string,
): Decision {
  const found = call.textWhispers?.find((one) => one.textWhisperId === textWhisperId);
  if (!found)
    return refuse(
      refusal(call.rep.userId === person.userId ? 'text_whisper_not_found' : 'not_your_call'),
    );
  if (addresseeOf(call, found) !== person.userId) return refuse(refusal('not_your_call'));
  return found.seenAt ? happens() : happens({ type: 'TextWhisperSeen', textWhisperId, at: now });
}
