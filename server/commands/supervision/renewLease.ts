import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Clock, Leases, Store } from '../../ports/index.ts';
import { ownIntervention } from '../transact/forIntervention.ts';
import type { Result } from '../transact/result.ts';

/** A softphone sends a heartbeat every 1.5 s; after three misses its connection is removed. */
export const LEASE_MS = 6_000;
/** The lease from admission until the first heartbeat; connecting may take a while. */
export const FIRST_LEASE_MS = 15_000;

export interface RenewLeaseDeps {
  readonly store: Pick<Store, 'findCallByIntervention'>;
  readonly leases: Pick<Leases, 'renew'>;
  readonly clock: Clock;
}

/** When a lease of `ms` that begins now runs out, in ISO 8601. */
export const leaseFrom = (clock: Clock, ms: number): string =>
  new Date(Date.parse(clock.now()) + ms).toISOString();

/** A heartbeat of the supervisor's softphone: extends the lease of its connection. */
export async function renewLease(
  { store, leases, clock }: RenewLeaseDeps,
  person: Person,
  { interventionId }: { interventionId: string },
): Promise<Result<void>> {
  const own = await ownIntervention({ store }, person, interventionId);
  if ('refusal' in own) return own;
  const renewed =
    own.ok.status !== 'ended' && (await leases.renew(interventionId, leaseFrom(clock, LEASE_MS)));
  return renewed ? { ok: undefined } : { refusal: refusal('intervention_ended') };
}
