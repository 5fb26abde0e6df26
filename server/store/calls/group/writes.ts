import type { OutboxMessage } from '../../../domain/outbox/message.ts';
import type { ChangedRows, TouchedCall } from '../rows/changedRows.ts';

/** A part of a group's statement that writes rows of one table. It is left out if it has no values. */
export interface Write {
  /** Its name in the statement. */
  readonly name: string;
  readonly values: readonly unknown[];
  /** Its SQL, with these parameters in place of the values. */
  readonly sql: (...parameters: string[]) => string;
}

/** Writes rows that are passed as one JSON parameter. */
export const writeJson = (
  name: string,
  rows: readonly object[],
  sql: (parameter: string) => string,
): Write => ({ name, values: rows.length > 0 ? [JSON.stringify(rows)] : [], sql });

const KEYS = {
  Call: ['callId'],
  Participant: ['callId', 'position'],
  Intervention: ['interventionId'],
  Notice: ['noticeId'],
  Recording: ['recordingId'],
} as const;

/** Inserts or updates the rows of calls. Columns that a row does not have keep their value. */
export const callWrites = (rows: readonly ChangedRows[]): Write[] => [
  upsert(
    'Call',
    rows.flatMap(({ call }) => call ?? []),
  ),
  touch(rows.flatMap(({ touched }) => touched ?? [])),
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

/**
 * Updates only version and due time. Most changes concern only parts of a call, and the row of a call
 * has more than sixty columns.
 */
const touch = (calls: readonly TouchedCall[]): Write => ({
  name: 'TouchedCall',
  values:
    calls.length > 0
      ? [
          calls.map(({ callId }) => callId),
          calls.map(({ version }) => version),
          calls.map(({ dueAt }) => dueAt),
        ]
      : [],
  sql: (callIds = '', versions = '', dueAt = '') =>
    `update "Call" c set "version" = t."version", "dueAt" = t."dueAt"
     from unnest(${callIds}::text[], ${versions}::int[], ${dueAt}::timestamptz[])
       t("callId", "version", "dueAt")
     where c."callId" = t."callId"`,
});

function upsert(table: keyof typeof KEYS, rows: readonly object[]): Write {
  const keys: readonly string[] = KEYS[table];
  // All rows of a table are made by one function, and have the same columns.
  const columns = Object.keys(rows[0] ?? {});
  const quoted = quote(columns);
  const changes = columns
    .filter((column) => !keys.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(', ');
  return writeJson(
    table,
    rows,
    (parameter) =>
      `insert into "${table}" (${quoted})
       select ${quoted} from jsonb_populate_recordset(null::"${table}", ${parameter}::jsonb)
       on conflict (${quote(keys)}) do update set ${changes}`,
  );
}

/** Inserts outbox messages. Messages whose key exists are ignored. */
export const outboxInsert = (messages: readonly OutboxMessage[]): Write =>
  writeJson(
    'OutboxMessage',
    messages,
    (parameter) =>
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
     select "key", "orgId", "topic", "payload"
     from jsonb_populate_recordset(null::"OutboxMessage", ${parameter}::jsonb)
     on conflict ("key") do nothing`,
  );

/**
 * Inserts receipts of callbacks. The statement fails if one exists, because then another process has
 * applied the callback in the meantime.
 */
export const receiptInsert = (keys: readonly string[]): Write => ({
  name: 'CallbackReceipt',
  values: keys.length > 0 ? [keys] : [],
  sql: (parameter = '') =>
    `insert into "CallbackReceipt" ("key") select unnest(${parameter}::text[])`,
});

/**
 * One statement that executes all writes and notifies `channel` with each payload. Writes without
 * values are left out.
 */
export function statementOf(
  writes: readonly Write[],
  channel: string,
  payloads: readonly string[],
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const parameterOf = (value: unknown): string => `$${values.push(value)}`;
  const written = writes
    .filter((write) => write.values.length > 0)
    .map(({ name, values: own, sql }) => `"new${name}" as (${sql(...own.map(parameterOf))})`);
  // Counted, because PostgreSQL does not call a function whose result is not used.
  const text = `${written.length > 0 ? `with ${written.join(', ')}` : ''}
      select count(pg_notify(${parameterOf(channel)}, payload))
      from unnest(${parameterOf(payloads)}::text[]) payload`;
  return { text, values };
}

const quote = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}"`).join(', ');
