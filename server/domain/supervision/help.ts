import type { Call } from '../call/call.ts';
import { isCovert } from '../call/covert.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import {
  isHelpReasonCode,
  openHelpRequest,
  type Helper,
  type HelpOffer,
  type HelpReach,
  type HelpRequest,
} from '../call/helpRequest.ts';
import type { Person } from '../call/people.ts';
import { isPractice } from '../call/purpose.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { helpReopened } from '../call/reopenHelp.ts';
import type { ConsentSettings } from '../consent/decide.ts';
import { decideJoin } from '../policy/decideJoin.ts';
import type { Policy } from '../policy/policy.ts';
import type { Proofs } from '../stepUp/proofs.ts';
import { joinConditions } from './startIntervention.ts';

export interface HelpRequestCommand {
  readonly helpRequestId: string;
  readonly rep: Person;
  readonly reasonCode: string;
  readonly skill?: string;
  readonly note?: string;
  readonly reach?: HelpReach;
  readonly offer?: HelpOffer;
  readonly openMs?: number;
}

/** A rep requests help on a live call. Only one request is open at a time. */
export function decideHelpRequest(
  call: Call,
  { helpRequestId, rep, reasonCode, skill, note, reach, offer, openMs }: HelpRequestCommand,
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.help?.helpRequestId === helpRequestId) return happens();
  if (call.status !== 'live')
    return refuse(refusal('call_not_live', { wording: 'call_not_live.help' }));
  if (isPractice(call)) return refuse(refusal('practice_call'));
  if (openHelpRequest(call)) return refuse(refusal('help_already_asked'));
  if (!isHelpReasonCode(reasonCode)) return refuse(refusal('help_reason_required'));
  const help: HelpRequest = {
    helpRequestId,
    reasonCode,
    ...(skill && { skill }),
    ...(note && { note }),
    ...(reach && { reach }),
    ...(offer && { offer }),
    ...(openMs && { openMs }),
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

export interface AcceptHelp {
  readonly supervisor: Person;
  readonly policy: Policy;
  readonly consent: ConsentSettings;
  readonly proofs?: Proofs;
  readonly isRepUnnotified?: boolean;
}

/**
 * A supervisor accepts the help request, so that the rep and the other supervisors know. Whoever
 * could not join the call now cannot accept it: the rep would wait for somebody who cannot come.
 */
export function decideHelpAccept(
  call: Call,
  { supervisor, policy, ...conditions }: AcceptHelp,
  now: string,
): Decision {
  const decision = decideJoin(call, { person: supervisor, policy }, now);
  if (!decision.allowed) return refuse(decision.refusal);
  const help = openHelpRequest(call);
  if (!help) return refuse(refusal('help_not_asked'));
  if (help.status === 'taken')
    return help.takenBy.userId === supervisor.userId
      ? happens()
      : refuse(alreadyAccepted(help.takenBy));
  const join = joinConditions(call, { ...conditions, obligations: decision.obligations }, now);
  // The reason is asked for with the join.
  if ('refusal' in join && join.refusal.code !== 'reason_required') return refuse(join.refusal);
  const { userId, name } = supervisor;
  return happens({
    type: 'HelpAccepted',
    helpRequestId: help.helpRequestId,
    takenBy: { userId, name, role: decision.role },
    at: now,
  });
}

export type GiveHelpBack = Pick<AcceptHelp, 'supervisor' | 'policy'>;

/**
 * A supervisor who accepted the request and does not join gives it back. Giving back what they do
 * not have, or while their join is under way, changes nothing; it is for those alone who may join
 * the call.
 */
export function decideHelpGiveBack(
  call: Call,
  { supervisor, policy }: GiveHelpBack,
  now: string,
): Decision {
  const help = openHelpRequest(call);
  if (help?.status === 'taken' && help.takenBy.userId === supervisor.userId)
    return isComing(call, supervisor) ? happens() : happens(helpReopened(help, 'canceled', now));
  const decision = decideJoin(call, { person: supervisor, policy }, now);
  return decision.allowed ? happens() : refuse(decision.refusal);
}

const isComing = ({ interventions }: Call, { userId }: Person): boolean =>
  interventions.some(
    (one) => one.supervisor.userId === userId && one.status !== 'ended' && !isCovert(one),
  );

const alreadyAccepted = ({ name }: Helper): Refusal =>
  refusal('help_taken', { wording: 'help_taken.by', values: { who: name } });
