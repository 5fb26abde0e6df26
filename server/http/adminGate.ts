import type { Context } from 'koa';
import { refuseAudited, type AuditDeps } from '../commands/transact/auditEntries.ts';
import type { Person } from '../domain/people/people.ts';
import { refusal } from '../domain/refusals.ts';
import type { Authenticate } from './authenticate.ts';
import { Refused } from './errors.ts';

export interface AdminGate extends AuditDeps {
  readonly authenticate: Authenticate;
}

/**
 * Authenticates and requires an administrator. Throws Refused and writes an audit entry for anybody
 * else.
 */
export async function asAdmin(ctx: Context, gate: AdminGate, action: string): Promise<Person> {
  const person = await gate.authenticate(ctx);
  if (person.roles.includes('admin')) return person;
  const { refusal: why } = await refuseAudited(gate, person, { action }, refusal('not_an_admin'));
  throw new Refused(why);
}
