import type pg from 'pg';
import type { Call } from '../../../domain/call/call.ts';
import { INSERT_ENTRY, INSERT_PERSONAL, sealedRows } from '../../audit/auditEntries.ts';
import { INSERT_REPORTS } from '../../audit/carrierCrossCheck.ts';
import { changedRowsOf } from '../rows/changedRows.ts';
import type { CallMemory } from './callMemory.ts';
import { decideGroup, type DecidedGroup } from './decideGroup.ts';
import type { GroupItem } from './groupItems.ts';
import type { Turn } from './lane.ts';
import { lockGroup } from './lockGroup.ts';
import { prepared } from './prepared.ts';
import { together } from './together.ts';
import { callWrites, outboxInsert, receiptInsert, statementOf, writeJson } from './writes.ts';

export interface CommitGroupDeps {
  /** Plans by index, once for each connection (`createHotPool`). */
  readonly pool: pg.Pool;
  readonly memory: CallMemory;
  /** The channel of the live feed, and the payloads that name the changed calls to it. */
  readonly channel: string;
  readonly payloadsOf: (callIds: readonly string[]) => readonly string[];
  /** Hears of changed calls once they are committed. */
  readonly onCommitted: (calls: readonly Call[]) => void;
  /** The org under which reports of unknown calls are kept. */
  readonly elsewhere: string;
}

/** Another transaction holds a call, or an org's chain, for longer than a group waits (`lockGroup`). */
const LOCK_NOT_AVAILABLE = '55P03';
/** How often a group is tried again after a deadlock or a serialization failure. */
const ATTEMPTS = 3;
const SERIALIZATION_FAILURES = new Set(['40001', '40P01']);
/** Classes of errors after which it is unknown whether the transaction was committed. */
const CONNECTION_CLASSES = new Set(['08', '57']);

/**
 * Locks the calls of a group, decides all of it, writes it in one statement and commits once; then
 * every item has its answer. Never rejects: what fails rejects the items that it concerns. What the
 * database refuses is looked for by halves, so that one item does not harm its neighbors. When a
 * call or a chain is locked by somebody else, each call of the group goes on alone, aside.
 */
export async function commitGroup(
  deps: CommitGroupDeps,
  group: readonly GroupItem[],
  turn: Turn,
  attempt = 1,
): Promise<void> {
  try {
    await commitOnce(deps, group, turn);
  } catch (fault) {
    if (!isRefusedByDatabase(fault)) rejectAll(group, fault);
    else if (SERIALIZATION_FAILURES.has(fault.code) && attempt < ATTEMPTS)
      await commitGroup(deps, group, turn, attempt + 1);
    else if (group.length === 1) rejectAll(group, fault);
    else if (fault.code === LOCK_NOT_AVAILABLE)
      for (const items of Map.groupBy(group, subjectOf).values())
        turn.aside(oneAfterTheOther(deps, items, turn));
    else {
      const half = group.length >> 1;
      await commitGroup(deps, group.slice(0, half), turn);
      await commitGroup(deps, group.slice(half), turn);
    }
  }
}

/** What must stay in order: a call's changes, and an org's entries that are about no call. */
const subjectOf = (item: GroupItem): string | undefined =>
  item.kind === 'audit' ? item.audit[0]?.orgId : item.callId;

/** Alone, an item waits for its call's lock until the statement's time limit. */
async function oneAfterTheOther(
  deps: CommitGroupDeps,
  items: readonly GroupItem[],
  turn: Turn,
): Promise<void> {
  for (const item of items) await commitGroup(deps, [item], turn);
}

const rejectAll = (group: readonly GroupItem[], fault: unknown): void =>
  group.forEach(({ reject }) => reject(fault));

/** An error that PostgreSQL itself gave: the transaction was certainly not committed. */
function isRefusedByDatabase(fault: unknown): fault is { code: string } {
  const { code } = fault as { code?: unknown };
  return typeof code === 'string' && code.length === 5 && !CONNECTION_CLASSES.has(code.slice(0, 2));
}

async function commitOnce(
  deps: CommitGroupDeps,
  group: readonly GroupItem[],
  turn: Turn,
): Promise<void> {
  const { pool, memory, onCommitted } = deps;
  const client = await pool.connect();
  // The running query rejects as well; but without a listener here, a lost connection ends the
  // process.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let connectionFault: Error | undefined;
  try {
    const known = await lockGroup(client, group, memory, deps.elsewhere);
    const decided = decideGroup(group, known);
    const statement = statementFor(deps, decided);
    await turn.mayWrite;
    const written = writeAndCommit(client, statement);
    turn.isWritten();
    await written;
    for (const { after } of decided.changed) memory.keep(after);
    for (const answer of decided.answers) answer();
    onCommitted(decided.changed.map(({ after }) => after.call));
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
): ReturnType<typeof statementOf> {
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

async function writeAndCommit(
  client: pg.PoolClient,
  statement: ReturnType<typeof statementOf>,
): Promise<void> {
  // Given together, they share a round trip. When the first fails, the second rolls back.
  const [written, committed] = together(client, () => [
    client.query(prepared(statement)),
    client.query('commit'),
  ]);
  committed.catch(() => undefined);
  await written;
  await committed;
}
