import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { CallQuery, Change, Log, Store } from '../../ports/index.ts';
import { PrismaClient, type Prisma } from '../generated/client.ts';
import { callOf } from './rows/callRows.ts';
import { findEntries, insertAudit } from '../audit/auditEntries.ts';
import { insertCall, insertOutbox, lockCall, saveCall } from './saveCall.ts';
import { loadCalls } from './loadCalls.ts';
import { inTransaction } from '../database/transaction.ts';

const WITH_PARTS = {
  participants: true,
  interventions: true,
  notices: true,
  recordings: true,
} as const;

export interface PostgresStore extends Store {
  readonly pool: pg.Pool;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * The store on PostgreSQL: reads by Prisma, changes by one transaction with SQL that locks the
 * call's row.
 * A query that takes longer than `queryTimeoutMs` rejects.
 */
export function createPostgresStore(
  databaseUrl: string,
  log: Log,
  { queryTimeoutMs = 10_000 } = {},
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
  });
  pool.on('error', (error) => log.warn({ fault: error.message }, 'idle database connection lost'));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });

  return {
    pool,

    async changeCall<T>(callId: string, decide: (call: Call) => Change<T>, callbackKey?: string) {
      return inTransaction(pool, async (client) => {
        if (callbackKey !== undefined && !(await isNew(client, callbackKey)))
          return 'repeated' as const;
        return changeLocked(client, callId, decide);
      });
    },

    async changeSupervisedCall(supervisor, callId, decide) {
      return inTransaction(pool, async (client) => {
        const runningElsewhere = await countRunningElsewhere(client, supervisor, callId);
        return changeLocked(client, callId, (call) => decide(call, runningElsewhere));
      });
    },

    async createCall(call, audit, outbox) {
      return inTransaction(pool, async (client) => {
        if (!(await insertCall(client, call))) return false;
        await insertOutbox(client, outbox);
        await insertAudit(client, audit);
        return true;
      });
    },

    recordAudit: (entries) => insertAudit(pool, entries),

    async loadCall(callId) {
      return fromPrisma(await prisma.call.findUnique({ where: { callId }, include: WITH_PARTS }));
    },

    loadCalls: (callIds) => loadCalls(prisma, callIds),

    async findCalls(query) {
      const found = await prisma.call.findMany({
        where: whereOf(query),
        include: WITH_PARTS,
        orderBy: { startedAt: 'desc' },
        take: 500,
      });
      return found.map((row) => fromPrisma(row)!);
    },

    async findCallByIntervention(interventionId) {
      return fromPrisma(
        await prisma.call.findFirst({
          where: { interventions: { some: { interventionId } } },
          include: WITH_PARTS,
        }),
      );
    },

    async findCallByNotice(noticeId) {
      return fromPrisma(
        await prisma.call.findFirst({
          where: { notices: { some: { noticeId } } },
          include: WITH_PARTS,
        }),
      );
    },

    async findCallByRecording(recordingId) {
      return fromPrisma(
        await prisma.call.findFirst({
          where: { recordings: { some: { recordingId } } },
          include: WITH_PARTS,
        }),
      );
    },

    async openCallIds() {
      const open = await prisma.call.findMany({
        where: { status: { not: 'ended' } },
        select: { callId: true },
      });
      return open.map((row) => row.callId);
    },

    findAudit: (query) => findEntries(pool, query),

    async isReady() {
      return pool.query('select 1').then(
        () => true,
        () => false,
      );
    },

    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

async function changeLocked<T>(
  client: pg.PoolClient,
  callId: string,
  decide: (call: Call) => Change<T>,
): Promise<{ answer: T } | undefined> {
  const call = await lockCall(client, callId);
  if (!call) return undefined;
  const change = decide(call);
  if (change.call) await saveCall(client, change.call);
  await insertOutbox(client, change.outbox);
  await insertAudit(client, change.audit);
  return { answer: change.answer };
}

/**
 * A lock until the end of the transaction, always taken before the lock of a call so that no
 * deadlock is possible.
 */
const LOCK_SUPERVISOR = `select
  pg_advisory_xact_lock(hashtextextended('supervisor:' || $1 || ':' || $2, 0))`;
const RUNNING_ELSEWHERE = `select count(distinct i."callId")::int as running
  from "Intervention" i join "Call" c using ("callId")
  where i."supervisorUserId" = $2 and i."status" <> 'ended'
    and c."orgId" = $1 and c."status" = 'live' and c."callId" <> $3`;

/**
 * Counts the supervisor's other live calls. The lock keeps the count true until the transaction
 * ends.
 */
async function countRunningElsewhere(
  client: pg.PoolClient,
  { orgId, userId }: { orgId: string; userId: string },
  callId: string,
): Promise<number> {
  await client.query(LOCK_SUPERVISOR, [orgId, userId]);
  const {
    rows: [counted],
  } = await client.query<{ running: number }>(RUNNING_ELSEWHERE, [orgId, userId, callId]);
  return counted!.running;
}

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

async function isNew(client: pg.ClientBase, callbackKey: string): Promise<boolean> {
  const written = await client.query(
    'insert into "CallbackReceipt" ("key") values ($1) on conflict do nothing',
    [callbackKey],
  );
  return written.rowCount === 1;
}
