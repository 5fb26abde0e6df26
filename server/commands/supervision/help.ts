import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Call } from '../../domain/call/call.ts';
import {
  decideHelpAccept,
  decideHelpCancel,
  decideHelpRequest,
  decideTextWhisper,
  decideTextWhisperSeen,
} from '../../domain/supervision/help.ts';
import type { Person } from '../../domain/call/people.ts';
import type { Policies, RepActivities, Store } from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';
import type { DecideOnCall } from '../transact/changeCall.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';
import { reachOf, type HelperDeps } from './helpers.ts';

export interface HelpDeps extends DecideOnDeps {
  readonly policies: Pick<Policies, 'inForce'>;
}

export interface HelpRequestDeps extends DecideOnDeps, HelperDeps {
  readonly store: DecideOnDeps['store'] & Pick<Store, 'loadCall'>;
  readonly activities: Pick<RepActivities, 'of'>;
}

export interface HelpRequestInput {
  readonly callId: string;
  readonly requestId: string;
  readonly reasonCode: string;
  readonly skill?: string;
  readonly note?: string;
}

/**
 * The rep requests help from the supervisors of the call (G14), and learns whether anybody is there
 * to come. The same request counts once.
 */
export async function requestHelp(
  deps: HelpRequestDeps,
  rep: Person,
  { callId, requestId, ...asked }: HelpRequestInput,
): Promise<Result<Call>> {
  const helpRequestId = idFrom(rep.orgId, rep.userId, callId, requestId);
  const known = await deps.store.loadCall(callId);
  const isOwn = known?.orgId === rep.orgId && known.rep.userId === rep.userId;
  const reach = isOwn ? await reachOf(deps, known) : undefined;
  return decide(deps, rep, { callId, action: 'RequestHelp' }, (call, now) =>
    decideHelpRequest(call, { ...asked, helpRequestId, rep, reach }, now),
  );
}

/** The rep needs no help any more. */
export function cancelHelp(deps: DecideOnDeps, rep: Person, callId: string): Promise<Result<Call>> {
  return decide(deps, rep, { callId, action: 'CancelHelpRequest' }, (call, now) =>
    decideHelpCancel(call, { rep }, now),
  );
}

/** A supervisor says that they are coming; the rep and other supervisors see who. */
export async function acceptHelp(
  deps: HelpDeps,
  supervisor: Person,
  callId: string,
): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  return decide(deps, supervisor, { callId, action: 'AcceptHelp' }, (call, now) =>
    decideHelpAccept(call, { supervisor, policy }, now),
  );
}

/** A supervisor who is on the call writes to its rep (G43). The same request is written once. */
export async function sendTextWhisper(
  deps: HelpDeps,
  supervisor: Person,
  { callId, requestId, text }: { callId: string; requestId: string; text: string },
): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  const textWhisperId = idFrom(supervisor.orgId, supervisor.userId, callId, requestId);
  return decide(deps, supervisor, { callId, action: 'SendTextWhisper' }, (call, now) =>
    decideTextWhisper(call, { supervisor, policy, textWhisperId, text }, now),
  );
}

/** The rep has read it. */
export function markTextWhisperSeen(
  deps: DecideOnDeps,
  rep: Person,
  { callId, textWhisperId }: { callId: string; textWhisperId: string },
): Promise<Result<Call>> {
  return decide(deps, rep, { callId, action: 'MarkTextWhisperSeen' }, (call, now) =>
    decideTextWhisperSeen(call, { rep, textWhisperId }, now),
  );
}

async function decide(
  deps: DecideOnDeps,
  person: Person,
  { callId, action }: { callId: string; action: AttemptAction },
  decision: DecideOnCall,
): Promise<Result<Call>> {
  return callAfter(
    await decideOn(deps, { orgId: person.orgId, callId, action, actor: actorOf(person) }, decision),
  );
}
