import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls } from '../../domain/inbound/plan.ts';
import { reachesInSomeMode } from '../../domain/policy/reach.ts';
import type { Directory, Policies, RecentRoster } from '../../ports/index.ts';

export interface MonitoredRepsDeps {
  readonly directory: Pick<Directory, 'person'>;
  readonly roster: RecentRoster;
  readonly policies: Pick<Policies, 'inForce'>;
}

/**
 * The reps whose calls this person may monitor, at whatever time and about whatever deal. A covert
 * rule does not count. Throws CrmUnavailable.
 */
export async function monitoredReps(
  { directory, roster, policies }: MonitoredRepsDeps,
  person: Person,
): Promise<Person[]> {
  const { orgId, userId: ownId } = person;
  if (!person.permittedModes.includes('monitor')) return [];
  const [policy, userIds] = await Promise.all([
    policies.inForce(orgId),
    roster.recentUserIds(orgId),
  ]);
  const people = await Promise.all(userIds.map((userId) => directory.person(orgId, userId)));
  return people.filter(
    (rep): rep is Person =>
      rep !== undefined &&
      rep.userId !== ownId &&
      canTakeCalls(rep) &&
      reachesInSomeMode(policy, person, { rep, isMeant: (mode) => mode === 'monitor' }),
  );
}
