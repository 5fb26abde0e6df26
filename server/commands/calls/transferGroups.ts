import type { RingStep, TransferGroup } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { canTakeCalls, isOpen, planRinging } from '../../domain/inbound/plan.ts';
import {
  DEFAULT_INBOUND_RULES,
  type InboundRules,
  type RingGroup,
} from '../../domain/inbound/rules.ts';
import type { Holiday } from '../../domain/policy/policy.ts';
import type { RepSigns } from '../../domain/presence/presence.ts';
import type {
  Clock,
  Directory,
  GroupNames,
  InboundSource,
  ListedGroup,
  NamedGroup,
  RepActivities,
  RingGroups,
} from '../../ports/index.ts';
import { rulesOfGroup, unknownWhenAway } from './ringGroup.ts';

export interface RingPlanDeps {
  readonly directory: Pick<Directory, 'person'>;
  readonly inboundRules: InboundSource;
  readonly ringGroups: Pick<RingGroups, 'members' | 'teamOf'> & GroupNames;
  readonly activities: Pick<RepActivities, 'of'>;
  readonly clock: Clock;
}

/** A group that a rep can transfer to. */
export interface OfferedGroup {
  /**
   * `group`, `unknown_callers` or `team` (the rep's own), or the kind and name for developers of a
   * group, as in `queue:Renewals`.
   */
  readonly group: string;
  /** Missing where the screen has a word for it. */
  readonly name?: string;
  /** How many reps would ring now. */
  readonly free: number;
  /** Whether inbound calls ring it at this hour. A transfer rings it at any hour. */
  readonly isOpen: boolean;
  /** Why nobody can ever be rung: no member takes calls with Dealside. */
  readonly because?: 'no_reps';
}

/** A group by its key; without a ring group, it is the rep's own team. */
interface Target {
  readonly key: string;
  readonly name?: string;
  readonly ringGroup?: RingGroup;
  /** Its reps, where the list of groups said who they are. */
  readonly repIds?: readonly string[];
}

/**
 * The groups that a rep can transfer to: those of the org's rules, those with a record of their own,
 * the rep's own team, then all others, which ring by the org's rules.
 */
export async function transferGroupsFor(
  deps: RingPlanDeps,
  rep: Person,
): Promise<readonly OfferedGroup[]> {
  const inbound = await inboundOf(deps, rep.orgId);
  const targets = offeredTo(rep, inbound);
  const peoples = await Promise.all(targets.map((target) => repsOf(deps, rep, target)));
  const activity = await activityOf(deps, rep, peoples.flat());
  const now = deps.clock.now();
  return targets.map(({ key, name, ringGroup, repIds }, index) => {
    const steps = stepsOf(inbound, { ringGroup, people: peoples[index]!, activity, now });
    const rules = rulesOfGroup(ringGroup, inbound.groups) ?? inbound.rules;
    return {
      group: key,
      ...(name && { name }),
      free: steps.flatMap(({ reps }) => reps).length,
      isOpen: isOpen(rules, inbound.holidays, now),
      ...(repIds?.length === 0 && { because: 'no_reps' as const }),
    };
  });
}

/**
 * The steps in which a transfer to this group rings reps, by the org's rules for inbound calls and
 * the group's own; none if no rep is free. Opening hours do not apply, because a rep asks for the transfer.
 * Undefined if the org has no such group.
 */
export async function ringPlanOf(
  deps: RingPlanDeps,
  rep: Person,
  { toGroup }: { readonly toGroup: string },
): Promise<Pick<TransferGroup, 'name' | 'steps'> | undefined> {
  const inbound = await inboundOf(deps, rep.orgId);
  const target = targetOf(toGroup, inbound);
  if (!target) return inbound.named && inbound.listed ? undefined : { name: '', steps: [] };
  const people = await repsOf(deps, rep, target);
  const activity = await activityOf(deps, rep, people);
  const { name = '', ringGroup } = target;
  return {
    name,
    steps: stepsOf(inbound, { ringGroup, people, activity, now: deps.clock.now() }),
  };
}

/** An org's rules for inbound calls, and its groups. */
interface Inbound {
  readonly rules: InboundRules;
  readonly groups: ReadonlyMap<string, InboundRules>;
  readonly holidays: readonly Holiday[];
  /** Those that the rules name, or that have their own; undefined while the CRM does not answer. */
  readonly named: readonly NamedGroup[] | undefined;
  /** All of the org; undefined while the CRM does not answer. */
  readonly listed: readonly ListedGroup[] | undefined;
}

async function inboundOf(
  { inboundRules, ringGroups }: Pick<RingPlanDeps, 'inboundRules' | 'ringGroups'>,
  orgId: string,
): Promise<Inbound> {
  const read = await inboundRules.of(orgId).catch(unknownWhenAway);
  if (!read)
    return {
      rules: DEFAULT_INBOUND_RULES,
      groups: new Map(),
      holidays: [],
      named: undefined,
      listed: undefined,
    };
  const { group, unknownCallers } = read.rules;
  const names = [group, unknownCallers].flatMap((one) => (one ? [one.name.toLowerCase()] : []));
  const [named, listed] = await Promise.all([
    ringGroups.named(orgId, [...new Set([...read.groups.keys(), ...names])]).catch(unknownWhenAway),
    ringGroups.listed(orgId).catch(unknownWhenAway),
  ]);
  return { ...read, named, listed };
}

function offeredTo({ managerIds }: Person, inbound: Inbound): readonly Target[] {
  const { group, unknownCallers } = inbound.rules;
  const isOther = unknownCallers && !(group && isSame(group, unknownCallers));
  return [
    ...(group ? [ruled('group', group, inbound)] : []),
    ...(isOther ? [ruled('unknown_callers', unknownCallers, inbound)] : []),
    ...withOwnRecord(inbound).filter(({ ringGroup }) =>
      [group, unknownCallers].every((ruledOne) => !ruledOne || !isSame(ringGroup, ruledOne)),
    ),
    ...(managerIds.length > 0 ? [{ key: 'team' }] : []),
    ...withoutRecord(inbound).filter(({ ringGroup }) =>
      [group, unknownCallers].every((ruledOne) => !ruledOne || !isSame(ringGroup, ruledOne)),
    ),
  ];
}

function targetOf(key: string, inbound: Inbound): Target | undefined {
  const { group, unknownCallers } = inbound.rules;
  switch (key) {
    case 'team':
      return { key };
    case 'group':
      return group && ruled(key, group, inbound);
    case 'unknown_callers':
      return unknownCallers && ruled(key, unknownCallers, inbound);
    default:
      return [...withOwnRecord(inbound), ...withoutRecord(inbound)].find(
        (target) => target.key === key,
      );
  }
}

/** A group that the org's rules name. Its label may be unknown. */
const ruled = (key: string, ringGroup: RingGroup, { named = [] }: Inbound): Target => ({
  key,
  name: named.find((one) => isSame(one, ringGroup))?.label ?? ringGroup.name,
  ringGroup,
});

/** The groups that have a record of their own. */
const withOwnRecord = ({
  groups,
  named = [],
}: Inbound): readonly (Target & Required<Pick<Target, 'ringGroup'>>)[] =>
  named
    .filter(({ name }) => groups.has(name.toLowerCase()))
    .map(({ kind, name, label }) => ({
      key: `${kind}:${name}`,
      name: label,
      ringGroup: { kind, name },
    }));

/** The groups that have no record of their own. */
const withoutRecord = ({
  groups,
  listed = [],
}: Inbound): readonly (Target & Required<Pick<Target, 'ringGroup'>>)[] =>
  listed
    .filter(({ name }) => !groups.has(name.toLowerCase()))
    .map(({ kind, name, label, repIds }) => ({
      key: `${kind}:${name}`,
      name: label,
      ringGroup: { kind, name },
      repIds,
    }));

const isSame = (one: RingGroup, other: RingGroup): boolean =>
  one.kind === other.kind && one.name.toLowerCase() === other.name.toLowerCase();

/** The other reps of the group. None while the CRM does not answer. */
async function repsOf(
  { directory, ringGroups }: Pick<RingPlanDeps, 'directory' | 'ringGroups'>,
  { orgId, userId, managerIds: [managerId] }: Person,
  { ringGroup, repIds }: Target,
): Promise<readonly Person[]> {
  const reading = repIds
    ? Promise.resolve(repIds)
    : ringGroup
      ? ringGroups.members(orgId, ringGroup)
      : managerId
        ? ringGroups.teamOf(orgId, managerId)
        : Promise.resolve([]);
  const userIds = (await reading.catch(unknownWhenAway)) ?? [];
  const people = await Promise.all(
    userIds.map((one) => directory.person(orgId, one).catch(unknownWhenAway)),
  );
  return people.filter(
    (one): one is Person => one !== undefined && canTakeCalls(one) && one.userId !== userId,
  );
}

const activityOf = (
  { activities }: Pick<RingPlanDeps, 'activities'>,
  { orgId }: Person,
  people: readonly Person[],
): Promise<ReadonlyMap<string, RepSigns>> =>
  activities.of(orgId, [...new Set(people.map(({ userId }) => userId))]);

function stepsOf(
  { rules, groups }: Inbound,
  {
    ringGroup,
    people,
    activity,
    now,
  }: {
    readonly ringGroup: RingGroup | undefined;
    readonly people: readonly Person[];
    readonly activity: ReadonlyMap<string, RepSigns>;
    readonly now: string;
  },
): readonly RingStep[] {
  const groupRules = { ...(rulesOfGroup(ringGroup, groups) ?? rules), hours: undefined };
  return planRinging(
    { rules, groupRules, holidays: [], owner: undefined, group: people, activity },
    now,
  ).steps;
}
