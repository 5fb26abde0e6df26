import type { ClientBase, Pool } from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { VersionedCall } from './group/callMemory.ts';
import { prepared } from './group/prepared.ts';
import { callOf, type CallRows } from './rows/callRows.ts';

/** Calls with all their parts, one row each, where `c` is the call. A condition must follow. */
export const SELECT_CALLS = `select to_jsonb(c) as call,
    coalesce((select jsonb_agg(p) from "Participant" p where p."callId" = c."callId"), '[]')
      as participants,
    coalesce((select jsonb_agg(i) from "Intervention" i where i."callId" = c."callId"), '[]')
      as interventions,
    coalesce((select jsonb_agg(n) from "Notice" n where n."callId" = c."callId"), '[]') as notices,
    coalesce((select jsonb_agg(r) from "Recording" r where r."callId" = c."callId"), '[]') as recordings
  from "Call" c`;

/**
 * Reads calls with all their parts in one query, in no particular order. Unknown ids are left out.
 */
export const loadCalls = (
  db: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
  callIds: readonly string[],
): Promise<Call[]> => loadWhere(db, `c."callId" = any($1::text[])`, [callIds]);

/** Reads the calls that match a condition, in which `c` is the call (see `SELECT_CALLS`). */
export const loadWhere = async (...which: Parameters<typeof loadVersions>): Promise<Call[]> =>
  (await loadVersions(...which)).map(({ call }) => call);

/** Like `loadWhere`, with the version of each call in the database. */
export async function loadVersions(
  db: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
  condition: string,
  values: readonly unknown[],
): Promise<VersionedCall[]> {
  const { rows } = await db.query<CallRows & { call: { version: number } }>(
    prepared({ text: `${SELECT_CALLS} where ${condition}`, values: [...values] }),
  );
  return rows.map((row) => ({ version: row.call.version, call: callOf(row) }));
}
