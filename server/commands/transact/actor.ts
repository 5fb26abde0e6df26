import type { Actor } from '../../domain/audit/entries.ts';
import { leadingRole, type Person } from '../../domain/call/people.ts';

/** A person as the audit names them: the user id, and the role that counts most. */
export const actorOf = (person: Person): Actor => ({
  kind: 'person',
  userId: person.userId,
  role: leadingRole(person),
});
