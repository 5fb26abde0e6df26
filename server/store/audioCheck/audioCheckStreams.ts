import type { Pool } from 'pg';
import type { Marker } from '../../domain/audioCheck/addedDelay.ts';
import type { PartyRole } from '../../domain/call/modes.ts';
import type { AudioCheckStream, AudioCheckStreams, StreamLevel } from '../../ports/index.ts';

interface Row {
  key: string;
  role: PartyRole;
  status: AudioCheckStream['status'];
  unsureMs: number;
  measuredUntilMs: number;
  levels: StreamLevel[];
  markers: Marker[];
}

/**
 * The clock is asked this many times, and the quickest answer is used, because it is the most
 * exact.
 */
const CLOCK_QUESTIONS = 5;

/**
 * The media streams of the current audio check. Their rows are removed after the run, or by the
 * next run if the instance died.
 */
export function createAudioCheckStreams(pool: Pick<Pool, 'query'>): AudioCheckStreams {
  return {
    async clock() {
      let best = { offsetMs: 0, unsureMs: Number.POSITIVE_INFINITY };
      for (let asked = 0; asked < CLOCK_QUESTIONS; asked += 1) {
        const askedAt = performance.now();
        const { rows } = await pool.query<{ now: number }>(
          'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
        );
        const unsureMs = (performance.now() - askedAt) / 2;
        if (unsureMs < best.unsureMs)
          best = { offsetMs: rows[0]!.now - (askedAt + unsureMs), unsureMs };
      }
      const { offsetMs, unsureMs } = best;
      return { nowMs: () => performance.now() + offsetMs, unsureMs };
    },

    async expect({ key, runId, role }) {
      // Only one run is active at a time, so rows of other runs are left over.
      await pool.query(`delete from "AudioCheckStream" where "runId" <> $1`, [runId]);
      await pool.query(
        `insert into "AudioCheckStream" ("key", "runId", "role", "status")
         values ($1, $2, $3, 'expected')`,
        [key, runId, role],
      );
    },

    async claim(key, unsureMs) {
      const { rows } = await pool.query<Pick<Row, 'role'>>(
        `update "AudioCheckStream" set "status" = 'open', "unsureMs" = $2
         where "key" = $1 and "status" = 'expected' returning "role"`,
        [key, unsureMs],
      );
      return rows[0]?.role;
    },

    async measured(key, { levels, markers, untilMs, hasEnded }) {
      const { rowCount } = await pool.query(
        `update "AudioCheckStream"
         set "levels" = "levels" || $2::jsonb, "markers" = "markers" || $3::jsonb,
           "measuredUntilMs" = $4, "status" = case when $5 then 'ended' else "status" end
         where "key" = $1`,
        [key, JSON.stringify(levels), JSON.stringify(markers), untilMs, hasEnded],
      );
      return rowCount === 1;
    },

    async ofRun(runId) {
      const { rows } = await pool.query<Row>(
        `select "key", "role", "status", "unsureMs", "measuredUntilMs", "levels",
           "markers"
         from "AudioCheckStream" where "runId" = $1`,
        [runId],
      );
      return rows.map(({ key, role, status, ...heard }): AudioCheckStream =>
        status === 'expected' ? { key, role, status } : { key, role, status, ...heard },
      );
    },

    async remove(runId) {
      await pool.query(`delete from "AudioCheckStream" where "runId" = $1`, [runId]);
    },
  };
}
