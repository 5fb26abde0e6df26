import type pg from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { Log, Store } from '../../ports/index.ts';
import { findEntries } from '../audit/auditEntries.ts';
import { gathered } from '../database/gathered.ts';
import { createHotPool, createOrdinaryPool } from '../database/pools.ts';
import type { LocalNews } from './callChanges.ts';
import { callLists } from './callLists.ts';
import { createCallMemory, type CallMemory } from './group/callMemory.ts';
import { commitGroup, type CommitGroupDeps } from './group/commitGroup.ts';
import { mayJoinGroup, type GroupItem } from './group/groupItems.ts';
import { createLane, type Lane } from './group/lane.ts';
import { newestCalls, type CallVersion } from './group/newestCalls.ts';
import { createMemoryTrust } from './group/rememberedGroup.ts';
import { groupedChanges, type Lanes } from './groupedChanges.ts';
import { loadVersions } from './loadCalls.ts';
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
  const pool = createOrdinaryPool({ ...settings, min: 1, max: 10 });
  const hot = createHotPool({ ...settings, min: 2, max: 12 });
  for (const one of [pool, hot])
    one.on('error', (error) => log.warn({ fault: error.message }, 'idle database connection lost'));
  const deps: CommitGroupDeps = {
    pool: hot,
    memory: createCallMemory(),
    trust: createMemoryTrust(),
    channel: CHANNEL,
    payloadsOf: (callIds) => newsOfCalls(local.from, callIds),
    onCommitted: local.onCommitted,
    elsewhere,
  };
  const laneOf = (): Lane<GroupItem> =>
    createLane((group, turn) => commitGroup(deps, group, { turn }), mayJoinGroup);
  const lanes: Lanes = { person: laneOf(), carrier: laneOf() };

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
    ...groupedChanges(lanes),

    loadCall: newestBy(VERSIONS),
    ...callLists(pool),
    async findOpenCalls() {
      const open = await loadVersions(pool, `c."status" <> 'ended'`, []);
      for (const held of open) deps.memory.rememberIfNewer(held);
      return open.map(({ call }) => call);
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

const VERSIONS = `select "callId" as key, "callId", "version" from "Call"
  where "callId" = any($1::text[])`;

/** Selects the versions of the calls to which the parts with these ids belong. */
const versionsByPart = (table: 'Intervention' | 'Notice' | 'Recording', key: string): string =>
  `select p."${key}" as key, c."callId", c."version" from "${table}" p join "Call" c using ("callId")
   where p."${key}" = any($1::text[])`;
