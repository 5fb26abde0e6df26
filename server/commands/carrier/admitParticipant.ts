import { awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import { interventionOf, type Call, type Intervention } from '../../domain/call/call.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Clock, Leases, Store } from '../../ports/index.ts';
import type { Result } from '../transact/decideOn.ts';
import { JOIN_REQUEST, measure, type MeasureDeps } from '../supervision/measureLatency.ts';
import { FIRST_LEASE_MS, leaseFrom } from '../supervision/renewLease.ts';

/** A softphone that connects, as the carrier names it. */
export interface SoftphoneCaller {
  readonly orgId: string;
  readonly userId: string;
}

type LoadCallDeps = { readonly store: Pick<Store, 'loadCall' | 'findCallByIntervention'> };

export type AdmitDeps = LoadCallDeps & MeasureDeps & { readonly leases: Leases; readonly clock: Clock };

/** Lets a rep's softphone into the call that was set up for that rep, and into no other. */
export async function admitRep({ store }: LoadCallDeps, caller: SoftphoneCaller, callId: string): Promise<Result<Call>> {
  const call = await store.loadCall(callId);
  if (!call || call.orgId !== caller.orgId) return { refusal: refusal('call_not_found') };
  if (call.rep.userId !== caller.userId) return { refusal: refusal('not_your_call') };
  return call.status === 'ended' ? { refusal: refusal('call_not_live') } : { ok: call };
}

/** Lets the phone that was rung for a supervisor into the call, while the intervention waits for it. Such a connection has no lease: its phone says when it is gone. */
export async function admitSupervisorPhone({ store, clock, ...measuring }: AdmitDeps, interventionId: string): Promise<Result<Call>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!call || !intervention || intervention.device === 'softphone') return { refusal: refusal('intervention_not_found') };
  const turnedAway = refusalToAdmit(call, intervention);
  if (turnedAway) return { refusal: turnedAway };
  if (awaitedAnnouncement(call, intervention)) return { ok: call };
  measure(measuring, (ledger) => ledger.carrierAnswered(interventionId, JOIN_REQUEST, clock.now()));
  return { ok: call };
}

/** Lets a supervisor's softphone into the call it was granted, once, while the intervention waits for it. */
export async function admitSupervisor({ store, leases, clock, ...measuring }: AdmitDeps, caller: SoftphoneCaller, interventionId: string): Promise<Result<Call>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!call || !intervention || call.orgId !== caller.orgId) return { refusal: refusal('intervention_not_found') };
  if (intervention.supervisor.userId !== caller.userId) return { refusal: refusal('not_your_intervention') };
  const turnedAway = refusalToAdmit(call, intervention);
  if (turnedAway) return { refusal: turnedAway };
  if (awaitedAnnouncement(call, intervention)) return { ok: call };
  await leases.renew(interventionId, leaseFrom(clock, FIRST_LEASE_MS));
  measure(measuring, (ledger) => ledger.carrierAnswered(interventionId, JOIN_REQUEST, clock.now()));
  return { ok: call };
}

function refusalToAdmit(call: Call, intervention: Intervention): Refusal | undefined {
  if (intervention.status === 'ended' && intervention.endReason === 'announcement_failed') return refusal('announcement_failed');
  if (call.status !== 'live' || intervention.status === 'ended') return refusal('call_not_live');
  return intervention.status === 'joining' ? undefined : refusal('already_on_call');
}

/** Whether this supervisor, who asks to be let in, has to wait in silence for an announcement to end. */
export function mustWaitForAnnouncement(call: Call, interventionId: string): boolean {
  const intervention = interventionOf(call, interventionId);
  return intervention !== undefined && awaitedAnnouncement(call, intervention) !== undefined;
}
