import {
  decideAskHelp, decideTakeHelp, decideTextWhisper, decideTextWhisperSeen, decideWithdrawHelp,
} from '../domain/assist.ts';
import type { Call } from '../domain/call.ts';
import type { Person } from '../domain/people.ts';
import type { Policies } from '../ports.ts';
import { actorOf, decideOn, type Recording, type Result } from './decideOn.ts';
import { idFrom } from './onIntervention.ts';

export interface Assisting extends Recording {
  readonly policies: Policies;
}

export interface HelpAsked { readonly callId: string; readonly requestId: string; readonly reasonCode: string; readonly skill?: string; readonly note?: string }

/** The rep asks the supervisors of the call for help (G14). The same request asks once. */
export function askHelp(deps: Recording, rep: Person, { callId, requestId, ...asked }: HelpAsked): Promise<Result<Call>> {
  const helpRequestId = idFrom(rep.orgId, rep.userId, callId, requestId);
  return decideOn(deps, subject(rep, callId, 'AskHelp'), (call, now) => decideAskHelp(call, { ...asked, helpRequestId, rep }, now));
}

/** The rep needs no help any more. */
export function withdrawHelp(deps: Recording, rep: Person, callId: string): Promise<Result<Call>> {
  return decideOn(deps, subject(rep, callId, 'WithdrawHelp'), (call, now) => decideWithdrawHelp(call, { rep }, now));
}

/** A supervisor is coming; rep and other supervisors see who. */
export async function takeHelp(deps: Assisting, supervisor: Person, callId: string): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  return decideOn(deps, subject(supervisor, callId, 'TakeHelp'), (call, now) => decideTakeHelp(call, { supervisor, policy }, now));
}

/** A supervisor who is on the call writes to its rep (G43). The same request writes once. */
export async function whisperText(deps: Assisting, supervisor: Person, { callId, requestId, text }: { callId: string; requestId: string; text: string }): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  const textWhisperId = idFrom(supervisor.orgId, supervisor.userId, callId, requestId);
  return decideOn(deps, subject(supervisor, callId, 'WhisperText'), (call, now) => decideTextWhisper(call, { supervisor, policy, textWhisperId, text }, now));
}

/** The rep has read it. */
export function seeTextWhisper(deps: Recording, rep: Person, { callId, textWhisperId }: { callId: string; textWhisperId: string }): Promise<Result<Call>> {
  return decideOn(deps, subject(rep, callId, 'SeeTextWhisper'), (call, now) => decideTextWhisperSeen(call, { rep, textWhisperId }, now));
}

const subject = (person: Person, callId: string, action: string) => ({ orgId: person.orgId, callId, action, actor: actorOf(person) });
