import { MODES, type Mode } from '../domain/modes.ts';
import type { Person, Role } from '../domain/people.ts';
import { CrmUnavailable, type Directory } from '../ports.ts';
import { createBelongings } from './belongings.ts';
import { quoted, type CrmConnection } from './connection.ts';
import { remembering } from './remembering.ts';

const CACHE_MS = 60_000;
/** Shorter, so that a new person is not kept waiting. */
const UNKNOWN_CACHE_MS = 10_000;
const MAX_LEVELS = 10;

const ROLE_OF: Record<string, Role> = {
  Dealside_Supervisor: 'supervisor', Dealside_QA: 'qa', Dealside_Rep: 'rep', Dealside_RevOps: 'revops', Dealside_Admin: 'admin',
};

const PERMISSION_FOR: Record<Mode, string> = {
  monitor: 'Dealside_Monitor', whisper: 'Dealside_Whisper', barge: 'Dealside_Barge', takeover: 'Dealside_Takeover',
};
const ALL_CALLS = 'Dealside_All_Calls';

interface UserRecord { Id: string; Name: string; IsActive: boolean; ManagerId: string | null; UserRoleId: string | null; TimeZoneSidKey: string }
interface Named { PermissionSet: { Name: string } }
interface AssignmentRecord extends Named { PermissionSetId: string; PermissionSetGroupId: string | null }

/** People as the org knows them. An answer is used for a minute at most; when the org is away, nobody is known. */
export function createDirectory(crm: CrmConnection, ourOrgId: string, now: () => number = Date.now): Directory {
  const belongingsOf = createBelongings(crm);

  async function look(userId: string): Promise<Person | undefined> {
    const asOf = new Date(now()).toISOString();
    const user = await userOf(userId);
    if (!user) return undefined;
    const [managerIds, assignments, belongings] = await Promise.all([managersOf(user), assignmentsOf(userId), belongingsOf({ userId, roleId: user.UserRoleId })]);
    const [setNames, permissions] = await Promise.all([setNamesOf(assignments), permissionsOf(assignments.map((assignment) => assignment.PermissionSetId))]);
    return {
      orgId: ourOrgId,
      userId: user.Id,
      name: user.Name,
      active: user.IsActive,
      roles: setNames.flatMap((name) => ROLE_OF[name] ?? []),
      permittedModes: MODES.filter((mode) => permissions.includes(PERMISSION_FOR[mode])),
      seesAllCalls: permissions.includes(ALL_CALLS),
      managerIds,
      timeZone: user.TimeZoneSidKey,
      ...belongings,
      asOf,
    };
  }

  async function userOf(userId: string): Promise<UserRecord | undefined> {
    const [user] = await crm.query<UserRecord>(`SELECT Id, Name, IsActive, ManagerId, UserRoleId, TimeZoneSidKey FROM User WHERE Id = ${quoted(userId)}`);
    return user;
  }

  async function managersOf(user: UserRecord): Promise<string[]> {
    const chain: string[] = [];
    let above = user.ManagerId;
    while (above && above !== user.Id && !chain.includes(above) && chain.length < MAX_LEVELS) {
      chain.push(above);
      above = (await userOf(above))?.ManagerId ?? null;
    }
    return chain;
  }

  const assignmentsOf = (userId: string): Promise<AssignmentRecord[]> =>
    crm.query(`SELECT PermissionSetId, PermissionSet.Name, PermissionSetGroupId FROM PermissionSetAssignment WHERE AssigneeId = ${quoted(userId)} AND IsActive = true`);

  async function setNamesOf(assignments: readonly AssignmentRecord[]): Promise<string[]> {
    const groupIds = assignments.flatMap((assignment) => assignment.PermissionSetGroupId ?? []);
    const inGroups = groupIds.length === 0 ? [] : await crm.query<Named>(
      `SELECT PermissionSet.Name FROM PermissionSetGroupComponent WHERE PermissionSetGroupId IN (${groupIds.map(quoted).join(', ')})`,
    );
    return [...new Set([...assignments, ...inGroups].map(({ PermissionSet }) => PermissionSet.Name))];
  }

  /** A group's assignment names the set that sums it up, without what the group mutes; so permissions never come from its members. */
  async function permissionsOf(permissionSetIds: readonly string[]): Promise<string[]> {
    if (permissionSetIds.length === 0) return [];
    const [granted, names] = await Promise.all([
      crm.query<{ SetupEntityId: string }>(
        `SELECT SetupEntityId FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission' AND ParentId IN (${permissionSetIds.map(quoted).join(', ')})`,
      ),
      permissionNames('ours'),
    ]);
    return granted.flatMap(({ SetupEntityId }) => names.get(SetupEntityId) ?? []);
  }

  /** The same for everybody, so read once for all. */
  const permissionNames = remembering(async () => {
    const ours = [...Object.values(PERMISSION_FOR), ALL_CALLS].map(quoted).join(', ');
    const found = await crm.query<{ Id: string; DeveloperName: string }>(`SELECT Id, DeveloperName FROM CustomPermission WHERE DeveloperName IN (${ours})`);
    return new Map(found.map(({ Id, DeveloperName }) => [Id, DeveloperName]));
  }, () => CACHE_MS, now);

  const known = remembering(
    (userId) => look(userId).catch((error: unknown) => {
      throw error instanceof CrmUnavailable ? error : new CrmUnavailable(`Salesforce could not be asked about a user: ${(error as Error).message}`, { cause: error });
    }),
    (person) => (person ? CACHE_MS : UNKNOWN_CACHE_MS),
    now,
  );

  return {
    person: async (orgId, userId) => (orgId === ourOrgId ? known(userId) : undefined),
    refresh: (orgId, userId) => (orgId === ourOrgId ? known.forget(userId) : undefined),
  };
}
