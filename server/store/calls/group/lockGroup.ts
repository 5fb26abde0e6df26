import type { ClientBase } from 'pg';
import type { CallMemory } from './callMemory.ts';
import type { KnownBefore } from './decideGroup.ts';
import { newestCalls } from './newestCalls.ts';
import { supervisorOf, type ChangeItem, type GroupItem } from './groupItems.ts';
import { prepared } from './prepared.ts';

/**
 * Locks until the end of the transaction, in an order that is the same everywhere so that no
 * deadlock is possible: supervisors, then calls; the chains of the audit come last, by trigger.
 */
const LOCK_SUPERVISORS = `select pg_advisory_xact_lock(key) from (
  select hashtextextended('supervisor:' || supervisor, 0) as key
  from unnest($1::text[]) supervisor order by 1 offset 0) keys`;
/**
 * So long a group waits for calls that another transaction holds, and then for the chain of an org.
 * Alone, a change waits until its statement's time limit.
 */
const GROUP_WAITS = `set local lock_timeout = '250ms'`;
const GROUP_WAITS_FOR_CHAINS = `set local lock_timeout = '1s'`;
const LOCK_CALLS = `select "callId", "version" from "Call" where "callId" = any($1::text[])
  order by "callId" for update`;
// Statements of their own after the locks: each sees what was committed before it began.
const RECEIPTS = `select "key" from "CallbackReceipt" where "key" = any($1::text[])`;
/** "Intervention_running_idx" answers it, however many interventions a supervisor has had. */
export const RUNNING_ELSEWHERE = `select s."orgId", s."userId", (
    select count(distinct i."callId")::int from "Intervention" i join "Call" c using ("callId")
    where i."supervisorUserId" = s."userId" and i."status" <> 'ended'
      and c."orgId" = s."orgId" and c."status" = 'live' and c."callId" <> s."callId") as running
  from unnest($1::text[], $2::text[], $3::text[]) s("orgId", "userId", "callId")`;

/** Begins the transaction of a group, and returns what its decisions may rely on until it ends. */
export async function lockGroup(
  client: ClientBase,
  group: readonly GroupItem[],
  memory: CallMemory,
  elsewhere: string,
): Promise<KnownBefore> {
  const callIds = [...new Set(group.flatMap(({ callId }) => callId ?? []))];
  const changes = group.filter((item): item is ChangeItem => item.kind === 'change');
  const keys = changes.flatMap(({ callbackKey }) => callbackKey ?? []);
  const supervised = changes.filter(({ supervisor }) => supervisor);

  // Given together, they share a round trip.
  const isGroup = group.length > 1;
  const [, , , locked, , receipts, running] = await all([
    client.query('begin'),
    isGroup && client.query(GROUP_WAITS),
    supervised.length > 0 &&
      client.query(
        prepared({
          text: LOCK_SUPERVISORS,
          values: [supervised.map((item) => supervisorOf(item))],
        }),
      ),
    callIds.length > 0 &&
      client.query<{ callId: string; version: number }>(
        prepared({ text: LOCK_CALLS, values: [callIds] }),
      ),
    isGroup && client.query(GROUP_WAITS_FOR_CHAINS),
    keys.length > 0 && client.query<{ key: string }>(prepared({ text: RECEIPTS, values: [keys] })),
    supervised.length > 0 &&
      client.query<{ orgId: string; userId: string; running: number }>(
        prepared({
          text: RUNNING_ELSEWHERE,
          values: [
            supervised.map(({ supervisor }) => supervisor!.orgId),
            supervised.map(({ supervisor }) => supervisor!.userId),
            supervised.map(({ callId }) => callId),
          ],
        }),
      ),
  ]);

  return {
    calls: await newestCalls(client, locked ? locked.rows : [], memory),
    receipts: new Set(receipts ? receipts.rows.map(({ key }) => key) : []),
    runningElsewhere: new Map(
      running
        ? running.rows.map(({ orgId, userId, running: count }) => [`${orgId}:${userId}`, count])
        : [],
    ),
    elsewhere,
  };
}

/** Every query ends before the first fault is thrown: the connection is used again afterwards. */
async function all<T extends readonly unknown[]>(
  queries: readonly [...T],
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  await Promise.allSettled(queries);
  return Promise.all(queries);
}
