import type { Pool } from 'pg';
import {
  DELAY_MODES,
  type AddedDelayOfMode,
  type AddedDelays,
} from '../../domain/audioCheck/addedDelay.ts';
import {
  HEALTHY,
  type AudioCheckFinding,
  type CarrierHealth,
} from '../../domain/audioCheck/audioCheck.ts';
import type { AudioCheckRun, AudioCheckRuns } from '../../ports/index.ts';
import { CHANNEL, NEWS_OF_HEALTH } from '../calls/news.ts';
import { gathered } from '../database/gathered.ts';

interface Row {
  runId: string;
  startedAt: Date;
  concludedAt: Date | null;
  progress: number;
  status: string;
  findings: AudioCheckFinding[] | null;
  problem: string | null;
  addedDelay: AddedDelays | null;
}

/**
 * Runs of the audio check, one at a time over all instances.
 * @param accountId the carrier's account; runs from before accounts were stored count for every
 * account
 */
export function createAudioCheckRuns(pool: Pick<Pool, 'query'>, accountId: string): AudioCheckRuns {
  return {
    ...runProgress(pool, accountId),
    ...healthOfRuns(pool, accountId),
    ...runHistory(pool, accountId),
  };
}

/** A run from its beginning to its verdict. */
const runProgress = (
  pool: Pick<Pool, 'query'>,
  accountId: string,
): Pick<AudioCheckRuns, 'begin' | 'progress' | 'conclude'> => ({
  async begin({ runId, startedAt, notWithinMs, runLimitMs }) {
    const begun = await pool.query(
      `insert into "AudioCheckRun" ("runId", "startedAt", "progress", "status", "accountId")
         select $1, $2, 0, 'running', $4 from (select pg_advisory_xact_lock(7305)) locked
         where not exists (
           select 1 from "AudioCheckRun"
           where "startedAt" > $2::timestamptz - $3 * interval '1 millisecond'
             or ("status" = 'running'
               and "startedAt" > $2::timestamptz - $5 * interval '1 millisecond'))`,
      [runId, startedAt, notWithinMs, accountId, runLimitMs],
    );
    return begun.rowCount === 1;
  },

  async progress(runId, share) {
    await pool.query(`update "AudioCheckRun" set "progress" = $2 where "runId" = $1`, [
      runId,
      share,
    ]);
  },

  async conclude(runId, verdict, at) {
    await pool.query(
      `with concluded as (
           update "AudioCheckRun" set "status" = $2, "findings" = $3,
             "problem" = $4, "addedDelay" = $5, "concludedAt" = $6, "progress" = 1
           where "runId" = $1 returning 1)
         select pg_notify($7, $8) from concluded`,
      [
        runId,
        verdict.status,
        verdict.status === 'failed' ? JSON.stringify(verdict.findings) : null,
        verdict.status === 'not_run' ? verdict.problem : null,
        verdict.status === 'not_run' ? null : verdict.addedDelay,
        at,
        CHANNEL,
        NEWS_OF_HEALTH,
      ],
    );
  },
});

/** What the last runs say of the carrier. */
function healthOfRuns(
  pool: Pick<Pool, 'query'>,
  accountId: string,
): Pick<AudioCheckRuns, 'carrierHealth'> {
  /** Concurrent questions share one query, which begins after all of them were asked. */
  const carrierHealth = gathered(async (questions: readonly undefined[]) => {
    const health = await readHealth();
    return questions.map(() => health);
  });

  async function readHealth(): Promise<CarrierHealth> {
    const { rows } = await pool.query<Row & { hasPassed: boolean }>(
      `select *, exists (
         select 1 from "AudioCheckRun"
         where "status" = 'passed' and ("accountId" = $1 or "accountId" is null)) "hasPassed"
       from "AudioCheckRun"
       where "status" in ('passed', 'failed') and ("accountId" = $1 or "accountId" is null)
       order by "startedAt" desc limit 1`,
      [accountId],
    );
    const last = rows[0];
    if (last?.status !== 'failed') return HEALTHY;
    return {
      status: last.hasPassed ? 'unhealthy' : 'doubtful',
      since: last.concludedAt!.toISOString(),
      findings: last.findings ?? [],
    };
  }

  return {
    carrierHealth: () => carrierHealth(undefined),
  };
}

/** In which of the test calls since then each mode was measured, and what it added. */
const CUSTOMER_DELAY = `
  with run as (
    select "addedDelay" from "AudioCheckRun"
    where "startedAt" >= $1 and "status" <> 'running'
      and ("accountId" = $2 or "accountId" is null)
  )
  select (select count(*)::int from run) as "testCalls", "mode", "count", "p50", "p95"
  from (values (1)) as one left join (
    select "mode", count(*)::int as "count",
      percentile_cont(0.5) within group (order by "ms"::float) as "p50",
      percentile_cont(0.95) within group (order by "ms"::float) as "p95"
    from run, jsonb_each_text("addedDelay") as added("mode", "ms")
    group by "mode"
  ) as modes on true`;

interface DelayRow extends AddedDelayOfMode {
  readonly testCalls: number;
}

/** The runs of an account. */
const runHistory = (
  pool: Pick<Pool, 'query'>,
  accountId: string,
): Pick<AudioCheckRuns, 'count' | 'customerDelay' | 'recent'> => ({
  async customerDelay(since) {
    const { rows } = await pool.query<DelayRow>(CUSTOMER_DELAY, [since, accountId]);
    return {
      testCalls: rows[0]!.testCalls,
      modes: DELAY_MODES.flatMap((mode) => {
        const row = rows.find((one) => one.mode === mode);
        if (!row) return [];
        const { count, p50, p95 } = row;
        return [{ mode, count, p50: Math.round(p50), p95: Math.round(p95) }];
      }),
    };
  },

  async count() {
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as "count" from "AudioCheckRun"`,
    );
    return rows[0]!.count;
  },

  async recent(limit) {
    const { rows } = await pool.query<Row>(
      `select * from "AudioCheckRun" order by "startedAt" desc limit $1`,
      [limit],
    );
    return rows.map(
      ({
        runId,
        startedAt,
        concludedAt,
        progress,
        status,
        findings,
        problem,
        addedDelay,
      }): AudioCheckRun => ({
        runId,
        startedAt: startedAt.toISOString(),
        progress,
        status: status as AudioCheckRun['status'],
        ...(concludedAt && { concludedAt: concludedAt.toISOString() }),
        ...(findings && { findings }),
        ...(problem && { problem }),
        ...(addedDelay && { addedDelay }),
      }),
    );
  },
});
