import type { Context } from 'koa';
import { refuseAudited } from '../../commands/transact/auditEntries.ts';
import type { AttemptAction } from '../../domain/audit/actions.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import type { Clock, Ids, Store } from '../../ports/index.ts';
import { Refused } from '../errors.ts';
import type { Authenticate } from './authenticate.ts';

export interface AdminGate {
  readonly authenticate: Authenticate;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Returns the requesting administrator. Anybody else is refused, and the refusal is audited. */
export async function asAdmin(
  ctx: Context,
  gate: AdminGate,
  action: AttemptAction,
): Promise<Person> {
  return requireAdmin(gate, await gate.authenticate(ctx), action);
}

/** The same for a person who is already authenticated, such as by a ticket. */
export async function requireAdmin(
  gate: Pick<AdminGate, 'store' | 'clock' | 'ids'>,
  person: Person,
  action: AttemptAction,
): Promise<Person> {
  if (person.roles.includes('admin')) return person;
  const { refusal: why } = await refuseAudited(gate, person, {
    attempt: { action },
    why: refusal('not_an_admin'),
  });
  throw new Refused(why);
}
