import type { Pool } from 'pg';
import {
  STAGES,
  type AddedDelay,
  type LatencyRow,
  type Percentiles,
} from '../../domain/supervision/latency.ts';
import type { LatencyLedger } from '../../ports/index.ts';
import { prepared } from '../calls/group/prepared.ts';
import { gathered } from '../database/gathered.ts';

/** Leaves out practice calls. */
const WITH_CUSTOMER = `not exists (
        select 1 from "Intervention" x join "Call" c using ("callId")
        where x."interventionId" = l."interventionId" and c."practice" is not null)`;

/**
 * Durations of the stages, in milliseconds. A mode change counts as confirmed at the first entry of
 * its mode in the mode history after the request. `ms(a, b)` is replaced by SQL.
 */
const SUMMARY = `
  with measured as (
    select l."kind", l."mode",
      l."sinceClickMs"::float as "clickToRequest",
      ms(l."requestedAt", l."carrierAnsweredAt") as "requestToCarrier",
      ms(l."carrierAnsweredAt", confirmed."at") as "carrierToConfirmed",
      coalesce(l."sinceClickMs", 0) + ms(l."requestedAt", confirmed."at") as "clickToConfirmed",
      coalesce(l."sinceClickMs", 0) + ms(l."requestedAt", l."heardAt") as "clickToHeard"
    from "Latency" l
    join "Intervention" i on i."interventionId" = l."interventionId"
    left join lateral (
      select min((change ->> 'at')::timestamptz) as "at"
      from jsonb_array_elements(i."modeHistory") change
      where change ->> 'mode' = l."mode" and (change ->> 'at')::timestamptz >= l."requestedAt"
    ) confirmed on true
    where l."orgId" = $1 and l."requestedAt" >= $2
      and ${WITH_CUSTOMER}
  )
  select "kind", "mode", count(*)::int as "count",
    ${STAGES.map(
      (stage) => `percentile_cont(array[0.5, 0.9, 0.95, 0.99])
        within group (order by "${stage}") as "${stage}"`,
    ).join(', ')}
  from measured group by "kind", "mode" order by "kind", "mode"`.replaceAll(
  /ms\(([^,]+), ([^)]+)\)/g,
  '(extract(epoch from $2 - $1) * 1000)::float',
);

const ADDED_DELAY = `
  with added as (
    select ("repPath" #>> '{after,roundTripMs}')::float
        - ("repPath" #>> '{before,roundTripMs}')::float as "roundTripMs",
      ("repPath" #>> '{after,jitterMs}')::float
        - ("repPath" #>> '{before,jitterMs}')::float as "jitterMs",
      ("repPath" #>> '{after,mos}')::float - ("repPath" #>> '{before,mos}')::float as "mos"
    from "Latency" l
    where "orgId" = $1 and "requestedAt" >= $2 and "kind" = 'join' and "repPath" is not null
      and ${WITH_CUSTOMER}
  )
  select count(*)::int as "count",
    percentile_cont(array[0.5, 0.9, 0.95, 0.99]) within group (order by "roundTripMs")
      as "roundTripMs",
    percentile_cont(array[0.5, 0.9, 0.95, 0.99]) within group (order by "jitterMs") as "jitterMs",
    percentile_cont(0.5) within group (order by "mos") as "mos"
  from added`;

interface AddedRow {
  count: number;
  roundTripMs: (number | null)[] | null;
  jitterMs: (number | null)[] | null;
  mos: number | null;
}

type Row = Pick<LatencyRow, 'kind' | 'mode' | 'count'> &
  Record<(typeof STAGES)[number], (number | null)[] | null>;

/**
 * Commits without waiting for the disk, because clicks would wait too. If PostgreSQL fails, only
 * the last measurements are lost.
 */
const HASTY = `with hasty as materialized (select set_config('synchronous_commit', 'off', true))`;

const REQUESTED = `${HASTY} insert into "Latency"
    ("orgId", "interventionId", "requestId", "kind", "mode", "requestedAt", "sinceClickMs")
  select "orgId", "interventionId", "requestId", "kind", "mode", "requestedAt", "sinceClickMs"
  from jsonb_populate_recordset(null::"Latency", $1::jsonb), hasty on conflict do nothing`;
const ANSWERED = `${HASTY} update "Latency" l set "carrierAnsweredAt" = answered."carrierAnsweredAt"
  from jsonb_populate_recordset(null::"Latency", $1::jsonb) answered, hasty
  where l."interventionId" = answered."interventionId" and l."requestId" = answered."requestId"
    and l."carrierAnsweredAt" is null`;

type Requested = Parameters<LatencyLedger['requested']>[0];
interface Answered {
  readonly interventionId: string;
  readonly requestId: string;
  readonly carrierAnsweredAt: string;
}

/** Stores the times of joins and mode changes, each once, and summarizes them by kind and mode. */
export function createLatencyLedger(pool: Pick<Pool, 'query'>): LatencyLedger {
  const requested = gathered(async (rows: readonly Requested[]) => {
    await pool.query(prepared({ text: REQUESTED, values: [JSON.stringify(rows)] }));
    return [];
  });
  const carrierAnswered = gathered(async (rows: readonly Answered[]) => {
    await pool.query(prepared({ text: ANSWERED, values: [JSON.stringify(rows)] }));
    return [];
  });

  return {
    requested: (row) => requested(row),
    carrierAnswered: (interventionId, requestId, carrierAnsweredAt) =>
      carrierAnswered({ interventionId, requestId, carrierAnsweredAt }),
    async heard(interventionId, at) {
      await pool.query(
        `update "Latency" set "heardAt" = $2
         where "interventionId" = $1 and "kind" = 'join' and "heardAt" is null`,
        [interventionId, at],
      );
    },
    async repPath(interventionId, change) {
      await pool.query(
        `update "Latency" set "repPath" = $2
         where "interventionId" = $1 and "kind" = 'join' and "repPath" is null`,
        [interventionId, change],
      );
    },
    async addedDelay({ orgId, since }): Promise<AddedDelay> {
      const { rows } = await pool.query<AddedRow>(ADDED_DELAY, [orgId, since]);
      const { count, roundTripMs, jitterMs, mos } = rows[0]!;
      return {
        count,
        roundTripMs: percentilesOf(roundTripMs),
        jitterMs: percentilesOf(jitterMs),
        mos: mos === null ? null : Math.round(mos * 100) / 100,
      };
    },
    async summary({ orgId, since }) {
      const { rows } = await pool.query<Row>(SUMMARY, [orgId, since]);
      return rows.map(({ kind, mode, count, ...stages }) => ({
        kind,
        mode,
        count,
        stages: Object.fromEntries(
          STAGES.map((stage) => [stage, percentilesOf(stages[stage])]),
        ) as LatencyRow['stages'],
      }));
    },
  };
}

function percentilesOf(values: (number | null)[] | null): Percentiles | null {
  if (values?.[0] === null || values?.[0] === undefined) return null;
  const [p50, p90, p95, p99] = values.map((value) => Math.round(value!)) as [
    number,
    number,
    number,
    number,
  ];
  return { p50, p90, p95, p99 };
}
