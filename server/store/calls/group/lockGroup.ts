import type { PoolClient } from 'pg';
import type { OtherCall } from '../../../domain/call/otherCall.ts';
import type { CallMemory } from './callMemory.ts';
import type { LockedState } from './decideGroup.ts';
import { supervisorKeyOf, type ChangeItem, type GroupItem } from './groupItems.ts';
import { newestCalls } from './newestCalls.ts';
import { prepared } from './prepared.ts';
import { sendTogether } from './sendTogether.ts';

/**
 * Locks are held until the end of the transaction. All transactions lock in the same order, so that
 * no deadlock is possible: supervisors, then calls, then the audit chains, which a trigger locks.
 */
const LOCK_SUPERVISORS = `select pg_advisory_xact_lock(key) from (
  select hashtextextended('supervisor:' || supervisor, 0) as key
  from unnest($1::text[]) supervisor order by 1 offset 0) keys`;
/**
 * How long a group waits for calls that another transaction has locked, and then for an org's chain.
 * An item that is committed alone waits until the statement's time limit.
 */
export const BEGIN_GROUP = `begin; set local lock_timeout = '250ms'`;
export const LIMIT_CHAIN_LOCK_WAIT = `set local lock_timeout = '1s'`;
const LOCK_CALLS = `select "callId", "version" from "Call" where "callId" = any($1::text[])
  order by "callId" for update`;
// Separate statements after the locks, so that they see everything that was committed before.
const RECEIPTS = `select "key" from "CallbackReceipt" where "key" = any($1::text[])`;
/**
 * Uses the indexes "Intervention_running_idx" and "Call_live_by_rep_idx", so that the number of a
 * person's past calls does not matter.
 */
export const OTHER_CALLS = `select s."orgId", s."userId", o.*
  from unnest($1::text[], $2::text[], $3::text[]) s("orgId", "userId", "callId"), lateral (
    select c."callId", c."repName", c."customerName", i."interventionId"
    from "Intervention" i join "Call" c using ("callId")
    where i."supervisorUserId" = s."userId" and i."status" <> 'ended'
      and c."orgId" = s."orgId" and c."status" = 'live' and c."callId" <> s."callId"
    union all
    select c."callId", c."repName", c."customerName", null
    from "Call" c
    where c."repUserId" = s."userId" and c."status" = 'live'
      and c."orgId" = s."orgId" and c."callId" <> s."callId"
      and exists (select 1 from "Participant" p where p."callId" = c."callId"
        and p."role" = 'rep' and p."status" = 'connected')) o`;

interface OtherCallRow {
  readonly orgId: string;
  readonly userId: string;
  readonly callId: string;
  readonly repName: string;
  readonly customerName: string;
  readonly interventionId: string | null;
}

/** Begins the transaction of a group, and returns what its decisions need, locked until it ends. */
export async function lockGroup(
  client: PoolClient,
  group: readonly GroupItem[],
  { memory, elsewhere }: { readonly memory: CallMemory; readonly elsewhere: string },
): Promise<LockedState> {
  const callIds = [...new Set(group.flatMap(({ callId }) => callId ?? []))];
  const changes = group.filter((item): item is ChangeItem => item.kind === 'change');
  const keys = changes.flatMap(({ callbackKey }) => callbackKey ?? []);
  const supervised = changes.filter(({ supervisor }) => supervisor);

  // Sent together, they need one round trip.
  const isGroup = group.length > 1;
  const results = sendTogether(
    client,
    () =>
      [
        client.query(isGroup ? BEGIN_GROUP : 'begin'),
        supervised.length > 0 &&
          client.query(
            prepared({
              text: LOCK_SUPERVISORS,
              values: [supervised.map((item) => supervisorKeyOf(item))],
            }),
          ),
        callIds.length > 0 &&
          client.query<{ callId: string; version: number }>(
            prepared({ text: LOCK_CALLS, values: [callIds] }),
          ),
        isGroup && client.query(LIMIT_CHAIN_LOCK_WAIT),
        keys.length > 0 &&
          client.query<{ key: string }>(prepared({ text: RECEIPTS, values: [keys] })),
        supervised.length > 0 &&
          client.query<OtherCallRow>(
            prepared({
              text: OTHER_CALLS,
              values: [
                supervised.map(({ supervisor }) => supervisor!.orgId),
                supervised.map(({ supervisor }) => supervisor!.userId),
                supervised.map(({ callId }) => callId),
              ],
            }),
          ),
      ] as const,
  );
  const [, , locked, , receipts, others] = await allSettled(results);

  return {
    calls: await newestCalls(client, locked ? locked.rows : [], memory),
    receipts: new Set(receipts ? receipts.rows.map(({ key }) => key) : []),
    otherCalls: otherCallsOf(others ? others.rows : []),
    elsewhere,
  };
}

function otherCallsOf(rows: readonly OtherCallRow[]): Map<string, readonly OtherCall[]> {
  const bySupervisor = Map.groupBy(rows, ({ orgId, userId }) => `${orgId}:${userId}`);
  return new Map([...bySupervisor].map(([key, theirs]) => [key, theirs.map(otherCall)]));
}

const otherCall = ({ callId, interventionId, repName, customerName }: OtherCallRow): OtherCall =>
  interventionId === null
    ? { as: 'rep', callId, customerName }
    : { as: 'supervisor', callId, interventionId, repName };

/**
 * The results of all queries. Throws the first fault only when every query has ended, because the
 * connection is used again afterwards.
 */
export async function allSettled<T extends readonly unknown[]>(
  queries: readonly [...T],
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> {
  await Promise.allSettled(queries);
  return Promise.all(queries);
}
