import {
  connectionOf,
  interventionOf,
  sameParty,
  type Call,
  type Intervention,
  type Party,
} from '../../domain/call/call.ts';
import { refusal, type Refusal } from '../../domain/call/refusals.ts';
import { rungRep } from '../../domain/call/ringing.ts';
import { requestedTransfer } from '../../domain/call/transfer.ts';
import { awaitedAnnouncement } from '../../domain/notices/announceFirst.ts';
import type { Clock, Leases, RungOwnDevice, Store } from '../../ports/index.ts';
import { JOIN_REQUEST, measure, type MeasureDeps } from '../supervision/measureLatency.ts';
import { FIRST_LEASE_MS, leaseFrom } from '../supervision/renewLease.ts';
import type { Result } from '../transact/result.ts';

/** A softphone that connects, as the carrier names it. */
export interface SoftphoneCaller {
  readonly orgId: string;
  readonly userId: string;
}

interface LoadCallDeps {
  readonly store: Pick<Store, 'loadCall' | 'findCallByIntervention'>;
}

export interface AdmitDeps extends MeasureDeps {
  readonly store: LoadCallDeps['store'];
  readonly leases: Pick<Leases, 'renew'>;
  readonly clock: Clock;
}

/** Admits a rep's softphone to the call that was set up for that rep, and to no other. */
export async function admitRep(
  { store }: LoadCallDeps,
  caller: SoftphoneCaller,
  callId: string,
): Promise<Result<Call>> {
  const call = await store.loadCall(callId);
  if (!call || call.orgId !== caller.orgId) return { refusal: refusal('call_not_found') };
  if (call.rep.userId !== caller.userId) return { refusal: refusal('not_your_call') };
  return call.status === 'ended' ? { refusal: refusal('call_not_live') } : { ok: call };
}

/**
 * Admits the phone that was rung for a supervisor, while the intervention is joining. Such a
 * connection has no lease: the carrier reports when the phone hangs up.
 */
export async function admitSupervisorPhone(
  { store, clock, ...measuring }: AdmitDeps,
  interventionId: string,
): Promise<Result<Call>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!call || !intervention || intervention.device === 'softphone')
    return { refusal: refusal('intervention_not_found') };
  const notAdmitted = refusalToAdmit(call, intervention);
  if (notAdmitted) return { refusal: notAdmitted };
  if (awaitedAnnouncement(call, intervention)) return { ok: call };
  void measure(measuring, (ledger) =>
    ledger.carrierAnswered(interventionId, JOIN_REQUEST, clock.now()),
  );
  return { ok: call };
}

/**
 * Admits a supervisor's softphone, once, while the intervention is joining, and starts its lease;
 * and one that takes the place of another device of the same supervisor.
 */
export async function admitSupervisor(
  { store, leases, clock, ...measuring }: AdmitDeps,
  caller: SoftphoneCaller,
  {
    interventionId,
    changesDevice = false,
  }: { readonly interventionId: string; readonly changesDevice?: boolean },
): Promise<Result<Call>> {
  const call = await store.findCallByIntervention(interventionId);
  const intervention = call && interventionOf(call, interventionId);
  if (!call || !intervention || call.orgId !== caller.orgId)
    return { refusal: refusal('intervention_not_found') };
  if (intervention.supervisor.userId !== caller.userId)
    return { refusal: refusal('not_your_intervention') };
  if (changesDevice && maySupervisorChange(call, intervention)) {
    await leases.renew(interventionId, leaseFrom(clock, FIRST_LEASE_MS));
    return { ok: call };
  }
  const notAdmitted = refusalToAdmit(call, intervention);
  if (notAdmitted) return { refusal: notAdmitted };
  if (awaitedAnnouncement(call, intervention)) return { ok: call };
  await leases.renew(interventionId, leaseFrom(clock, FIRST_LEASE_MS));
  void measure(measuring, (ledger) =>
    ledger.carrierAnswered(interventionId, JOIN_REQUEST, clock.now()),
  );
  return { ok: call };
}

const maySupervisorChange = (call: Call, intervention: Intervention): boolean =>
  call.status === 'live' && intervention.status === 'active' && !intervention.leaving;

/**
 * Admits a person's own device that was rung for this call: while it is waited for, or while the
 * device that it takes the place of is there.
 */
export async function admitOwnDevice(
  { store }: LoadCallDeps,
  rung: RungOwnDevice,
): Promise<Result<Call>> {
  const call = await store.loadCall(rung.callId);
  if (!call) return { refusal: refusal('call_not_found') };
  if (call.status === 'ended') return { refusal: refusal('call_not_live') };
  return isWaitedFor(call, rung) ? { ok: call } : { refusal: refusal('not_your_call') };
}

function isWaitedFor(call: Call, { party, userId, changesDevice }: RungOwnDevice): boolean {
  const isRung = call.participants.some(
    (one) => one.status === 'ringing' && sameParty(one.party, party),
  );
  switch (party.role) {
    case 'rep':
      return call.rep.userId === userId && (changesDevice ? hasConnection(call, party) : isRung);
    case 'colleague':
      return (
        isRung &&
        !changesDevice &&
        party.userId === userId &&
        (rungRep(call, userId) !== undefined || requestedTransfer(call)?.to.userId === userId)
      );
    case 'supervisor': {
      const intervention = interventionOf(call, party.interventionId);
      return (
        changesDevice &&
        intervention?.supervisor.userId === userId &&
        maySupervisorChange(call, intervention)
      );
    }
    // A third party is rung as the carrier dials anybody, and never as somebody's own device.
    case 'guest':
    case 'customer':
      return false;
  }
}

const hasConnection = (call: Call, party: Party): boolean =>
  connectionOf(call, party) !== undefined;

function refusalToAdmit(call: Call, intervention: Intervention): Refusal | undefined {
  if (intervention.status === 'ended' && intervention.endReason === 'announcement_failed')
    return refusal('announcement_failed');
  if (call.status !== 'live' || intervention.status === 'ended') return refusal('call_not_live');
  return intervention.status === 'joining' ? undefined : refusal('already_on_call');
}

/** Whether this supervisor must wait for an announcement to end before being admitted. */
export function mustWaitForAnnouncement(call: Call, interventionId: string): boolean {
  const intervention = interventionOf(call, interventionId);
  return intervention !== undefined && awaitedAnnouncement(call, intervention) !== undefined;
}
