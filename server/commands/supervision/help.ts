import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Call, RepOnCall } from '../../domain/call/call.ts';
import type { HelpReach } from '../../domain/call/helpRequest.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import {
  decideHelpAccept,
  decideHelpCancel,
  decideHelpGiveBack,
  decideHelpRequest,
} from '../../domain/supervision/help.ts';
import { reachAmong, skillsAmong } from '../../domain/supervision/helpOffers.ts';
import type {
  CoachingRulesSource,
  ConsentSource,
  Log,
  Policies,
  ProofSource,
  RepActivities,
  Store,
} from '../../ports/index.ts';
import { proofsFor } from '../stepUp/proofs.ts';
import { actorOf } from '../transact/actor.ts';
import type { DecideOnCall } from '../transact/changeCall.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';
import { planHelp, possibleHelpers, type HelperDeps } from './helpers.ts';

export interface HelpDeps extends DecideOnDeps {
  readonly store: DecideOnDeps['store'] & Pick<Store, 'loadCall'>;
  readonly policies: Pick<Policies, 'inForce'>;
  readonly consent: ConsentSource;
  readonly proofs: ProofSource;
  /** Whether the rep still has to acknowledge a notice that the law wants before any monitoring. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
}

export interface HelpRequestDeps extends DecideOnDeps, HelperDeps {
  readonly store: DecideOnDeps['store'] & Pick<Store, 'loadCall'>;
  readonly activities: Pick<RepActivities, 'of'>;
  readonly coachingRules: CoachingRulesSource;
  readonly log: Log;
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
  const rules = deps.coachingRules.of(rep.orgId);
  const plan = isOwn ? await planHelp(deps, known, { skill: asked.skill, rules }) : {};
  return decide(deps, rep, {
    callId,
    action: 'RequestHelp',
    decision: (call, now) =>
      decideHelpRequest(
        call,
        { ...asked, ...plan, openMs: rules.helpOpenMs, helpRequestId, rep },
        now,
      ),
  });
}

/** The people that a help request of this rep would reach, and the skills that can be requested. */
export interface HelpAvailable {
  readonly reach: HelpReach;
  readonly skills: readonly string[];
}

/** Tells a rep who could help on their own call. Throws CrmUnavailable. */
export async function helpAvailable(
  deps: HelpRequestDeps,
  rep: Person,
  { callId }: { readonly callId: string },
): Promise<Result<HelpAvailable>> {
  const call = await deps.store.loadCall(callId);
  if (call?.orgId !== rep.orgId || call.rep.userId !== rep.userId)
    return { refusal: refusal('not_found') };
  const helpers = await possibleHelpers(deps, call);
  return { ok: { reach: reachAmong(helpers), skills: skillsAmong(helpers) } };
}

/** The rep needs no help any more. */
export function cancelHelp(
  deps: DecideOnDeps,
  rep: Person,
  { callId }: { readonly callId: string },
): Promise<Result<Call>> {
  return decide(deps, rep, {
    callId,
    action: 'CancelHelpRequest',
    decision: (call, now) => decideHelpCancel(call, { rep }, now),
  });
}

/** A supervisor says that they are coming; the rep and other supervisors see who. */
export async function acceptHelp(
  deps: HelpDeps,
  supervisor: Person,
  { callId }: { readonly callId: string },
): Promise<Result<Call>> {
  const { orgId } = supervisor;
  const policy = await deps.policies.inForce(orgId);
  const [consent, proofs, known] = await Promise.all([
    deps.consent.of(orgId),
    proofsFor(deps.proofs, policy, supervisor),
    deps.store.loadCall(callId),
  ]);
  const isRepUnnotified = known?.orgId === orgId && (await deps.isRepUnnotified(orgId, known.rep));
  return decide(deps, supervisor, {
    callId,
    action: 'AcceptHelp',
    decision: (call, now) =>
      decideHelpAccept(call, { supervisor, policy, consent, proofs, isRepUnnotified }, now),
  });
}

/** A supervisor who accepted the request does not join: it is open again for the others. */
export async function giveHelpBack(
  deps: DecideOnDeps & Pick<HelpDeps, 'policies'>,
  supervisor: Person,
  { callId }: { readonly callId: string },
): Promise<Result<Call>> {
  const policy = await deps.policies.inForce(supervisor.orgId);
  return decide(deps, supervisor, {
    callId,
    action: 'GiveHelpBack',
    decision: (call, now) => decideHelpGiveBack(call, { supervisor, policy }, now),
  });
}

async function decide(
  deps: DecideOnDeps,
  person: Person,
  {
    callId,
    action,
    decision,
  }: { callId: string; action: AttemptAction; readonly decision: DecideOnCall },
): Promise<Result<Call>> {
  return callAfter(
    await decideOn(deps, { orgId: person.orgId, callId, action, actor: actorOf(person) }, decision),
  );
}
