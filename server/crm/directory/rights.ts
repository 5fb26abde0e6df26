import { MODE_PERMISSION } from '../../domain/texts/permissionNames.ts';
import { cachedFor } from '../cache/ttlCache.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { inSlices, markOfRows } from './changeMarks.ts';

const NAMES_TTL_MS = 60_000;

export const ALL_CALLS = 'Dealside_All_Calls';

interface AssignmentRecord {
  AssigneeId: string;
  PermissionSetId: string;
  PermissionSetGroupId: string | null;
  PermissionSet: { Name: string };
  SystemModstamp: string;
}

interface ComponentRecord {
  PermissionSetGroupId: string;
  PermissionSet: { Name: string };
}

export interface Rights {
  readonly setNames: readonly string[];
  readonly permissions: readonly string[];
  readonly mark: string;
}

/** Returns lookups of each user's permission sets and Dealside permissions. */
export function createRightsReader(
  crm: CrmConnection,
  now: () => number,
): (userIds: readonly string[]) => Promise<(userId: string) => Rights> {
  /** Returns a lookup of each user's permission sets and Dealside permissions. */
  async function rightsOf(userIds: readonly string[]): Promise<(userId: string) => Rights> {
    const assignments = await crm.query<AssignmentRecord>(
      'SELECT AssigneeId, PermissionSetId, PermissionSet.Name, PermissionSetGroupId, ' +
        `SystemModstamp FROM PermissionSetAssignment WHERE AssigneeId IN ${asList(userIds)} ` +
        'AND IsActive = true',
    );
    const [inGroups, granted] = await Promise.all([
      setsInGroups(assignments.flatMap(({ PermissionSetGroupId }) => PermissionSetGroupId ?? [])),
      permissionsOf(assignments.map(({ PermissionSetId }) => PermissionSetId)),
    ]);
    const byUser = Map.groupBy(assignments, ({ AssigneeId }) => AssigneeId);
    const byGroup = Map.groupBy(inGroups, ({ PermissionSetGroupId }) => PermissionSetGroupId);
    return (userId) => {
      const own = byUser.get(userId) ?? [];
      const members = own.flatMap(
        ({ PermissionSetGroupId: groupId }) => (groupId !== null && byGroup.get(groupId)) || [],
      );
      return {
        setNames: [...new Set([...own, ...members].map(({ PermissionSet }) => PermissionSet.Name))],
        permissions: own.flatMap(({ PermissionSetId }) => granted.get(PermissionSetId) ?? []),
        mark: markOfRows(own),
      };
    };
  }

  const setsInGroups = (groupIds: readonly string[]): Promise<ComponentRecord[]> =>
    inSlices(groupIds, (ids) =>
      crm.query(
        'SELECT PermissionSetGroupId, PermissionSet.Name FROM PermissionSetGroupComponent ' +
          `WHERE PermissionSetGroupId IN ${asList(ids)}`,
      ),
    );

  // An assigned permission set group has an aggregate permission set that respects what the group
  // mutes. Reading the permission sets in the group would ignore that, so only assignments are
  // read.
  async function permissionsOf(
    permissionSetIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    if (permissionSetIds.length === 0) return new Map();
    const [granted, names] = await Promise.all([
      inSlices(permissionSetIds, (ids) =>
        crm.query<{ ParentId: string; SetupEntityId: string }>(
          'SELECT ParentId, SetupEntityId FROM SetupEntityAccess ' +
            `WHERE SetupEntityType = 'CustomPermission' AND ParentId IN ${asList(ids)}`,
        ),
      ),
      permissionNames('ours'),
    ]);
    return granted.reduce(
      (sets, { ParentId, SetupEntityId }) =>
        sets.set(ParentId, [...(sets.get(ParentId) ?? []), ...(names.get(SetupEntityId) ?? [])]),
      new Map<string, string[]>(),
    );
  }

  /** Names by id; they are the same for all users. */
  const permissionNames = cachedFor(
    async () => {
      const ours = asList([...Object.values(MODE_PERMISSION), ALL_CALLS]);
      const found = await crm.query<{ Id: string; DeveloperName: string }>(
        `SELECT Id, DeveloperName FROM CustomPermission WHERE DeveloperName IN ${ours}`,
      );
      return new Map(found.map(({ Id, DeveloperName }) => [Id, [DeveloperName]]));
    },
    () => NAMES_TTL_MS,
    now,
  );
  return rightsOf;
}
