import { MODES, type Mode } from '../domain/modes.ts';
import type { Person, Role } from '../domain/people.ts';
import { CrmUnavailable, type Directory } from '../ports.ts';
import { quoted, type CrmConnection } from './connection.ts';

const CACHE_MS = 60_000;
const MAX_LEVELS = 10;

const ROLE_OF: Record<string, Role> = {
  Dealside_Supervisor: 'supervisor', Dealside_QA: 'qa', Dealside_Rep: 'rep', Dealside_RevOps: 'revops', Dealside_Admin: 'admin',
};

const MODE_OF: Record<string, Mode> = Object.fromEntries(MODES.map((mode) => [`Dealside_${mode[0]!.toUpperCase()}${mode.slice(1)}`, mode]));
const ALL_CALLS = 'Dealside_All_Calls';

interface UserRecord { Id: string; Name: string; IsActive: boolean; ManagerId: string | null }
interface AssignmentRecord { PermissionSetId: string; PermissionSet: { Name: string } }

/** People as the org knows them. An answer is used for a minute at most; when the org is away, nobody is known. */
export function createDirectory(crm: CrmConnection, ourOrgId: string, now: () => number = Date.now): Directory {
  const cache = new Map<string, { until: number; person: Promise<Person | undefined> }>();

  async function look(userId: string): Promise<Person | undefined> {
    const user = await userOf(userId);
    if (!user) return undefined;
    const [managerIds, assignments] = await Promise.all([managersOf(user), assignmentsOf(userId)]);
    const permissions = await permissionsOf(assignments.map((assignment) => assignment.PermissionSetId));
    return {
      orgId: ourOrgId,
      userId: user.Id,
      name: user.Name,
      active: user.IsActive,
      roles: assignments.flatMap(({ PermissionSet }) => ROLE_OF[PermissionSet.Name] ?? []),
      permittedModes: permissions.flatMap((name) => MODE_OF[name] ?? []),
      seesAllCalls: permissions.includes(ALL_CALLS),
      managerIds,
    };
  }

  async function userOf(userId: string): Promise<UserRecord | undefined> {
    const [user] = await crm.query<UserRecord>(`SELECT Id, Name, IsActive, ManagerId FROM User WHERE Id = ${quoted(userId)}`);
    return user;
  }

  async function managersOf(user: UserRecord): Promise<string[]> {
    const chain: string[] = [];
    let above = user.ManagerId;
    while (above && !chain.includes(above) && chain.length < MAX_LEVELS) {
      chain.push(above);
      above = (await userOf(above))?.ManagerId ?? null;
    }
    return chain;
  }

  const assignmentsOf = (userId: string): Promise<AssignmentRecord[]> =>
    crm.query(`SELECT PermissionSetId, PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId = ${quoted(userId)}`);

  async function permissionsOf(permissionSetIds: readonly string[]): Promise<string[]> {
    if (permissionSetIds.length === 0) return [];
    const granted = await crm.query<{ SetupEntityId: string }>(
      `SELECT SetupEntityId FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission' AND ParentId IN (${permissionSetIds.map(quoted).join(', ')})`,
    );
    if (granted.length === 0) return [];
    const named = await crm.query<{ DeveloperName: string }>(
      `SELECT DeveloperName FROM CustomPermission WHERE Id IN (${[...new Set(granted.map((row) => quoted(row.SetupEntityId)))].join(', ')})`,
    );
    return named.map((permission) => permission.DeveloperName);
  }

  return {
    async person(orgId, userId) {
      if (orgId !== ourOrgId) return undefined;
      const known = cache.get(userId);
      if (known && known.until > now()) return known.person;
      const person = look(userId).catch((error: unknown) => {
        cache.delete(userId);
        throw error instanceof CrmUnavailable ? error : new CrmUnavailable(`Salesforce could not be asked about a user: ${(error as Error).message}`, { cause: error });
      });
      cache.set(userId, { until: now() + CACHE_MS, person });
      return person;
    },
  };
}
