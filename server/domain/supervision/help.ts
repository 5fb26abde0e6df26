import {
  isHelpReasonCode,
  openHelpRequest,
  type Helper,
  type HelpReach,
  type HelpRequest,
  type TextWhisper,
} from '../call/helpRequest.ts';
import type { Call } from '../call/call.ts';
import { JOIN_MODE } from '../call/modes.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { repAt } from '../call/transfer.ts';
import { decidePolicy } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import { refusal, type Refusal } from '../call/refusals.ts';

export interface HelpRequestCommand {
  readonly helpRequestId: string;
  readonly rep: Person;
  readonly reasonCode: string;
  readonly skill?: string;
  readonly note?: string;
  readonly reach?: HelpReach;
}

/** A rep requests help on a live call. Only one request is open at a time. */
export function decideHelpRequest(
  call: Call,
  { helpRequestId, rep, reasonCode, skill, note, reach }: HelpRequestCommand,
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.help?.helpRequestId === helpRequestId) return happens();
  if (call.status !== 'live')
    return refuse(refusal('call_not_live', { wording: 'call_not_live.help' }));
  if (openHelpRequest(call)) return refuse(refusal('help_already_asked'));
  if (!isHelpReasonCode(reasonCode)) return refuse(refusal('help_reason_required'));
  const help: HelpRequest = {
    helpRequestId,
    reasonCode,
    ...(skill && { skill }),
    ...(note && { note }),
    ...(reach && { reach }),
    at: now,
    status: 'open',
  };
  return happens({ type: 'HelpRequested', help, at: now });
}

/** The rep cancels the help request. */
export function decideHelpCancel(call: Call, { rep }: { rep: Person }, now: string): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  const help = openHelpRequest(call);
  return help
    ? happens({ type: 'HelpRequestCancelled', helpRequestId: help.helpRequestId, at: now })
    : happens();
}

interface SupervisorAndPolicy {
  readonly supervisor: Person;
  readonly policy: Policy;
}

/**
 * A supervisor who may join the call accepts the help request, so that the other supervisors know.
 */
export function decideHelpAccept(
  call: Call,
  { supervisor, policy }: SupervisorAndPolicy,
  now: string,
): Decision {
  const decision = decidePolicy({
    policy,
    person: supervisor,
    rep: call.rep,
    call,
    mode: JOIN_MODE,
    now,
  });
  if (!decision.allowed) return refuse(decision.refusal);
  const help = openHelpRequest(call);
  if (!help) return refuse(refusal('help_not_asked'));
  if (help.status === 'taken')
    return help.takenBy.userId === supervisor.userId
      ? happens()
      : refuse(alreadyAccepted(help.takenBy));
  const { userId, name } = supervisor;
  return happens({
    type: 'HelpAccepted',
    helpRequestId: help.helpRequestId,
    takenBy: { userId, name, role: decision.role },
    at: now,
  });
}

const alreadyAccepted = ({ name }: Helper): Refusal =>
  refusal('help_taken', { wording: 'help_taken.by', values: { who: name } });

export interface TextWhisperCommand extends SupervisorAndPolicy {
  readonly textWhisperId: string;
  readonly text: string;
}

/** A text whisper needs an active intervention on the call and the permission to whisper. */
export function decideTextWhisper(
  call: Call,
  { textWhisperId, supervisor, policy, text }: TextWhisperCommand,
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
  const textWhisper = {
    textWhisperId,
    interventionId: own.interventionId,
    from: own.supervisor,
    text,
    at: now,
  };
  return happens({ type: 'TextWhispered', textWhisper, at: now });
}

/** A text whisper is read by the supervisor who wrote it, and by whose call it was then. */
export const readsTextWhisper = (call: Call, { from, at }: TextWhisper, userId: string): boolean =>
  from.userId === userId || repAt(call, at).userId === userId;

/** The rep to whom it was written has seen a text whisper. */
export function decideTextWhisperSeen(
  call: Call,
  { rep, textWhisperId }: { rep: Person; textWhisperId: string },
  now: string,
): Decision {
  const found = call.textWhispers?.find((one) => one.textWhisperId === textWhisperId);
  const isAddressee = repAt(call, found?.at ?? now).userId === rep.userId;
  if (!isAddressee) return refuse(refusal('not_your_call'));
  if (!found) return refuse(refusal('text_whisper_not_found'));
  return found.seenAt ? happens() : happens({ type: 'TextWhisperSeen', textWhisperId, at: now });
}
