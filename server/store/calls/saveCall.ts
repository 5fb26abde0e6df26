import type { ClientBase } from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { OutboxMessage } from '../../domain/outbox/outbox.ts';
import { callOf, rowsOf, type CallRows } from './rows/callRows.ts';

/** NOTIFY channel for the ids of changed calls. */
export const CALL_CHANNEL = 'dealside_call';

const KEYS = {
  Call: ['callId'],
  Participant: ['callId', 'position'],
  Intervention: ['interventionId'],
  Notice: ['noticeId'],
  Recording: ['recordingId'],
} as const;

/** Calls with all their parts, one row each; the call is `c`. A condition is to follow. */
export const SELECT_CALLS = `select to_jsonb(c) as call,
    coalesce((select jsonb_agg(p) from "Participant" p where p."callId" = c."callId"), '[]')
      as participants,
    coalesce((select jsonb_agg(i) from "Intervention" i where i."callId" = c."callId"), '[]')
      as interventions,
    coalesce((select jsonb_agg(n) from "Notice" n where n."callId" = c."callId"), '[]') as notices,
    coalesce((select jsonb_agg(r) from "Recording" r where r."callId" = c."callId"), '[]') as recordings
  from "Call" c`;

/**
 * Locks the call's row until the transaction ends, then reads the call. Undefined if it does not
 * exist.
 */
export async function lockCall(client: ClientBase, callId: string): Promise<Call | undefined> {
  const locked = await client.query('select 1 from "Call" where "callId" = $1 for update', [
    callId,
  ]);
  if (locked.rowCount === 0) return undefined;
  const { rows } = await client.query<CallRows>(`${SELECT_CALLS} where c."callId" = $1`, [callId]);
  return callOf(rows[0]!);
}

/** Writes a new call with all its parts. Returns false and writes nothing if its id exists. */
export async function insertCall(client: ClientBase, call: Call): Promise<boolean> {
  const created = await client.query(
    `insert into "Call" select * from jsonb_populate_record(null::"Call", $1::jsonb)
     on conflict ("callId") do nothing`,
    [JSON.stringify(rowsOf(call).call)],
  );
  if (created.rowCount === 0) return false;
  await saveCall(client, call);
  return true;
}

/**
 * Writes the call with all its parts, one statement per table that has rows, and notifies all
 * instances on commit.
 */
export async function saveCall(client: ClientBase, call: Call): Promise<void> {
  const { call: row, participants, interventions, notices, recordings } = rowsOf(call);
  await upsert(client, 'Call', [row]);
  await upsert(client, 'Participant', participants);
  await upsert(client, 'Intervention', interventions);
  await upsert(client, 'Notice', notices);
  await upsert(client, 'Recording', recordings);
  await client.query('select pg_notify($1, $2)', [CALL_CHANNEL, call.callId]);
}

/** Adds outbox messages; one whose key exists is ignored. */
export async function insertOutbox(
  client: ClientBase,
  messages: readonly OutboxMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await client.query(
    `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
     select "key", "orgId", "topic", "payload"
     from jsonb_populate_recordset(null::"OutboxMessage", $1::jsonb)
     on conflict ("key") do nothing`,
    [JSON.stringify(messages)],
  );
}

async function upsert(
  client: ClientBase,
  table: keyof typeof KEYS,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const keys: readonly string[] = KEYS[table];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quoted = columns.map((column) => `"${column}"`).join(', ');
  const changes = columns
    .filter((column) => !keys.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(', ');
  await client.query(
    `insert into "${table}" (${quoted})
     select ${quoted} from jsonb_populate_recordset(null::"${table}", $1::jsonb)
     on conflict (${keys.map((key) => `"${key}"`).join(', ')}) do update set ${changes}`,
    [JSON.stringify(rows)],
  );
}
