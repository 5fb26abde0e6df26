import type pg from 'pg';
import type { Call } from '../../../domain/call/call.ts';
import { INSERT_ENTRY, INSERT_PERSONAL, sealedRows } from '../../audit/auditEntries.ts';
import { INSERT_REPORTS } from '../../audit/carrierCrossCheck.ts';
import { changedRowsOf } from '../rows/changedRows.ts';
import type { CallMemory, VersionedCall } from './callMemory.ts';
import { decideGroup, type DecidedGroup, type LockedState } from './decideGroup.ts';
import type { GroupItem } from './groupItems.ts';
import type { Turn } from './lane.ts';
import { allSettled, BEGIN_GROUP, LIMIT_CHAIN_LOCK_WAIT, lockGroup } from './lockGroup.ts';
import { prepared } from './prepared.ts';
import {
  COMPARE,
  isStillRemembered,
  LOCK_UNCHANGED,
  rememberedState,
  type MemoryTrust,
} from './rememberedGroup.ts';
import { sendTogether } from './sendTogether.ts';
import { callWrites, outboxInsert, receiptInsert, statementOf, writeJson } from './writes.ts';

export interface CommitGroupDeps {
  /** Its connections plan statements for index scans, and plan each once (`createHotPool`). */
  readonly pool: pg.Pool;
  readonly memory: CallMemory;
  readonly trust: MemoryTrust;
  /** The NOTIFY channel of the live feed, and the payloads that list the changed calls. */
  readonly channel: string;
  readonly payloadsOf: (callIds: readonly string[]) => readonly string[];
  /** Receives the changed calls after each commit. */
  readonly onCommitted: (calls: readonly Call[]) => void;
  /** The org id under which reports of unknown calls are stored. */
  readonly elsewhere: string;
}

/** Another transaction has locked a call or an org's audit chain for longer than a group waits. */
const LOCK_NOT_AVAILABLE = '55P03';
/** How often a group is tried in all when there are deadlocks or serialization failures. */
const ATTEMPTS = 3;
const SERIALIZATION_FAILURES = new Set(['40001', '40P01']);
/** Classes of PostgreSQL errors after which it is unknown whether the transaction was committed. */
const CONNECTION_CLASSES = new Set(['08', '57']);

/**
 * Decides all items of a group, writes the changes in one statement and commits once. Then every item
 * gets its answer. Calls that are remembered are decided first, and locked and compared with memory
 * in the round trip that writes; otherwise they are locked first. Never rejects: a failure rejects
 * only the items that it concerns. If memory was wrong, the group is locked and decided again. If the
 * database refuses the statement, the group is divided in halves, which are committed separately,
 * until the refused item is alone. If another transaction has locked a call or a chain, each call of
 * the group is committed separately, and later groups do not wait for it.
 */
export async function commitGroup(
  deps: CommitGroupDeps,
  group: readonly GroupItem[],
  {
    turn,
    attempt = 1,
    trustsMemory = deps.trust.isGiven(),
  }: { readonly turn: Turn; readonly attempt?: number; readonly trustsMemory?: boolean },
): Promise<void> {
  const remembered = trustsMemory ? rememberedState(group, deps) : undefined;
  try {
    if (!(remembered && (await isCommittedFromMemory(deps, group, { turn, remembered }))))
      await commitLocked(deps, group, turn);
  } catch (fault) {
    if (!isRefusedByDatabase(fault)) rejectAll(group, fault);
    else if (remembered && fault.code !== LOCK_NOT_AVAILABLE) {
      deps.trust.withdraw();
      await commitGroup(deps, group, { turn, trustsMemory: false });
    } else if (SERIALIZATION_FAILURES.has(fault.code) && attempt < ATTEMPTS)
      await commitGroup(deps, group, { turn, attempt: attempt + 1, trustsMemory: false });
    else if (group.length === 1) rejectAll(group, fault);
    else if (fault.code === LOCK_NOT_AVAILABLE)
      for (const items of Map.groupBy(group, orderKeyOf).values())
        turn.runAside(commitOneByOne(deps, items, turn));
    else {
      const half = group.length >> 1;
      await commitGroup(deps, group.slice(0, half), { turn, trustsMemory: false });
      await commitGroup(deps, group.slice(half), { turn, trustsMemory: false });
    }
  }
}

/** Items with the same key stay in order: a call's changes, and an org's entries without a call. */
const orderKeyOf = (item: GroupItem): string | undefined =>
  item.kind === 'audit' ? item.audit[0]?.orgId : item.callId;

/** An item that is committed alone waits for its locks until the statement's time limit. */
async function commitOneByOne(
  deps: CommitGroupDeps,
  items: readonly GroupItem[],
  turn: Turn,
): Promise<void> {
  for (const item of items) await commitGroup(deps, [item], { turn, trustsMemory: false });
}

const rejectAll = (group: readonly GroupItem[], fault: unknown): void =>
  group.forEach(({ reject }) => reject(fault));

/** Whether PostgreSQL returned the error. Then the transaction was certainly not committed. */
function isRefusedByDatabase(fault: unknown): fault is { code: string } {
  const { code } = fault as { code?: unknown };
  return typeof code === 'string' && code.length === 5 && !CONNECTION_CLASSES.has(code.slice(0, 2));
}

/** Locks and reads the calls, decides, and writes: two round trips. */
const commitLocked = (
  deps: CommitGroupDeps,
  group: readonly GroupItem[],
  turn: Turn,
): Promise<void> =>
  withConnection(deps, group, async (client) => {
    const decided = decideGroup(group, await lockGroup(client, group, deps));
    const statement = statementFor(deps, decided);
    await turn.mayWrite;
    const written = writeAndCommit(client, statement);
    turn.isWritten();
    await written;
    settle(deps, decided);
  });

/**
 * Decides, and then locks and writes in one round trip. Returns false, and has written nothing, if
 * memory has changed before that.
 */
async function isCommittedFromMemory(
  deps: CommitGroupDeps,
  group: readonly GroupItem[],
  { turn, remembered }: { readonly turn: Turn; readonly remembered: LockedState },
): Promise<boolean> {
  const decided = decideGroup(group, remembered);
  const statement = writesNothing(decided) ? undefined : statementFor(deps, decided);
  // The connection is taken meanwhile. Afterwards, answers of the previous group would go first.
  return withConnection(deps, group, async (client) => {
    await turn.mayWrite;
    if (!isStillRemembered(remembered, deps.memory)) return false;
    const calls = [...remembered.calls];
    const written = statement
      ? lockAndCommit(client, calls, { statement, isGroup: group.length > 1 })
      : client.query(prepared({ text: COMPARE, values: versionsOf(calls) }));
    turn.isWritten();
    await written;
    settle(deps, decided);
    return true;
  });
}

/** Remembers what was committed, and answers. */
function settle({ memory, onCommitted }: CommitGroupDeps, decided: DecidedGroup): void {
  for (const { after } of decided.changed) memory.remember(after);
  for (const answer of decided.answers) answer();
  onCommitted(decided.changed.map(({ after }) => after.call));
}

/** Gives a connection for one transaction, which is rolled back if it fails. */
async function withConnection<T>(
  { pool, memory }: CommitGroupDeps,
  group: readonly GroupItem[],
  transaction: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  // A lost connection also rejects the running query. Without this listener, it would end the
  // process.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let connectionFault: Error | undefined;
  try {
    return await transaction(client);
  } catch (fault) {
    memory.forget(group.flatMap(({ callId }) => callId ?? []));
    await client.query('rollback').catch((lost: Error) => (connectionFault = lost));
    throw fault;
  } finally {
    client.release(connectionFault);
    client.off('error', ignore);
  }
}

function statementFor(
  { channel, payloadsOf }: CommitGroupDeps,
  { changed, receipts, audit, outbox, reports }: DecidedGroup,
): Statement {
  const { entry, personal } = sealedRows(audit);
  const rows = changed.map(({ before, after }) => changedRowsOf(before, after));
  return statementOf(
    [
      receiptInsert(receipts),
      ...callWrites(rows),
      outboxInsert(outbox),
      writeJson('CarrierReport', reports, INSERT_REPORTS),
      writeJson('AuditPersonal', personal, INSERT_PERSONAL),
      writeJson('AuditEntry', entry, INSERT_ENTRY),
    ],
    channel,
    payloadsOf(changed.map(({ after }) => after.call.callId)),
  );
}

/** A look at the carrier, above all, that has found everything as it was. */
const writesNothing = (decided: DecidedGroup): boolean =>
  [decided.changed, decided.receipts, decided.audit, decided.outbox, decided.reports].every(
    ({ length }) => length === 0,
  );

const versionsOf = (calls: readonly (readonly [callId: string, VersionedCall])[]): unknown[] => [
  calls.map(([callId]) => callId),
  calls.map(([, { version }]) => version),
];

type Statement = ReturnType<typeof statementOf>;

async function writeAndCommit(client: pg.PoolClient, statement: Statement): Promise<void> {
  // Sent together, both need one round trip. If the first fails, the commit rolls back.
  const [written, committed] = sendTogether(client, () => [
    client.query(prepared(statement)),
    client.query('commit'),
  ]);
  committed.catch(() => undefined);
  await written;
  await committed;
}

/** A whole transaction in one round trip: after a statement that fails, nothing is committed. */
async function lockAndCommit(
  client: pg.PoolClient,
  calls: readonly (readonly [callId: string, VersionedCall])[],
  { statement, isGroup }: { readonly statement: Statement; readonly isGroup: boolean },
): Promise<void> {
  await allSettled(
    sendTogether(client, () => [
      client.query(isGroup ? BEGIN_GROUP : 'begin'),
      calls.length > 0 &&
        client.query(prepared({ text: LOCK_UNCHANGED, values: versionsOf(calls) })),
      isGroup && client.query(LIMIT_CHAIN_LOCK_WAIT),
      client.query(prepared(statement)),
      client.query('commit'),
    ]),
  );
}
