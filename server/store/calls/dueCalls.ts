import type { Pool } from 'pg';
import type { Call } from '../../domain/call/call.ts';
import type { KnownConference } from '../../domain/carrier/listedConferences.ts';
import type { DueCalls } from '../../ports/index.ts';
import { createCallMemory, type CallMemory } from './group/callMemory.ts';
import { newestCalls, type CallVersion } from './group/newestCalls.ts';
import { SELECT_CALLS } from './loadCalls.ts';
import { callOf, type CallRows } from './rows/callRows.ts';

/*
 * The queries of each round. "Call_due_idx", "Call_open_idx" and "Intervention_running_idx" are
 * partial indexes over what has not ended; PostgreSQL uses them only if a query repeats the index's
 * condition.
 */

export const DUE = `${SELECT_CALLS}
  where c."status" <> 'ended' and c."dueAt" <= $1 order by c."dueAt" limit $2`;
export const NEXT_DUE = `select c."dueAt" from "Call" c
  where c."status" <> 'ended' and c."dueAt" is not null order by c."dueAt" limit 1`;
const RESCHEDULE = `update "Call" set "dueAt" = $3 where "callId" = $1 and "dueAt" = $2`;
export const SUPERVISED_IDS = `select distinct i."callId" from "Intervention" i
  where i."status" <> 'ended'`;
export const SUPERVISED = `select c."callId", c."version" from "Call" c
  where c."callId" in (${SUPERVISED_IDS})`;
const CONFERENCE = `"callId", "status", "conferenceId",
  case "status" when 'ringing' then "startedAt" when 'live' then "answeredAt" else "endedAt" end
    as since`;
export const OPEN_CONFERENCES = `select ${CONFERENCE} from "Call"
  where "status" <> 'ended' order by "callId" collate "C"`;
const CONFERENCES_OF = `select ${CONFERENCE} from "Call" where "callId" = any($1)`;

interface ConferenceRow {
  readonly callId: string;
  readonly status: Call['status'];
  readonly conferenceId: string | null;
  readonly since: Date;
}

/**
 * Answers each question of the rounds with one query. Calls that `memory` has in their current
 * version are not read again.
 */
export function createDueCalls(
  pool: Pick<Pool, 'query'>,
  memory: CallMemory = createCallMemory(),
): DueCalls {
  return {
    async due(now, limit) {
      const { rows } = await pool.query<CallRows>(DUE, [now, limit]);
      return rows.map((row) => ({
        call: callOf(row),
        dueAt: new Date(row.call.dueAt!).toISOString(),
      }));
    },

    async nextDueAt() {
      const { rows } = await pool.query<{ dueAt: Date }>(NEXT_DUE);
      return rows[0]?.dueAt.toISOString();
    },

    async reschedule(callId, dueAt, next) {
      await pool.query(RESCHEDULE, [callId, dueAt, next]);
    },

    async supervisedCalls() {
      const { rows } = await pool.query<CallVersion>(SUPERVISED);
      const found = [...(await newestCalls(pool, rows, memory)).values()];
      for (const held of found) memory.remember(held);
      return found.map(({ call }) => call);
    },

    async supervisedCallIds() {
      return (await pool.query<{ callId: string }>(SUPERVISED_IDS)).rows.map(
        ({ callId }) => callId,
      );
    },

    async openConferences() {
      return (await pool.query<ConferenceRow>(OPEN_CONFERENCES)).rows.map(conferenceOf);
    },

    async conferencesOf(callIds) {
      if (callIds.length === 0) return [];
      return (await pool.query<ConferenceRow>(CONFERENCES_OF, [callIds])).rows.map(conferenceOf);
    },
  };
}

const conferenceOf = ({ callId, status, conferenceId, since }: ConferenceRow): KnownConference => ({
  callId,
  status,
  ...(conferenceId !== null && { conferenceId }),
  since: since.toISOString(),
});
