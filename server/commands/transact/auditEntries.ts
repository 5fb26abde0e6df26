import type { ActAction, AttemptAction } from '../../domain/audit/actions.ts';
import { auditAct, auditRefusal, type AuditEntry } from '../../domain/audit/entries.ts';
import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import type { Refusal } from '../../domain/call/refusals.ts';
import type { Clock, Ids, Store } from '../../ports/index.ts';
import { actorOf } from './actor.ts';

export interface AuditDeps {
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

type StampDeps = Pick<AuditDeps, 'clock' | 'ids'>;
type AuditedAct = { readonly action: ActAction } & Partial<
  Pick<AuditEntry, 'callId' | 'interventionId' | 'details' | 'personal'>
> & { readonly call?: Call };
type AuditedAttempt = { readonly action: AttemptAction } & Partial<
  Pick<AuditEntry, 'callId' | 'interventionId' | 'details'>
> & { readonly call?: Call };

/** The entry of what a person did in their own org, to be written with the change itself. */
export const actEntry = ({ clock, ids }: StampDeps, person: Person, act: AuditedAct): AuditEntry =>
  auditAct(
    { orgId: person.orgId, at: clock.now(), ...act },
    { actor: actorOf(person), nextId: () => ids.next() },
  );

/** The entry of what a person was refused. */
export const refusalEntry = (
  { clock, ids }: StampDeps,
  person: Person,
  { attempt, why }: { readonly attempt: AuditedAttempt; readonly why: Refusal },
): AuditEntry =>
  auditRefusal(
    why,
    { orgId: person.orgId, at: clock.now(), ...attempt },
    { actor: actorOf(person), nextId: () => ids.next() },
  );

/**
 * Writes the audit entry of what a person was refused, and returns the refusal as a command's
 * result.
 */
export async function refuseAudited(
  deps: AuditDeps,
  person: Person,
  { attempt, why }: { readonly attempt: AuditedAttempt; readonly why: Refusal },
): Promise<{ readonly refusal: Refusal }> {
  await deps.store.recordAudit([refusalEntry(deps, person, { attempt, why })]);
  return { refusal: why };
}
