import {
  interventionOf,
  type Call,
  type Intervention,
  type RepOnCall,
} from '../../domain/call/call.ts';
import { happens } from '../../domain/call/events.ts';
import { JOIN_MODE } from '../../domain/call/modes.ts';
import { withoutSupervised } from '../../domain/call/otherCall.ts';
import type { Device, Person } from '../../domain/call/people.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import { decideStart, isAskedFirst } from '../../domain/supervision/startIntervention.ts';
import {
  CarrierProblem,
  type CallClaims,
  type Clock,
  type ConferenceControl,
  type ConsentSource,
  type Ids,
  type Log,
  type Policies,
  type ProofSource,
  type Store,
} from '../../ports/index.ts';
import { performEffects } from '../carrier/performEffects.ts';
import { proofsFor } from '../stepUp/proofs.ts';
import { actorOf } from '../transact/actor.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import type { AppliedChange } from '../transact/changeCall.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import { withIntervention, type InterventionResult } from '../transact/forIntervention.ts';
import { idFrom } from '../transact/ids.ts';
import type { Result } from '../transact/result.ts';
import { JOIN_REQUEST, measure, type RequestLedger } from './measureLatency.ts';

export interface StartInterventionDeps {
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'recordAudit'>;
  readonly control: ConferenceControl;
  readonly policies: Policies;
  readonly consent: ConsentSource;
  readonly proofs: ProofSource;
  readonly latency: RequestLedger;
  /** Whether the rep still has to acknowledge a notice that the law wants before any monitoring. */
  readonly isRepUnnotified: (orgId: string, rep: RepOnCall) => Promise<boolean>;
  /** Who has claimed a call. */
  readonly claims: Pick<CallClaims, 'ofCall' | 'giveBack'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface StartRequest {
  readonly callId: string;
  readonly requestId: string;
  /** Covert monitoring, where a covert rule allows it. */
  readonly covert?: boolean;
  /** Required if the rule asks for a reason to monitor. */
  readonly reasonCode?: string;
  readonly note?: string;
  /** The softphone by default; another device is rung. */
  readonly device?: Device;
  /** Joins though another supervisor has claimed the call, of which this one was told. */
  readonly despiteClaim?: boolean;
  /** From the click until the request was sent, as the browser measured it. */
  readonly sinceClickMs?: number;
}

/** Puts a supervisor on a call, in monitor. The same request returns the same intervention. */
export async function startIntervention(
  deps: StartInterventionDeps,
  person: Person,
  request: StartRequest,
): Promise<InterventionResult> {
  const interventionId = interventionIdOf(person, request);
  const requested = await requestJoin(deps, person, { ...request, interventionId });
  const started = withIntervention(callAfter(requested), interventionId);
  if ('refusal' in started || 'refusal' in requested) {
    if ('refusal' in requested) await giveBackClaim(deps, person, request, requested.refusal);
    return started;
  }

  const { requestedAt } = started.ok.intervention;
  // Before the answer: the softphone connects at once, and the carrier's answer is added to it.
  await measure(deps, (ledger) =>
    ledger.requested({
      orgId: person.orgId,
      interventionId,
      requestId: JOIN_REQUEST,
      kind: 'join',
      mode: JOIN_MODE,
      requestedAt,
      sinceClickMs: request.sinceClickMs,
    }),
  );
  const isRepeated = requested.ok.events.length === 0;
  if (isRepeated) return started;

  const announced = await announceFirst(deps, requested.ok, started.ok.intervention);
  const device = request.device ?? 'softphone';
  const to = device === 'softphone' ? undefined : person.phones[device];
  return 'ok' in announced && to ? ringSupervisor(deps, announced.ok, to) : announced;
}

/**
 * Gives back the claim of a supervisor who does not join. Who is on the call already keeps it. If
 * it fails, the claim ends by its time.
 */
async function giveBackClaim(
  { claims, log }: StartInterventionDeps,
  { orgId, userId }: Person,
  { callId }: StartRequest,
  why: Refusal,
): Promise<void> {
  if (isAskedFirst(why) || why.code === 'already_on_call') return;
  try {
    await claims.giveBack(orgId, callId, userId);
  } catch (fault) {
    log.warn({ callId, fault: String(fault) }, 'the claim of a refused join was not given back');
  }
}

/**
 * Whether `startIntervention` would let the supervisor in, were they off the call of `leaving`.
 * Writes nothing but the audit entry of a refusal.
 */
export async function rehearseJoin(
  deps: StartInterventionDeps,
  person: Person,
  { leaving, ...request }: StartRequest & { readonly leaving: string },
): Promise<Result<'may_join' | 'joined_before'>> {
  const interventionId = interventionIdOf(person, request);
  const decided = await requestJoin(deps, person, { ...request, interventionId, leaving });
  if ('refusal' in decided) return decided;
  return { ok: interventionOf(decided.ok.call, interventionId) ? 'joined_before' : 'may_join' };
}

const interventionIdOf = ({ orgId, userId }: Person, { callId, requestId }: StartRequest): string =>
  idFrom(orgId, userId, callId, requestId);

/**
 * Decides and writes the join, one request of this supervisor at a time on all calls. With
 * `leaving`, an intervention of theirs, decides as if that had ended and writes nothing.
 */
async function requestJoin(
  deps: StartInterventionDeps,
  person: Person,
  {
    callId,
    interventionId,
    covert,
    reasonCode,
    note,
    device = 'softphone',
    despiteClaim,
    leaving,
  }: StartRequest & { readonly interventionId: string; readonly leaving?: string },
): Promise<Result<AppliedChange>> {
  const policy = await deps.policies.inForce(person.orgId);
  const [consent, proofs, isRepUnnotified, claim] = await Promise.all([
    deps.consent.of(person.orgId),
    proofsFor(deps.proofs, policy, person),
    isRepOfCallUnnotified(deps, person, callId),
    // Who monitors covertly takes no part in who helps.
    despiteClaim || covert ? undefined : deps.claims.ofCall(person.orgId, callId, deps.clock.now()),
  ]);
  const claimedBy = claim && claim.userId !== person.userId ? claim.userName : undefined;
  const subject = {
    orgId: person.orgId,
    callId,
    interventionId,
    action: 'StartIntervention' as const,
    actor: actorOf(person),
    supervisor: person,
  };
  return decideOn(deps, subject, (call, now, otherCalls) => {
    const decision = decideStart(
      call,
      {
        interventionId,
        supervisor: person,
        policy,
        consent,
        covert,
        otherCalls: leaving ? withoutSupervised(otherCalls, leaving) : otherCalls,
        reasonCode,
        note,
        proofs,
        device,
        isRepUnnotified,
        claimedBy,
      },
      now,
    );
    return leaving && 'events' in decision ? happens() : decision;
  });
}

/**
 * If the rule requires an announcement first, begins it. If it cannot be played, the supervisor is
 * not admitted.
 */
async function announceFirst(
  deps: StartInterventionDeps,
  applied: AppliedChange,
  intervention: Intervention,
): Promise<InterventionResult> {
  const { call } = applied;
  if (!awaitedAnnouncement(call, intervention)) return { ok: { call, intervention } };
  await performEffects(deps, applied);
  const after = (await deps.store.loadCall(call.callId)) ?? call;
  const now = interventionOf(after, intervention.interventionId) ?? intervention;
  return now.status === 'ended'
    ? { refusal: refusal('announcement_failed') }
    : { ok: { call: after, intervention: now } };
}

/** Rings the supervisor's phone. If it cannot be rung, the intervention ends. */
async function ringSupervisor(
  deps: StartInterventionDeps,
  { call, intervention }: { call: Call; intervention: Intervention },
  to: string,
): Promise<InterventionResult> {
  const { callId, orgId } = call;
  const { interventionId } = intervention;
  try {
    await deps.control.ringSupervisor({ callId, orgId, interventionId, to });
    return { ok: { call, intervention } };
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    await applyEvents(deps, { callId }, (_call, at) => [
      { type: 'InterventionEnded', interventionId, endReason: 'join_failed', at },
    ]);
    return {
      refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.phone_not_rung' }),
    };
  }
}

async function isRepOfCallUnnotified(
  deps: Pick<StartInterventionDeps, 'store' | 'isRepUnnotified'>,
  { orgId }: Person,
  callId: string,
): Promise<boolean> {
  const known = await deps.store.loadCall(callId);
  return known?.orgId === orgId && deps.isRepUnnotified(orgId, known.rep);
}
