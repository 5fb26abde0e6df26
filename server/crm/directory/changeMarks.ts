import { asList, type CrmConnection } from '../session/connection.ts';

/**
 * By key, a text that changes whenever the records of that key change. It contains their latest
 * time of change and, because a deletion leaves no such time, their number.
 */
export type Marks = ReadonlyMap<string, string>;

/** Changes if a record changes that concerns the user or anyone below them in the hierarchy. */
export const userKey = (userId: string): string => `user:${userId}`;
/** Changes if the user's permission sets change. */
export const rightsKey = (userId: string): string => `rights:${userId}`;
const ORG_KEY = 'org:';

/** A query for more ids would make the URL longer than servers accept. */
const MAX_IDS = 200;

interface SummaryRecord {
  readonly entries: number;
  readonly latest: string | null;
}

interface RightsRecord extends SummaryRecord {
  readonly AssigneeId: string;
}

const markOf = (entries: number, latest: string | null | undefined): string =>
  `${entries} ${latest ? Date.parse(latest) : ''}`;
const NO_ROWS = markOf(0, null);

/**
 * The mark of records that were read in full. It equals the mark from a summary query of the same
 * records.
 */
export function markOfRows(rows: readonly { readonly SystemModstamp: string }[]): string {
  const latest = rows
    .map(({ SystemModstamp }) => SystemModstamp)
    .toSorted(byTime)
    .at(-1);
  return markOf(rows.length, latest);
}

const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b);

/** Shared records of the org: a change of any of them can concern anybody. */
const SHARED: readonly { readonly object: string; readonly where: (now: string) => string }[] = [
  { object: 'UserRole', where: () => '' },
  { object: 'GroupMember', where: () => "WHERE Group.Type IN ('Regular', 'Queue')" },
  { object: 'SetupEntityAccess', where: () => "WHERE SetupEntityType = 'CustomPermission'" },
  { object: 'PermissionSetGroupComponent', where: () => '' },
  {
    object: 'UserTerritory2Association',
    where: () => "WHERE IsActive = true AND Territory2.Territory2Model.State = 'Active'",
  },
  {
    object: 'ServiceResourceSkill',
    where: (now) =>
      `WHERE ServiceResource.IsActive = true AND EffectiveStartDate <= ${now} ` +
      `AND (EffectiveEndDate = null OR EffectiveEndDate > ${now})`,
  },
];

/**
 * Reads the marks of these users, their managers and the org's shared records, with eight queries
 * for up to 200 users. Rejects as the connection does.
 */
export async function readMarks(
  crm: CrmConnection,
  userIds: readonly string[],
  managerIds: readonly string[],
): Promise<Marks> {
  const now = new Date().toISOString();
  const everyId = [...new Set([...userIds, ...managerIds])];
  const [stamps, rights, shared] = await Promise.all([
    Promise.all(
      slicesOf(everyId).map((ids) =>
        crm.query<{ Id: string; SystemModstamp: string }>(
          `SELECT Id, SystemModstamp FROM User WHERE Id IN ${asList(ids)}`,
        ),
      ),
    ),
    Promise.all(
      slicesOf(userIds).map((ids) =>
        summaryOr<RightsRecord>(
          () =>
            crm.query(
              'SELECT AssigneeId, COUNT(Id) entries, MAX(SystemModstamp) latest ' +
                `FROM PermissionSetAssignment WHERE AssigneeId IN ${asList(ids)} ` +
                'AND IsActive = true GROUP BY AssigneeId',
            ),
          ids.map((AssigneeId) => ({ AssigneeId, entries: -1, latest: null })),
        ),
      ),
    ),
    Promise.all(
      SHARED.map(async ({ object, where }): Promise<[string, string]> => [
        ORG_KEY + object,
        await sharedMark(crm, object, where(now)),
      ]),
    ),
  ]);
  return new Map([
    ...userIds.map((id): [string, string] => [rightsKey(id), NO_ROWS]),
    ...everyId.map((id): [string, string] => [userKey(id), '']),
    ...rights
      .flat()
      .map((row): [string, string] => [rightsKey(row.AssigneeId), markOf(row.entries, row.latest)]),
    ...stamps.flat().map((row): [string, string] => [userKey(row.Id), row.SystemModstamp]),
    ...shared,
  ]);
}

async function sharedMark(crm: CrmConnection, object: string, where: string): Promise<string> {
  const [summary] = await summaryOr(
    () =>
      crm.query<SummaryRecord>(
        `SELECT COUNT(Id) entries, MAX(SystemModstamp) latest FROM ${object} ${where}`.trim(),
      ),
    [],
  );
  return summary ? markOf(summary.entries, summary.latest) : UNKNOWN_MARK;
}

/**
 * Never equals another mark, so that if the org refuses a summary query, the people concerned are
 * read each time.
 */
const UNKNOWN_MARK = 'unknown';
const REFUSED_QUERY =
  /^(INVALID_FIELD|MALFORMED_QUERY|INVALID_QUERY_FILTER_OPERATOR|OPERATION_TOO_LARGE|QUERY_TIMEOUT|EXCEEDED_ID_LIMIT)$/;

/**
 * Runs a summary query. If the org does not have the feature, the object does not exist and cannot
 * change, so the summary is empty. Resolves with `refused` if the org does not support this kind of
 * query.
 */
async function summaryOr<T extends SummaryRecord>(
  ask: () => Promise<T[]>,
  refused: T[],
): Promise<T[]> {
  try {
    return await ask();
  } catch (error) {
    const { errorCode = '' } = error as { errorCode?: string };
    if (errorCode === 'INVALID_TYPE') return [{ entries: 0, latest: null } as T];
    if (REFUSED_QUERY.test(errorCode)) return refused;
    throw error;
  }
}

/** The part of the marks that concerns the whole org; undefined if any of it is unknown. */
export function sharedPart(marks: Marks): string | undefined {
  const shared = [...marks].filter(([key]) => key.startsWith(ORG_KEY));
  return shared.some(([, mark]) => mark === UNKNOWN_MARK) ? undefined : JSON.stringify(shared);
}

/** Splits the ids into slices that are each small enough for one query. */
export const slicesOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_slice, index) =>
    ids.slice(index * MAX_IDS, (index + 1) * MAX_IDS),
  );

/**
 * Runs a query for many ids in as many slices as the length of the URL requires, and returns all
 * rows.
 */
export const inSlices = async <T>(
  ids: readonly string[],
  query: (ids: readonly string[]) => Promise<T[]>,
): Promise<T[]> => (await Promise.all(slicesOf([...new Set(ids)]).map(query))).flat();
