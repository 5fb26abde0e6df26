import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls } from '../../domain/inbound/plan.ts';
import type { InboundRules, RingGroup } from '../../domain/inbound/rules.ts';
import { CrmUnavailable, type Directory, type RingGroups } from '../../ports/index.ts';

export interface GroupDeps {
  readonly directory: Pick<Directory, 'person'>;
  readonly ringGroups: RingGroups;
}

/**
 * The reps who are rung together: the org's group or, without one, this manager's team. Empty while
 * the CRM does not respond.
 */
export async function groupFor(
  deps: GroupDeps,
  orgId: string,
  {
    ringGroup,
    managerId,
  }: { readonly ringGroup: RingGroup | undefined; readonly managerId: string | undefined },
): Promise<Person[]> {
  const reading = ringGroup
    ? deps.ringGroups.members(orgId, ringGroup)
    : managerId
      ? deps.ringGroups.teamOf(orgId, managerId)
      : Promise.resolve([]);
  const userIds = (await reading.catch(unknownWhenAway)) ?? [];
  const people = await Promise.all(userIds.map((userId) => personOf(deps, orgId, userId)));
  return people.filter((person) => person !== undefined);
}

/** The rules of the record that has the name of the group, if there is one. */
export const rulesOfGroup = (
  ringGroup: RingGroup | undefined,
  groups: ReadonlyMap<string, InboundRules>,
): InboundRules | undefined => ringGroup && groups.get(ringGroup.name.toLowerCase());

/** A person who takes calls. */
async function personOf(
  { directory }: Pick<GroupDeps, 'directory'>,
  orgId: string,
  userId: string,
): Promise<Person | undefined> {
  const person = await directory.person(orgId, userId).catch(unknownWhenAway);
  return person && canTakeCalls(person) ? person : undefined;
}

/** The carrier's limit for instructions, whether or not the CRM answers. */
export function unknownWhenAway(problem: unknown): undefined {
  if (problem instanceof CrmUnavailable) return undefined;
  throw problem;
}
