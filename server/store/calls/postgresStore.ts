import pg from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { OtherCall } from '../../domain/call/otherCall.ts';
import type { CallQuery, Change, ChangeOptions, Log, PersonKey, Store } from '../../ports/index.ts';
import { findEntries } from '../audit/auditEntries.ts';
import { filtered, type Conditions } from '../database/filters.ts';
import { gathered } from '../database/gathered.ts';
import { createHotPool } from '../database/hotPool.ts';
import type { LocalNews } from './callChanges.ts';
import { createCallMemory, type CallMemory } from './group/callMemory.ts';
import { commitGroup, type CommitGroupDeps } from './group/commitGroup.ts';
import { mayJoinGroup, type ChangeItem, type GroupItem } from './group/groupItems.ts';
import { createLane, type Lane } from './group/lane.ts';
import { newestCalls, type CallVersion } from './group/newestCalls.ts';
import { loadCalls, loadVersions, loadWhere } from './loadCalls.ts';
import { CHANNEL, newsOfCalls } from './news.ts';

export interface PostgresStore extends Store {
  readonly pool: pg.Pool;
  /** Only for a few frequent statements (`createHotPool`). */
  readonly hot: pg.Pool;
  /** The calls that this process has read or written. */
  readonly memory: CallMemory;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface PostgresStoreOptions {
  readonly queryTimeoutMs?: number;
  /** Called at once when a call changes; other processes get notifications. */
  readonly local?: LocalNews;
  /** The org under which reports about unknown calls are stored. */
  readonly elsewhere?: string;
}

/**
 * The store on PostgreSQL. Changes are committed in groups, in two lanes so that a person's click
 * never waits behind many callbacks. A query that takes longer than `queryTimeoutMs` rejects.
 */
export function createPostgresStore(
  databaseUrl: string,
  log: Log,
  {
    queryTimeoutMs = 10_000,
    local = { from: 'nobody', onCommitted: () => undefined },
    elsewhere = 'unknown',
  }: PostgresStoreOptions = {},
): PostgresStore {
  const settings = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    statement_timeout: queryTimeoutMs,
    // Needed if the database is unreachable and so cannot cancel the statement itself.
    query_timeout: queryTimeoutMs + 1_000,
    // Releases the locks on calls of an instance whose machine failed.
    idle_in_transaction_session_timeout: queryTimeoutMs,
    pipeline: true,
  } satisfies pg.PoolConfig & { pipeline: boolean };
  // Each connection costs PostgreSQL a process, so only those that are always used stay open.
  const pool = new pg.Pool({ ...settings, min: 1, max: 10 });
  const hot = createHotPool({ ...settings, min: 2, max: 12 });
  for (const one of [pool, hot])
    one.on('error', (error) => log.warn({ fault: error.message }, 'idle database connection lost'));
  const deps: CommitGroupDeps = {
    pool: hot,
    memory: createCallMemory(),
    channel: CHANNEL,
    payloadsOf: (callIds) => newsOfCalls(local.from, callIds),
    onCommitted: local.onCommitted,
    elsewhere,
  };
  const laneOf = (): Lane<GroupItem> =>
    createLane((group, turn) => commitGroup(deps, group, { turn }), mayJoinGroup);
  const lanes = { person: laneOf(), carrier: laneOf() };

  /**
   * Finds calls by a key of the call or one of its parts. `versions` is a query for their current
   * versions; a call is read only if memory has another version.
   */
  const newestBy = (versions: string): ((key: string) => Promise<Call | undefined>) =>
    gathered(async (keys: readonly string[]) => {
      const { rows } = await hot.query<CallVersion & { key: string }>(versions, [keys]);
      const found = await newestCalls(hot, rows, deps.memory);
      for (const held of found.values()) deps.memory.remember(held);
      const callIds = new Map(rows.map(({ key, callId }) => [key, callId]));
      return keys.map((key) => found.get(callIds.get(key) ?? '')?.call);
    });

  const findCallByIntervention = newestBy(versionsByPart('Intervention', 'interventionId'));

  return {
    pool,
    hot,
    memory: deps.memory,

    changeCall<T>(
      callId: string,
      decide: (call: Call) => Change<T>,
      { callbackKey, report, lane = 'carrier' }: ChangeOptions = {},
    ) {
      return new Promise<{ answer: T } | 'repeated' | undefined>((resolve, reject) => {
        lanes[lane].add({
          kind: 'change',
          callId,
          decide,
          callbackKey,
          report,
          resolve: resolve as ChangeItem['resolve'],
          reject,
        });
      });
    },

    changeSupervisedCall<T>(
      supervisor: PersonKey,
      callId: string,
      decide: (call: Call, otherCalls: readonly OtherCall[]) => Change<T>,
    ) {
      return new Promise<{ answer: T } | undefined>((resolve, reject) => {
        lanes.person.add({
          kind: 'change',
          callId,
          decide,
          supervisor,
          resolve: resolve as ChangeItem['resolve'],
          reject,
        });
      });
    },

    createCall(call, audit, outbox) {
      const { callId } = call;
      return new Promise((resolve, reject) => {
        lanes.person.add({ kind: 'create', callId, call, audit, outbox, resolve, reject });
      });
    },

    recordAudit(audit) {
      if (audit.length === 0) return Promise.resolve();
      const lane = audit[0]!.actor.kind === 'person' ? 'person' : 'carrier';
      return new Promise((resolve, reject) => {
        lanes[lane].add({ kind: 'audit', audit, resolve, reject });
      });
    },

    loadCall: newestBy(VERSIONS),

    loadCalls: async (callIds) => byId(await loadCalls(pool, callIds)),
    async findOpenCalls() {
      const open = await loadVersions(pool, `c."status" <> 'ended'`, []);
      for (const held of open) deps.memory.rememberIfNewer(held);
      return open.map(({ call }) => call);
    },
    findCallsWithOutcomeDue: (people) =>
      loadWhere(
        pool,
        `c."callId" in (select "callId" from "Intervention"
           where "supervisorUserId" = any($1::text[]) and "outcomeStatus" = 'due')`,
        [[...new Set(people.map(({ userId }) => userId))]],
      ),

    async findCallsToWrapUp({ orgId, userId, onOpportunityOnly, limit }) {
      const due = `c."orgId" = $1 and c."wrapUpDueBy" @> array[$2] and c."wrapUpDueBy" <> '{}'
        and (not $3 or c."opportunityId" is not null)`;
      const values = [orgId, userId, onOpportunityOnly];
      const [calls, { rows }] = await Promise.all([
        loadWhere(pool, `${due} order by c."startedAt" desc limit $4`, [...values, limit]),
        pool.query<{ total: number }>(
          `select count(*)::int as total from "Call" c where ${due}`,
          values,
        ),
      ]);
      return { calls, total: rows[0]!.total };
    },

    async findPracticeCalls({ orgId, userId, ofEverybody, limit }) {
      const shown = `c."orgId" = $1 and c."practice" is not null and ($3 or c."repUserId" = $2
        or $2 = any(c."repManagerIds") or exists (select 1 from "Intervention" i
          where i."callId" = c."callId" and i."supervisorUserId" = $2))`;
      const values = [orgId, userId, ofEverybody];
      const [calls, { rows }] = await Promise.all([
        loadWhere(pool, `${shown} order by c."startedAt" desc limit $4`, [...values, limit]),
        pool.query<{ total: number }>(
          `select count(*)::int as total from "Call" c where ${shown}`,
          values,
        ),
      ]);
      return { calls, total: rows[0]!.total };
    },

    findCalls(query) {
      const { where, values } = filtered(FILTERS, query);
      return loadWhere(pool, `${where} order by c."startedAt" desc`, values);
    },

    findCallByIntervention,
    placeOfIntervention: async (interventionId) =>
      deps.memory.byIntervention(interventionId)?.call ??
      (await findCallByIntervention(interventionId)),
    findCallByNotice: newestBy(versionsByPart('Notice', 'noticeId')),
    findCallByRecording: newestBy(versionsByPart('Recording', 'recordingId')),

    findAudit: (query) => findEntries(pool, query),

    async isReady() {
      return pool.query('select 1').then(
        () => true,
        () => false,
      );
    },

    async close() {
      await Promise.all([lanes.person.idle(), lanes.carrier.idle()]);
      await Promise.all([pool.end(), hot.end()]);
    },
  };
}

const byId = (calls: readonly Call[]): ReadonlyMap<string, Call> =>
  new Map(calls.map((call) => [call.callId, call]));

const VERSIONS = `select "callId" as key, "callId", "version" from "Call"
  where "callId" = any($1::text[])`;

/** Selects the versions of the calls to which the parts with these ids belong. */
const versionsByPart = (table: 'Intervention' | 'Notice' | 'Recording', key: string): string =>
  `select p."${key}" as key, c."callId", c."version" from "${table}" p join "Call" c using ("callId")
   where p."${key}" = any($1::text[])`;

const FILTERS: Conditions<CallQuery> = {
  orgId: (value) => `c."orgId" = ${value}`,
  opportunityId: (value) => `c."opportunityId" = ${value}`,
  repUserId: (value) => `c."repUserId" = ${value}`,
  status: (value) => `c."status" = any(${value}::text[])`,
  supervisedBy: (value) => `c."callId" in (select "callId" from "Intervention"
    where "supervisorUserId" = ${value} and "status" <> 'ended')`,
  outcomeDueBy: (value) => `c."callId" in (select "callId" from "Intervention"
    where "supervisorUserId" = ${value} and "outcomeStatus" = 'due')`,
};
