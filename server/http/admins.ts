import type { Context } from 'koa';
import { auditRefusal } from '../domain/audit/entries.ts';
import { leadingRole, type Person } from '../domain/people.ts';
import { refusal } from '../domain/refusals.ts';
import type { Clock, Ids, Store } from '../ports.ts';
import type { Authenticate } from './authenticate.ts';
import { Refused } from './errors.ts';

export interface AdminGate {
  readonly authenticate: Authenticate;
  readonly store: Pick<Store, 'recordAudit'>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Lets administrators through; that anybody else asked is in the audit. */
export async function asAdmin(ctx: Context, { authenticate, store, clock, ids }: AdminGate, action: string): Promise<Person> {
  const person = await authenticate(ctx);
  if (person.roles.includes('admin')) return person;
  const why = refusal('not_an_admin');
  const actor = { kind: 'person', userId: person.userId, role: leadingRole(person) } as const;
  await store.recordAudit([auditRefusal(why, { orgId: person.orgId, at: clock.now(), action }, { actor, nextId: () => ids.next() })]);
  throw new Refused(why);
}
