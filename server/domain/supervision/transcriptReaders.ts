import type { Call } from '../call/call.ts';
import { declinesMonitoring } from '../call/moments.ts';
import type { Person } from '../call/people.ts';
import { maySee } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';

/** The rules that say who may monitor whom, and the time at which it is asked. */
export interface ReaderRights {
  readonly policy: Policy;
  readonly now: string;
}

/**
 * Whether this person may read what is said: the rep, and a supervisor who is on the call. Reading
 * along counts as listening, so it needs the same permission. Once the call is over also those who
 * may see it, unless the customer declined monitoring.
 */
export function mayReadWords(call: Call, person: Person, { policy, now }: ReaderRights): boolean {
  if (call.orgId !== person.orgId) return false;
  if (call.rep.userId === person.userId) return true;
  const own = call.interventions.filter(({ supervisor }) => supervisor.userId === person.userId);
  if (own.some(({ status }) => status === 'active')) return true;
  if (call.status !== 'ended') return false;
  return (
    own.some((one) => one.status === 'ended' && one.joinedAt !== undefined) ||
    (!declinesMonitoring(call) && maySee(policy, person, { call, now }))
  );
}

/** Whether this person sees alerts on the call: everybody who may see it, except its rep. */
export const maySeeAlerts = (call: Call, person: Person, { policy, now }: ReaderRights): boolean =>
  call.orgId === person.orgId &&
  call.rep.userId !== person.userId &&
  maySee(policy, person, { call, now });

/** The rep of an open call hears it, so their reading of it is not audited. */
export const isOnRecord = (call: Call, { userId }: Pick<Person, 'userId'>): boolean =>
  call.status === 'ended' || call.rep.userId !== userId;
