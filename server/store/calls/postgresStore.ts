import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { OtherCall } from '../../domain/call/otherCall.ts';
import type { CallQuery, Change, ChangeOptions, Log, PersonKey, Store } from '../../ports/index.ts';
import { PrismaClient, type Prisma } from '../generated/client.ts';
import { findEntries } from '../audit/auditEntries.ts';
import { createCallMemory, type CallMemory } from './group/callMemory.ts';
import { commitGroup, type CommitGroupDeps } from './group/commitGroup.ts';
import { mayJoinGroup, type ChangeItem, type GroupItem } from './group/groupItems.ts';
import { createLane, type Lane } from './group/lane.ts';
import { newestCalls, type CallVersion } from './group/newestCalls.ts';
import { prepared } from './group/prepared.ts';
import type { LocalNews } from './callChanges.ts';
import { loadCalls, loadWhere } from './loadCalls.ts';
import { CHANNEL, newsOfCalls } from './news.ts';
import { gathered } from '../database/gathered.ts';
import { callOf } from './rows/callRows.ts';

const WITH_PARTS = {
  participants: true,
  interventions: true,
  notices: true,
  recordings: true,
} as const;

export interface PostgresStore extends Store {
  readonly pool: pg.Pool;
  /** The calls that this process has read or written. */
  readonly memory: CallMemory;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface PostgresStoreOptions {
  readonly queryTimeoutMs?: number;
  /** Hears of changed calls at once; other processes hear of them by notification. */
  readonly local?: LocalNews;
  /** The org under which reports about unknown calls are kept. */
  readonly elsewhere?: string;
}

/**
 * The store on PostgreSQL. Changes are committed in groups, in two lanes so that a person's click
 * never waits behind a flood of callbacks. A query that takes longer than `queryTimeoutMs` rejects.
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
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 12,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    statement_timeout: queryTimeoutMs,
    // For a database that is not reachable any more and so cannot cancel the statement itself.
    query_timeout: queryTimeoutMs + 1_000,
    // Releases the calls that an instance had locked when its machine failed.
    idle_in_transaction_session_timeout: queryTimeoutMs,
    pipeline: true,
  } satisfies pg.PoolConfig & { pipeline: boolean });
  pool.on('error', (error) => log.warn({ fault: error.message }, 'idle database connection lost'));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const deps: CommitGroupDeps = {
    pool,
    memory: createCallMemory(),
    channel: CHANNEL,
    payloadsOf: (callIds) => newsOfCalls(local.from, callIds),
    onCommitted: local.onCommitted,
    elsewhere,
  };
  const laneOf = (): Lane<GroupItem> =>
    createLane((group, aside) => commitGroup(deps, group, aside), mayJoinGroup);
  const lanes = { person: laneOf(), carrier: laneOf() };

  /**
   * Calls by a key of theirs or of one of their parts, of which `versions` selects the newest
   * versions; the parts of a call are read only if it has changed.
   */
  const newestBy = (versions: string): ((key: string) => Promise<Call | undefined>) =>
    gathered(async (keys: readonly string[]) => {
      const { rows } = await pool.query<CallVersion & { key: string }>(
        prepared({ text: versions, values: [keys] }),
      );
      const found = await newestCalls(pool, rows, deps.memory);
      for (const held of found.values()) deps.memory.keep(held);
      const callIds = new Map(rows.map(({ key, callId }) => [key, callId]));
      return keys.map((key) => found.get(callIds.get(key) ?? '')?.call);
    });

  return {
    pool,
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
    findOpenCalls: () => loadWhere(pool, `c."status" <> 'ended'`, []),
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

    async findCalls(query) {
      const found = await prisma.call.findMany({
        where: whereOf(query),
        include: WITH_PARTS,
        orderBy: { startedAt: 'desc' },
      });
      return found.map((row) => fromPrisma(row)!);
    },

    findCallByIntervention: newestBy(versionsByPart('Intervention', 'interventionId')),
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
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const byId = (calls: readonly Call[]): ReadonlyMap<string, Call> =>
  new Map(calls.map((call) => [call.callId, call]));

const VERSIONS = `select "callId" as key, "callId", "version" from "Call"
  where "callId" = any($1::text[])`;

/** The calls of parts with these ids. */
const versionsByPart = (table: 'Intervention' | 'Notice' | 'Recording', key: string): string =>
  `select p."${key}" as key, c."callId", c."version" from "${table}" p join "Call" c using ("callId")
   where p."${key}" = any($1::text[])`;

type PrismaCall = Prisma.CallGetPayload<{ include: typeof WITH_PARTS }>;

function fromPrisma(row: PrismaCall | null): Call | undefined {
  if (!row) return undefined;
  const { participants, interventions, notices, recordings, ...call } = row;
  return callOf({ call, participants, interventions, notices, recordings });
}

type Filters<Query> = {
  readonly [Field in keyof Required<Query>]: (
    value: NonNullable<Query[Field]>,
  ) => Prisma.CallWhereInput;
};

/**
 * A field that CallQuery gains does not compile until it has a filter: one that is ignored would
 * show too much.
 */
const FILTERS: Filters<CallQuery> = {
  orgId: (orgId) => ({ orgId }),
  opportunityId: (opportunityId) => ({ opportunityId }),
  repUserId: (repUserId) => ({ repUserId }),
  status: (status) => ({ status: { in: [...status] } }),
  supervisedBy: (supervisorUserId) => ({
    interventions: { some: { supervisorUserId, status: { not: 'ended' } } },
  }),
  outcomeDueBy: (supervisorUserId) => ({
    interventions: { some: { supervisorUserId, outcomeStatus: 'due' } },
  }),
};

function whereOf(query: CallQuery): Prisma.CallWhereInput {
  const filterBy = <Field extends keyof CallQuery>(field: Field): Prisma.CallWhereInput[] => {
    const value = query[field];
    return value === undefined ? [] : [FILTERS[field](value)];
  };
  return { AND: (Object.keys(FILTERS) as (keyof CallQuery)[]).flatMap(filterBy) };
}
