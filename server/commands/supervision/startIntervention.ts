import { awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import { interventionOf, type Call, type Intervention } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Device, Person } from '../../domain/people/people.ts';
import { refusal } from '../../domain/refusals.ts';
import { decideStart } from '../../domain/supervision/supervise.ts';
import { CarrierProblem, type ConsentSource, type Policies, type ProofSource, type Store } from '../../ports/index.ts';
import { performEffects, applyToCall, type CallDeps } from '../transact/applyToCall.ts';
import { actorOf, decideForSupervisor, type SupervisorDecisionDeps } from '../transact/decideOn.ts';
import { JOIN_REQUEST, measure, type MeasureDeps } from './measureLatency.ts';
import { idFrom, withIntervention, type InterventionResult } from '../transact/forIntervention.ts';

export interface StartInterventionDeps extends SupervisorDecisionDeps, MeasureDeps, CallDeps {
  readonly policies: Policies;
  readonly proofs: ProofSource;
  readonly consent: ConsentSource;
  readonly store: Pick<Store, 'changeCall' | 'changeSupervisedCall' | 'loadCall' | 'recordAudit'>;
}

export interface StartRequest {
  readonly callId: string;
  readonly requestId: string;
  /** Covert listening, where a covert rule allows it. */
  readonly covert?: boolean;
  /** Where the rule asks for a reason to listen. */
  readonly reasonCode?: string;
  readonly note?: string;
  /** The softphone by default; another one is rung. */
  readonly device?: Device;
  /** From the click until the request was sent, as the browser measured it. */
  readonly sinceClickMs?: number;
}

/** Puts a supervisor on a call, in monitor. The same request answers the same intervention. */
export async function startIntervention(deps: StartInterventionDeps, person: Person, { callId, requestId, covert, reasonCode, note, device = 'softphone', sinceClickMs }: StartRequest): Promise<InterventionResult> {
  const [policy, consent, proofs] = await Promise.all([
    deps.policies.inForce(person.orgId), deps.consent.of(person.orgId), deps.proofs.of(person),
  ]);
  const interventionId = idFrom(person.orgId, person.userId, callId, requestId);
  const subject = { orgId: person.orgId, callId, interventionId, action: 'StartIntervention', actor: actorOf(person) };
  let events: readonly CallEvent[] = [];
  const decided = await decideForSupervisor(deps, subject, person, (call, now, runningElsewhere) => {
    const decision = decideStart(call, { interventionId, supervisor: person, policy, consent, covert, runningElsewhere, reasonCode, note, proofs, device }, now);
    if ('events' in decision) ({ events } = decision);
    return decision;
  });
  const started = withIntervention(decided, interventionId);
  if ('ok' in started) {
    const { requestedAt } = started.ok.intervention;
    measure(deps, (ledger) => ledger.requested({ orgId: person.orgId, interventionId, requestId: JOIN_REQUEST, kind: 'join', mode: 'monitor', requestedAt, sinceClickMs }));
  }
  if ('refusal' in started || events.length === 0) return started;
  const to = device === 'softphone' ? undefined : person.phones[device];
  const announced = await announceFirstIfNeeded(deps, started.ok, events);
  return 'ok' in announced && to ? ringSupervisor(deps, announced.ok, to) : announced;
}

/** Where the rule wants it announced first, the announcement is begun; one that cannot be played lets nobody in. */
async function announceFirstIfNeeded(deps: StartInterventionDeps, { call, intervention }: { call: Call; intervention: Intervention }, events: readonly CallEvent[]): Promise<InterventionResult> {
  if (!awaitedAnnouncement(call, intervention)) return { ok: { call, intervention } };
  await performEffects(deps, { call, events });
  const after = (await deps.store.loadCall(call.callId)) ?? call;
  const now = interventionOf(after, intervention.interventionId) ?? intervention;
  return now.status === 'ended' ? { refusal: refusal('announcement_failed') } : { ok: { call: after, intervention: now } };
}

/** A phone that cannot be rung ends the intervention before it began. */
async function ringSupervisor(deps: StartInterventionDeps, { call, intervention }: { call: Call; intervention: Intervention }, to: string): Promise<InterventionResult> {
  const { callId, orgId } = call;
  const { interventionId } = intervention;
  try {
    await deps.control.ringSupervisor({ callId, orgId, interventionId, to });
    return { ok: { call, intervention } };
  } catch (problem) {
    if (!(problem instanceof CarrierProblem)) throw problem;
    await applyToCall(deps, callId, (_call, at) => [{ type: 'InterventionEnded', interventionId, endReason: 'join_failed', at }]);
    return { refusal: refusal('carrier_unavailable', { wording: 'carrier_unavailable.phone_not_rung' }) };
  }
}
