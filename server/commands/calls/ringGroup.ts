import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls } from '../../domain/inbound/plan.ts';
import type { InboundRules, RingGroup } from '../../domain/inbound/rules.ts';
import { CrmUnavailable, type Directory, type RingGroups } from '../../ports/index.ts';

export interface GroupDeps {
  readonly directory: Pick<Directory, 'person'>;
  readonly ringGroups: Pick<RingGroups, 'members' | 'teamOf'>;
}

export interface MissedCallRecipientDeps extends GroupDeps {
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
  return (await peopleOf(deps, orgId, reading)).filter(canTakeCalls);
}

/**
 * Who is told of a missed call that no rep could be rung for: somebody of the org's group, even if
 * they take no calls, or else an administrator. Undefined without either, or while the CRM does not
 * respond.
 */
export async function missedCallRecipient(
  deps: MissedCallRecipientDeps,
  orgId: string,
  ringGroup: RingGroup | undefined,
): Promise<Person | undefined> {
  const members = ringGroup
    ? await peopleOf(deps, orgId, deps.ringGroups.members(orgId, ringGroup))
    : [];
  return members[0] ?? (await peopleOf(deps, orgId, deps.ringGroups.administrators(orgId)))[0];
}

/** The active people with these ids; none while the CRM does not respond. */
async function peopleOf(
  { directory }: Pick<GroupDeps, 'directory'>,
  orgId: string,
  reading: Promise<readonly string[]>,
): Promise<Person[]> {
  const userIds = (await reading.catch(unknownWhenAway)) ?? [];
  const people = await Promise.all(
    userIds.map((userId) => directory.person(orgId, userId).catch(unknownWhenAway)),
  );
  return people.filter((person) => person !== undefined).filter(({ active }) => active);
}

/** The rules of the record that has the name of the group, if there is one. */
export const rulesOfGroup = (
  ringGroup: RingGroup | undefined,
  groups: ReadonlyMap<string, InboundRules>,
): InboundRules | undefined => ringGroup && groups.get(ringGroup.name.toLowerCase());

/** The carrier's limit for instructions, whether or not the CRM answers. */
export function unknownWhenAway(problem: unknown): undefined {
  if (problem instanceof CrmUnavailable) return undefined;
  throw problem;
}
