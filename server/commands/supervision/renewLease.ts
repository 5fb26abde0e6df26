import type { Person } from '../../domain/people/people.ts';
import { refusal } from '../../domain/refusals.ts';
import { loseSupervisor } from '../../domain/supervision/supervise.ts';
import type { Clock, Leases, Store } from '../../ports/index.ts';
import type { CallDeps } from '../transact/applyToCall.ts';
import type { Result } from '../transact/decideOn.ts';
import { ownIntervention } from '../transact/forIntervention.ts';
import { removeSupervisor } from './removeSupervisor.ts';

/** A softphone says every 1.5 s that it lives; three missed words and its connection goes. */
export const LEASE_MS = 6_000;
/** From being let in until the softphone's first word: connecting may take a while. */
export const FIRST_LEASE_MS = 15_000;

export interface RenewLeaseDeps {
  readonly store: Pick<Store, 'findCallByIntervention'>;
  readonly leases: Leases;
  readonly clock: Clock;
}

export const leaseFrom = (clock: Clock, ms: number): string => new Date(Date.parse(clock.now()) + ms).toISOString();

/** The supervisor's softphone lives: its connection is trusted a little longer. */
export async function renewLease({ store, leases, clock }: RenewLeaseDeps, person: Person, { interventionId }: { interventionId: string }): Promise<Result<void>> {
  const own = await ownIntervention({ store }, person, interventionId);
  if ('refusal' in own) return own;
  const renewed = own.ok.status !== 'ended' && (await leases.renew(interventionId, leaseFrom(clock, LEASE_MS)));
  return renewed ? { ok: undefined } : { refusal: refusal('intervention_ended') };
}

export interface DropExpiredLeasesDeps extends CallDeps {
  readonly leases: Pick<Leases, 'expired'>;
}

/** Takes the participants of supervisors whose browsers have died off their calls: silenced first, then removed. */
export async function dropExpiredLeases(deps: DropExpiredLeasesDeps): Promise<void> {
  for (const { callId, interventionId } of await deps.leases.expired(deps.clock.now())) {
    await removeSupervisor(deps, { callId, interventionId, cause: 'its softphone fell silent' }, (call, now) => loseSupervisor(call, interventionId, now));
  }
}
