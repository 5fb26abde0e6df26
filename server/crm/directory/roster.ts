import { CrmUnavailable } from '../../ports/index.ts';
import { asList, quoted, type CrmConnection } from '../session/connection.ts';
import { inSlices } from './changeMarks.ts';

/**
 * Returns the ids of users who have a permission set whose name matches the LIKE pattern, directly
 * or through a permission set group. Throws CrmUnavailable.
 */
export async function readRoster(crm: CrmConnection, setName = 'Dealside_%'): Promise<string[]> {
  try {
    const groups = await crm.query<{ PermissionSetGroupId: string }>(
      'SELECT PermissionSetGroupId FROM PermissionSetGroupComponent ' +
        `WHERE PermissionSet.Name LIKE ${quoted(setName)}`,
    );
    const groupIds = groups.map(({ PermissionSetGroupId }) => PermissionSetGroupId);
    const [direct, grouped] = await Promise.all([
      crm.query<{ AssigneeId: string }>(
        'SELECT AssigneeId FROM PermissionSetAssignment ' +
          `WHERE IsActive = true AND PermissionSet.Name LIKE ${quoted(setName)}`,
      ),
      inSlices(groupIds, (ids) =>
        crm.query<{ AssigneeId: string }>(
          'SELECT AssigneeId FROM PermissionSetAssignment ' +
            `WHERE IsActive = true AND PermissionSetGroupId IN ${asList(ids)}`,
        ),
      ),
    ]);
    return [...new Set([...direct, ...grouped].map(({ AssigneeId }) => AssigneeId))];
  } catch (error) {
    throw error instanceof CrmUnavailable
      ? error
      : new CrmUnavailable(
          `the users of Dealside could not be read from Salesforce: ${(error as Error).message}`,
          { cause: error },
        );
  }
}
