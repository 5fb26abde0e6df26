import { interventionOf, type Call } from '../domain/call.ts';
import { refusal } from '../domain/refusals.ts';
import type { Clock, Leases, Store } from '../ports.ts';
import type { Result } from './decideOn.ts';
import { JOIN_REQUEST, measure, type Measuring } from './measure.ts';
import { FIRST_LEASE_MS, leaseFrom } from './keepPresence.ts';

/** A softphone that connects, as the carrier names it. */
export interface SoftphoneCaller {
  readonly orgId: string;
  readonly userId: string;
}

type Loading = { readonly store: Pick<Store, 'loadCall' | 'findCallByIntervention'> };

export type Admitting = Loading & Measuring & { readonly leases: Leases; readonly clock: Clock };

/** Lets a rep's softphone into the call that was set up for that rep, and into no other. */
export async function admitRep({ store }: Loading, caller: SoftphoneCaller, callId: string): Promise<Result<Call>> {
  const call = await store.loadCall(callId);
  if (!call || call.orgId !== caller.orgId) return { refusal: refusal('call_not_found') };
  if (call.rep.userId !== caller.userId) return { refusal: refusal('not_your_call') };
  return call.status === 'ended' ? { refusal: refusal('call_not_live') } : { ok: call };
}

/** Lets the phone that was rung for a supervisor into the call, while the intervention waits for it. Such a leg has no lease: its phone says when it is gone. */
export async function admitSupervisorsPhone({ store, clock, ...measuring }: Admitting, interventionId: string): Promise<Result<Call>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!call || !intervention || intervention.device === 'softphone') return { refusal: refusal('intervention_not_found') };
  if (call.status !== 'live' || intervention.status === 'ended') return { refusal: refusal('call_not_live') };
  if (intervention.status !== 'joining') return { refusal: refusal('already_on_call') };
  measure(measuring, (ledger) => ledger.carrierAnswered(interventionId, JOIN_REQUEST, clock.now()));
  return { ok: call };
}

/** Lets a supervisor's softphone into the call it was granted, once, while the intervention waits for it. */
export async function admitSupervisor({ store, leases, clock, ...measuring }: Admitting, caller: SoftphoneCaller, interventionId: string): Promise<Result<Call>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!call || !intervention || call.orgId !== caller.orgId) return { refusal: refusal('intervention_not_found') };
  if (intervention.supervisor.userId !== caller.userId) return { refusal: refusal('not_your_intervention') };
  if (call.status !== 'live' || intervention.status === 'ended') return { refusal: refusal('call_not_live') };
  if (intervention.status !== 'joining') return { refusal: refusal('already_on_call') };
  await leases.renew(interventionId, leaseFrom(clock, FIRST_LEASE_MS));
  measure(measuring, (ledger) => ledger.carrierAnswered(interventionId, JOIN_REQUEST, clock.now()));
  return { ok: call };
}
