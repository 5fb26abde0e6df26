import {
  decideHelpRequest, decideHelpAccept, decideTextWhisper, decideTextWhisperSeen, decideHelpCancel,
} from '../../domain/help/decideHelp.ts';
import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/people/people.ts';
import type { Policies } from '../../ports/index.ts';
import { actorOf, decideOn, type DecisionDeps, type Result } from '../transact/decideOn.ts';
import { idFrom } from '../transact/forIntervention.ts';

export interface HelpDeps extends DecisionDeps {
  readonly policies: Policies;
}

export interface HelpRequestInput { readonly callId: string; readonly requestId: string; readonly reasonCode: string; readonly skill?: string; readonly note?: string }

/** The rep asks the supervisors of the call for help (G14). The same request asks once. */
export function requestHelp(deps: DecisionDeps, rep: Person, { callId, requestId, ...asked }: HelpRequestInput): Promise<Result<Call>> {
  const helpRequestId = idFrom(rep.orgId, rep.userId, callId, requestId);
  return decideOn(deps, subject(rep, callId, 'RequestHelp'), (call, now) => decideHelpRequest(call, { ...asked, helpRequestId, rep }, now));
}

/** The rep needs no help any more. */
export function cancelHelp(deps: DecisionDeps, rep: Person, callId: string): Promise<Result<Call>> {
  return decideOn(deps, subject(rep, callId, 'CancelHelpRequest'), (call, now) => decideHelpCancel(call, { rep }, now));
}

/** A supervisor is coming; rep and other supervisors see who. */
export async function acceptHelp(deps: HelpDeps, supervisor: Person, callId: string): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  return decideOn(deps, subject(supervisor, callId, 'AcceptHelp'), (call, now) => decideHelpAccept(call, { supervisor, policy }, now));
}

/** A supervisor who is on the call writes to its rep (G43). The same request writes once. */
export async function sendTextWhisper(deps: HelpDeps, supervisor: Person, { callId, requestId, text }: { callId: string; requestId: string; text: string }): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  const textWhisperId = idFrom(supervisor.orgId, supervisor.userId, callId, requestId);
  return decideOn(deps, subject(supervisor, callId, 'SendTextWhisper'), (call, now) => decideTextWhisper(call, { supervisor, policy, textWhisperId, text }, now));
}

/** The rep has read it. */
export function markTextWhisperSeen(deps: DecisionDeps, rep: Person, { callId, textWhisperId }: { callId: string; textWhisperId: string }): Promise<Result<Call>> {
  return decideOn(deps, subject(rep, callId, 'MarkTextWhisperSeen'), (call, now) => decideTextWhisperSeen(call, { rep, textWhisperId }, now));
}

const subject = (person: Person, callId: string, action: AttemptAction) => ({ orgId: person.orgId, callId, action, actor: actorOf(person) });
