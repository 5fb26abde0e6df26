import type { RingGroup } from '../../domain/inbound/rules.ts';
import type { GroupNames, ListedGroup, NamedGroup, RingGroups } from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import { inSlices } from '../directory/changeMarks.ts';
import { readRoster } from '../directory/roster.ts';
import { readFrom } from '../policy/orgRecords.ts';
import { asList, quoted, type CrmConnection } from '../session/connection.ts';

const TYPE_OF = { queue: 'Queue', team: 'Regular' } as const;
const USER_PREFIX = '005';
const ADMIN_PERMISSION_SET = 'Dealside_Admin';
const REP_PERMISSION_SET = 'Dealside_Rep';
const TTL_MS = 60_000;
/** A list of all groups is longer, and changes rarely. */
const LIST_TTL_MS = 5 * 60_000;
const MOST_LISTED = 2_000;

interface GroupRecord {
  readonly Id: string;
  readonly DeveloperName: string;
  readonly Name: string;
  readonly Type: string;
}

/**
 * Reads the users of queues, public groups and teams. Only direct members count, not members of
 * roles or groups inside a group. What was read is cached, so callers still reach these people while
 * the CRM does not answer.
 */
export function createRingGroups(
  connectionTo: (orgId: string) => CrmConnection | undefined,
  now: () => number = Date.now,
): RingGroups & GroupNames {
  const members = rememberedFor(
    (key) => {
      const [orgId, { kind, name }] = JSON.parse(key) as [string, RingGroup];
      return readFrom(connectionTo(orgId), 'a ring group', async (crm) => {
        const found = await crm.query<{ UserOrGroupId: string }>(
          'SELECT UserOrGroupId FROM GroupMember ' +
            `WHERE Group.Type = '${TYPE_OF[kind]}' AND Group.DeveloperName = ${quoted(name)}`,
        );
        return found
          .map(({ UserOrGroupId }) => UserOrGroupId)
          .filter((id) => id.startsWith(USER_PREFIX));
      });
    },
    TTL_MS,
    now,
  );
  const teams = rememberedFor(
    (key) => {
      const [orgId, managerId] = JSON.parse(key) as [string, string];
      return readFrom(connectionTo(orgId), 'a team', async (crm) => {
        const found = await crm.query<{ Id: string }>(
          `SELECT Id FROM User WHERE IsActive = true AND ManagerId = ${quoted(managerId)} ORDER BY Name`,
        );
        return found.map(({ Id }) => Id);
      });
    },
    TTL_MS,
    now,
  );
  const administrators = rememberedFor(
    (orgId) =>
      readFrom(connectionTo(orgId), 'the administrators', async (crm) => {
        const ids = await readRoster(crm, ADMIN_PERMISSION_SET);
        const found = await inSlices(ids, (some) =>
          crm.query<{ Id: string; Name: string }>(
            `SELECT Id, Name FROM User WHERE IsActive = true AND Id IN ${asList(some)}`,
          ),
        );
        return found.toSorted((a, b) => a.Name.localeCompare(b.Name)).map(({ Id }) => Id);
      }),
    TTL_MS,
    now,
  );
  const named = rememberedFor(
    (key) => {
      const [orgId, names] = JSON.parse(key) as [string, readonly string[]];
      return readFrom(connectionTo(orgId), 'the names of groups', async (crm) => {
        const found = await inSlices(names, (some) =>
          crm.query<Omit<GroupRecord, 'Id'>>(
            'SELECT DeveloperName, Name, Type FROM Group ' +
              `WHERE Type IN ('Queue', 'Regular') AND DeveloperName IN ${asList(some)}`,
          ),
        );
        return found.map(namedGroup).toSorted((a, b) => a.label.localeCompare(b.label));
      });
    },
    TTL_MS,
    now,
  );
  const listed = rememberedFor(
    (orgId) => readFrom(connectionTo(orgId), 'the list of groups', readListed),
    LIST_TTL_MS,
    now,
  );
  return {
    administrators,
    listed,
    named: async (orgId, names) =>
      names.length > 0 ? named(JSON.stringify([orgId, names.toSorted()])) : [],
    members: (orgId, { kind, name }) => members(JSON.stringify([orgId, { kind, name }])),
    teamOf: (orgId, managerId) => teams(JSON.stringify([orgId, managerId])),
  };
}

const namedGroup = ({ DeveloperName, Name, Type }: Omit<GroupRecord, 'Id'>): NamedGroup => ({
  kind: Type === TYPE_OF.queue ? 'queue' : 'team',
  name: DeveloperName,
  label: Name,
});

/** Reads the memberships of reps alone, who are few beside all users. */
async function readListed(crm: CrmConnection): Promise<readonly ListedGroup[]> {
  const [groups, reps] = await Promise.all([
    crm.query<GroupRecord>(
      'SELECT Id, DeveloperName, Name, Type FROM Group ' +
        `WHERE Type IN ('Queue', 'Regular') ORDER BY Name LIMIT ${MOST_LISTED}`,
    ),
    readRoster(crm, REP_PERMISSION_SET),
  ]);
  const memberships = await inSlices(reps, (some) =>
    crm.query<{ GroupId: string; UserOrGroupId: string }>(
      `SELECT GroupId, UserOrGroupId FROM GroupMember WHERE UserOrGroupId IN ${asList(some)}`,
    ),
  );
  const repsOf = Map.groupBy(memberships, ({ GroupId }) => GroupId);
  return groups.map((group) => ({
    ...namedGroup(group),
    repIds: (repsOf.get(group.Id) ?? []).map(({ UserOrGroupId }) => UserOrGroupId),
  }));
}
