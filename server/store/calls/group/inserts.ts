import type { OutboxMessage } from '../../../domain/outbox/outbox.ts';
import type { CallRows } from '../rows/callRows.ts';

/** The rows of one table, and the statement that writes them from a parameter that is JSON. */
export interface Insert {
  readonly table: string;
  readonly rows: readonly object[];
  readonly sql: (parameter: string) => string;
}

const KEYS = {
  Call: ['callId'],
  Participant: ['callId', 'position'],
  Intervention: ['interventionId'],
  Notice: ['noticeId'],
  Recording: ['recordingId'],
} as const;

/** Writes rows of calls, new or changed. Columns that a row does not have keep their value. */
export const callInserts = (rows: readonly CallRows[]): Insert[] => [
  upsert(
    'Call',
    rows.map(({ call }) => call),
  ),
  upsert(
    'Participant',
    rows.flatMap(({ participants }) => participants),
  ),
  upsert(
    'Intervention',
    rows.flatMap(({ interventions }) => interventions),
  ),
  upsert(
    'Notice',
    rows.flatMap(({ notices }) => notices),
  ),
  upsert(
    'Recording',
    rows.flatMap(({ recordings }) => recordings),
  ),
];

function upsert(table: keyof typeof KEYS, rows: readonly object[]): Insert {
  const keys: readonly string[] = KEYS[table];
  // Every row of a table is made by one function and has the same columns.
  const columns = Object.keys(rows[0] ?? {});
  const quoted = quote(columns);
  const changes = columns
    .filter((column) => !keys.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(', ');
  return {
    table,
    rows,
    sql: (parameter) =>
      `insert into "${table}" (${quoted})
       select ${quoted} from jsonb_populate_recordset(null::"${table}", ${parameter}::jsonb)
       on conflict (${quote(keys)}) do update set ${changes}`,
  };
}

/** Adds outbox messages; one whose key exists is ignored. */
export const outboxInsert = (messages: readonly OutboxMessage[]): Insert => ({
  table: 'OutboxMessage',
  rows: messages,
  sql: (parameter) =>
    `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
     select "key", "orgId", "topic", "payload"
     from jsonb_populate_recordset(null::"OutboxMessage", ${parameter}::jsonb)
     on conflict ("key") do nothing`,
});

/**
 * Adds receipts of callbacks. One that exists fails the statement: another process has applied the
 * callback meanwhile.
 */
export const receiptInsert = (keys: readonly string[]): Insert => ({
  table: 'CallbackReceipt',
  rows: keys.map((key) => ({ key })),
  sql: (parameter) =>
    `insert into "CallbackReceipt" ("key")
     select "key" from jsonb_populate_recordset(null::"CallbackReceipt", ${parameter}::jsonb)`,
});

/**
 * One statement that writes all of it and notifies `channel` with each payload. Tables without rows
 * are left out.
 */
export function statementOf(
  inserts: readonly Insert[],
  channel: string,
  payloads: readonly string[],
): { text: string; values: unknown[] } {
  const parts = inserts.filter(({ rows }) => rows.length > 0);
  const values: unknown[] = parts.map(({ rows }) => JSON.stringify(rows));
  const written = parts.map(({ table, sql }, i) => `"new${table}" as (${sql(`$${i + 1}`)})`);
  // Counted, because PostgreSQL does not run what nobody reads.
  return {
    text: `${written.length > 0 ? `with ${written.join(', ')}` : ''}
      select count(pg_notify($${parts.length + 1}, payload))
      from unnest($${parts.length + 2}::text[]) payload`,
    values: [...values, channel, payloads],
  };
}

const quote = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(', ');
