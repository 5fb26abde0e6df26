import { asList, type CrmConnection } from '../session/connection.ts';
import { inSlices } from './changeMarks.ts';

/**
 * A person's roles, groups, territories and skills in the org; the managers are read separately.
 */
export interface Memberships {
  /** Role names: the person's own first, then those above it. */
  readonly roleNames: readonly string[];
  readonly queueIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly territoryIds: readonly string[];
  readonly skills: readonly string[];
}

export interface UserWithRole {
  readonly userId: string;
  readonly roleId: string | null;
}

interface RoleRecord {
  Id: string;
  DeveloperName: string;
  ParentRoleId: string | null;
}
interface GroupRecord {
  Id: string;
  Type: string;
  RelatedId: string;
}
interface MembershipRecord {
  GroupId: string;
  UserOrGroupId: string;
  Group: { Type: string };
}

const MAX_LEVELS = 10;
const ROLE_GROUPS = "('Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal')";

/**
 * Reads role hierarchy, queues, public groups, sales territories and skills. The number of queries
 * does not depend on the number of users.
 */
export function createMembershipReader(
  crm: CrmConnection,
): (users: readonly UserWithRole[]) => Promise<(userId: string) => Memberships> {
  async function rolesAbove(roleIds: readonly string[]): Promise<Map<string, RoleRecord>> {
    const roles = new Map<string, RoleRecord>();
    for (
      let next = [...new Set(roleIds)], level = 0;
      next.length > 0 && level < MAX_LEVELS;
      level += 1
    ) {
      const found = await inSlices(next, (ids) =>
        crm.query<RoleRecord>(
          `SELECT Id, DeveloperName, ParentRoleId FROM UserRole WHERE Id IN ${asList(ids)}`,
        ),
      );
      for (const role of found) roles.set(role.Id, role);
      next = [
        ...new Set(
          found.flatMap(({ ParentRoleId }) =>
            ParentRoleId && !roles.has(ParentRoleId) ? ParentRoleId : [],
          ),
        ),
      ];
    }
    return roles;
  }

  const groupsOfRoles = (roleIds: readonly string[]): Promise<GroupRecord[]> =>
    inSlices(roleIds, (ids) =>
      crm.query(
        `SELECT Id, Type, RelatedId FROM Group WHERE RelatedId IN ${asList(ids)} AND Type IN ${ROLE_GROUPS}`,
      ),
    );

  /**
   * The groups of each member, including indirect ones, since a group can be a member of another.
   */
  async function memberships(members: readonly string[]): Promise<Map<string, MembershipRecord[]>> {
    const groupsOf = new Map<string, MembershipRecord[]>();
    for (let next = [...members], level = 0; next.length > 0 && level < MAX_LEVELS; level += 1) {
      for (const member of next) groupsOf.set(member, []);
      const found = await inSlices(next, (ids) =>
        crm.query<MembershipRecord>(
          `SELECT GroupId, UserOrGroupId, Group.Type FROM GroupMember WHERE UserOrGroupId IN ${asList(ids)}`,
        ),
      );
      for (const membership of found) groupsOf.get(membership.UserOrGroupId)?.push(membership);
      next = [
        ...new Set(
          found.flatMap(({ GroupId, Group }) =>
            Group.Type === 'Queue' || groupsOf.has(GroupId) ? [] : GroupId,
          ),
        ),
      ];
    }
    return groupsOf;
  }

  const territories = (
    userIds: readonly string[],
  ): Promise<{ UserId: string; Territory2Id: string }[]> =>
    ifFeatureEnabled(() =>
      crm.query(
        `SELECT UserId, Territory2Id FROM UserTerritory2Association WHERE UserId IN ${asList(userIds)} ` +
          `AND IsActive = true AND Territory2.Territory2Model.State = 'Active'`,
      ),
    );

  const skills = (
    userIds: readonly string[],
  ): Promise<
    { Skill: { DeveloperName: string }; ServiceResource: { RelatedRecordId: string } }[]
  > => {
    const now = new Date().toISOString();
    return ifFeatureEnabled(() =>
      crm.query(
        'SELECT Skill.DeveloperName, ServiceResource.RelatedRecordId FROM ServiceResourceSkill ' +
          `WHERE ServiceResource.RelatedRecordId IN ${asList(userIds)} AND ServiceResource.IsActive = true ` +
          `AND EffectiveStartDate <= ${now} AND (EffectiveEndDate = null OR EffectiveEndDate > ${now})`,
      ),
    );
  };

  return async (users) => {
    const userIds = users.map(({ userId }) => userId);
    const [roles, territoriesFound, skillsFound] = await Promise.all([
      rolesAbove(users.flatMap(({ roleId }) => roleId ?? [])),
      territories(userIds),
      skills(userIds),
    ]);
    const roleGroups = await groupsOfRoles([...roles.keys()]);
    const groupsOf = await memberships([...userIds, ...roleGroups.map(({ Id }) => Id)]);
    const roleOf = new Map(users.map(({ userId, roleId }) => [userId, roleId]));
    return (userId) => {
      const chain = chainOf(roles, roleOf.get(userId) ?? null);
      const reached = reachableFrom([userId, ...groupsForRoles(roleGroups, chain)], groupsOf);
      const ofType = (type: string): string[] =>
        [...reached]
          .filter(([, of]) => of === type)
          .map(([id]) => id)
          .sort();
      return {
        roleNames: chain.map(({ DeveloperName }) => DeveloperName),
        queueIds: ofType('Queue'),
        groupIds: ofType('Regular'),
        territoryIds: territoriesFound
          .filter(({ UserId }) => UserId === userId)
          .map(({ Territory2Id }) => Territory2Id)
          .sort(),
        skills: [
          ...new Set(
            skillsFound
              .filter(({ ServiceResource }) => ServiceResource.RelatedRecordId === userId)
              .map(({ Skill }) => Skill.DeveloperName),
          ),
        ].sort(),
      };
    };
  };
}

function chainOf(roles: ReadonlyMap<string, RoleRecord>, roleId: string | null): RoleRecord[] {
  const chain: RoleRecord[] = [];
  for (
    let role = roles.get(roleId ?? '');
    role && !chain.includes(role);
    role = roles.get(role.ParentRoleId ?? '')
  )
    chain.push(role);
  return chain;
}

/**
 * The groups with which Salesforce represents roles: a role alone, or a role with its subordinates.
 */
const groupsForRoles = (
  groups: readonly GroupRecord[],
  [own, ...above]: readonly RoleRecord[],
): string[] =>
  groups
    .filter(
      ({ Type, RelatedId }) =>
        RelatedId === own?.Id || (Type !== 'Role' && above.some(({ Id }) => Id === RelatedId)),
    )
    .map(({ Id }) => Id);

/** All groups of these members, direct and indirect, with their types. */
function reachableFrom(
  members: readonly string[],
  groupsOf: ReadonlyMap<string, readonly MembershipRecord[]>,
): Map<string, string> {
  const reached = new Map<string, string>();
  const waiting = [...members];
  for (let member = waiting.pop(); member !== undefined; member = waiting.pop()) {
    for (const { GroupId, Group } of groupsOf.get(member) ?? []) {
      if (reached.has(GroupId)) continue;
      reached.set(GroupId, Group.Type);
      waiting.push(GroupId);
    }
  }
  return reached;
}

/**
 * Returns no records if the org does not have the object because Sales Territories or skills are
 * off.
 */
async function ifFeatureEnabled<T>(request: () => Promise<T[]>): Promise<T[]> {
  try {
    return await request();
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return [];
    throw error;
  }
}
