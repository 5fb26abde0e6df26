import type { TransferGroup } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls, planRinging } from '../../domain/inbound/plan.ts';
import {
  DEFAULT_INBOUND_RULES,
  type InboundRules,
  type RingGroup,
} from '../../domain/inbound/rules.ts';
import type {
  Clock,
  Directory,
  InboundSource,
  RepActivities,
  RingGroups,
} from '../../ports/index.ts';
import { rulesOfGroup, unknownWhenAway } from './ringGroup.ts';

/** The groups that inbound calls ring, as a rep can choose them for a transfer. */
export const TRANSFER_GROUPS = ['group', 'unknown_callers', 'team'] as const;
export type TransferGroupKey = (typeof TRANSFER_GROUPS)[number];

export interface RingPlanDeps {
  readonly directory: Pick<Directory, 'person'>;
  readonly inboundRules: InboundSource;
  readonly ringGroups: Pick<RingGroups, 'members' | 'teamOf'>;
  readonly activities: Pick<RepActivities, 'of'>;
  readonly clock: Clock;
}

/** The groups that a rep can transfer to. `name` is missing where the screen has a word for it. */
export async function transferGroupsFor(
  { inboundRules }: Pick<RingPlanDeps, 'inboundRules'>,
  rep: Person,
): Promise<{ readonly group: TransferGroupKey; readonly name?: string }[]> {
  const { group, unknownCallers } = (await rulesOf({ inboundRules }, rep.orgId)).rules;
  return [
    ...(group ? [{ group: 'group' as const, name: group.name }] : []),
    ...(unknownCallers && unknownCallers.name !== group?.name
      ? [{ group: 'unknown_callers' as const, name: unknownCallers.name }]
      : []),
    ...(rep.managerIds.length > 0 ? [{ group: 'team' as const }] : []),
  ];
}

/**
 * The steps in which a transfer to this group rings reps, by the org's rules for inbound calls and
 * the group's own; none if no rep is free. Opening hours do not apply, because a rep asks for the transfer.
 */
export async function ringPlanOf(
  deps: RingPlanDeps,
  rep: Person,
  { toGroup: key }: { readonly toGroup: TransferGroupKey },
): Promise<Pick<TransferGroup, 'name' | 'steps'>> {
  const { rules, groups } = await rulesOf(deps, rep.orgId);
  const chosen = { group: rules.group, unknown_callers: rules.unknownCallers, team: undefined }[
    key
  ];
  const userIds = (await membersOf(deps, rep, { key, chosen }).catch(unknownWhenAway)) ?? [];
  const people = await Promise.all(
    userIds.map((userId) => deps.directory.person(rep.orgId, userId).catch(unknownWhenAway)),
  );
  const group = people.filter(
    (one): one is Person => one !== undefined && canTakeCalls(one) && one.userId !== rep.userId,
  );
  const activity = await deps.activities.of(
    rep.orgId,
    group.map(({ userId }) => userId),
  );
  const groupRules = { ...(rulesOfGroup(chosen, groups) ?? rules), hours: undefined };
  const { steps } = planRinging(
    { rules, groupRules, holidays: [], owner: undefined, group, activity },
    deps.clock.now(),
  );
  return { name: chosen?.name ?? '', steps };
}

async function membersOf(
  { ringGroups }: RingPlanDeps,
  { orgId, managerIds: [managerId] }: Person,
  { key, chosen }: { readonly key: TransferGroupKey; readonly chosen: RingGroup | undefined },
): Promise<readonly string[]> {
  if (key === 'team') return managerId ? ringGroups.teamOf(orgId, managerId) : [];
  return chosen ? ringGroups.members(orgId, chosen) : [];
}

const rulesOf = async (
  { inboundRules }: Pick<RingPlanDeps, 'inboundRules'>,
  orgId: string,
): Promise<{ readonly rules: InboundRules; readonly groups: ReadonlyMap<string, InboundRules> }> =>
  (await inboundRules.of(orgId).catch(unknownWhenAway)) ?? {
    rules: DEFAULT_INBOUND_RULES,
    groups: new Map(),
  };
