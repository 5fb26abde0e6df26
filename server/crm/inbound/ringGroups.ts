import type { RingGroups } from '../../ports/index.ts';
import { readFrom } from '../policy/orgRecords.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';

const TYPE_OF = { queue: 'Queue', team: 'Regular' } as const;
const USER_PREFIX = '005';

/**
 * Reads the users of queues, public groups and teams. Only users who are themselves members count,
 * not those of roles or groups within a group.
 */
export const createRingGroups = (
  connectionTo: (orgId: string) => CrmConnection | undefined,
): RingGroups => ({
  members: (orgId, { kind, name }) =>
    readFrom(connectionTo(orgId), 'a ring group', async (crm) => {
      const found = await crm.query<{ UserOrGroupId: string }>(
        'SELECT UserOrGroupId FROM GroupMember ' +
          `WHERE Group.Type = '${TYPE_OF[kind]}' AND Group.DeveloperName = ${quoted(name)}`,
      );
      return found
        .map(({ UserOrGroupId }) => UserOrGroupId)
        .filter((id) => id.startsWith(USER_PREFIX));
    }),
  teamOf: (orgId, managerId) =>
    readFrom(connectionTo(orgId), 'a team', async (crm) => {
      const found = await crm.query<{ Id: string }>(
        `SELECT Id FROM User WHERE IsActive = true AND ManagerId = ${quoted(managerId)} ORDER BY Name`,
      );
      return found.map(({ Id }) => Id);
    }),
});
