import { quoted, type CrmConnection } from './connection.ts';

/** Where a person belongs in the org, beside whom they report to. */
export interface Belongings {
  /** Role names, the person's own first, then those above. */
  readonly roleNames: readonly string[];
  readonly queueIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly territoryIds: readonly string[];
  readonly skills: readonly string[];
}

interface RoleRecord { Id: string; DeveloperName: string; ParentRoleId: string | null }
interface MembershipRecord { GroupId: string; Group: { Type: string } }

const MAX_LEVELS = 10;
const ROLE_GROUPS = "('Role', 'RoleAndSubordinates', 'RoleAndSubordinatesInternal')";
const GROUPS_OF_ROLES_BELOW = "('RoleAndSubordinates', 'RoleAndSubordinatesInternal')";

/** Reads role hierarchy, queues, public groups, sales territories and skills of a user. */
export function createBelongings(crm: CrmConnection): (user: { userId: string; roleId: string | null }) => Promise<Belongings> {
  async function rolesOf(roleId: string | null): Promise<RoleRecord[]> {
    const chain: RoleRecord[] = [];
    for (let next = roleId; next && chain.length < MAX_LEVELS && !chain.some(({ Id }) => Id === next);) {
      const [role] = await crm.query<RoleRecord>(`SELECT Id, DeveloperName, ParentRoleId FROM UserRole WHERE Id = ${quoted(next)}`);
      if (!role) break;
      chain.push(role);
      next = role.ParentRoleId;
    }
    return chain;
  }

  /** A role is a member of a queue through a group that stands for it, and that group may stand for the roles below as well. */
  async function groupsOfRoles([own, ...above]: readonly RoleRecord[]): Promise<string[]> {
    if (!own) return [];
    const fromAbove = above.length > 0 ? ` OR (RelatedId IN ${listOf(above.map(({ Id }) => Id))} AND Type IN ${GROUPS_OF_ROLES_BELOW})` : '';
    const groups = await crm.query<{ Id: string }>(`SELECT Id FROM Group WHERE (RelatedId = ${quoted(own.Id)} AND Type IN ${ROLE_GROUPS})${fromAbove}`);
    return groups.map(({ Id }) => Id);
  }

  /** Groups may be members of groups. */
  async function membershipsOf(userId: string, roles: readonly RoleRecord[]): Promise<{ queueIds: string[]; groupIds: string[] }> {
    const known = new Map<string, string>();
    let members = [userId, ...(await groupsOfRoles(roles))];
    for (let level = 0; members.length > 0 && level < MAX_LEVELS; level += 1) {
      const found = await crm.query<MembershipRecord>(`SELECT GroupId, Group.Type FROM GroupMember WHERE UserOrGroupId IN ${listOf(members)}`);
      const fresh = found.filter(({ GroupId }) => !known.has(GroupId));
      for (const { GroupId, Group } of fresh) known.set(GroupId, Group.Type);
      members = fresh.filter(({ Group }) => Group.Type !== 'Queue').map(({ GroupId }) => GroupId);
    }
    const ofType = (type: string): string[] => [...known].filter(([, of]) => of === type).map(([id]) => id).sort();
    return { queueIds: ofType('Queue'), groupIds: ofType('Regular') };
  }

  const territoriesOf = (userId: string): Promise<string[]> => whereTheFeatureIsOn(async () => {
    const found = await crm.query<{ Territory2Id: string }>(
      `SELECT Territory2Id FROM UserTerritory2Association WHERE UserId = ${quoted(userId)} AND IsActive = true AND Territory2.Territory2Model.State = 'Active'`,
    );
    return found.map(({ Territory2Id }) => Territory2Id).sort();
  });

  const skillsOf = (userId: string): Promise<string[]> => whereTheFeatureIsOn(async () => {
    const now = new Date().toISOString();
    const found = await crm.query<{ Skill: { DeveloperName: string } }>(
      `SELECT Skill.DeveloperName FROM ServiceResourceSkill WHERE ServiceResource.RelatedRecordId = ${quoted(userId)} AND ServiceResource.IsActive = true ` +
      `AND EffectiveStartDate <= ${now} AND (EffectiveEndDate = null OR EffectiveEndDate > ${now})`,
    );
    return [...new Set(found.map(({ Skill }) => Skill.DeveloperName))].sort();
  });

  return async ({ userId, roleId }) => {
    const [roles, territoryIds, skills] = await Promise.all([rolesOf(roleId), territoriesOf(userId), skillsOf(userId)]);
    return { roleNames: roles.map(({ DeveloperName }) => DeveloperName), ...(await membershipsOf(userId, roles)), territoryIds, skills };
  };
}

/** An org without Sales Territories or skills lacks their objects: there nobody has any, which grants nothing. */
async function whereTheFeatureIsOn(ask: () => Promise<string[]>): Promise<string[]> {
  try {
    return await ask();
  } catch (error) {
    if ((error as { errorCode?: string }).errorCode === 'INVALID_TYPE') return [];
    throw error;
  }
}

const listOf = (values: readonly string[]): string => `(${values.map(quoted).join(', ')})`;
