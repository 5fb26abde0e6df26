import type { Pool } from 'pg';
import type { AlertCount } from '../../domain/outcomes/alertWorth.ts';
import type { AlertTotals } from '../../ports/index.ts';
import { ASKED, asked } from './asked.ts';
import { zonesOf } from './dayCalls.ts';

/** Of alerts on answered calls, by the day of the call in its rep's time zone. */
const COUNTS = `
  with near as (
    select a."ruleName", a."label", a."family", a."raisedAt", a."status", a."mark",
      c."answeredAt", c."repTimeZone"
    from "CallAlert" a join "Call" c on c."callId" = a."callId"
    where a."orgId" = $1 and a."raisedAt" >= $2::date - interval '15 hours'
      and a."raisedAt" < $3::date + interval '63 hours'
      and c."orgId" = $1 and c."practice" is null and c."answeredAt" is not null
      and ($4::text is null or c."direction" = $4)
      and ($5::text[] is null or c."repUserId" = any($5))
      and ($6::text is null or $6 = any(c."repQueueIds"))
  ), zones as materialized (${zonesOf('near')})
  select "ruleName", (array_agg("label" order by "raisedAt" desc))[1] as "label", "family",
    ${['shown', 'held_out', 'limited']
      .map((status) => `count(*) filter (where "status" = '${status}')::int as "${status}"`)
      .join(', ')},
    ${['useful', 'not_useful']
      .map(
        (mark) =>
          `count(*) filter (where "status" = 'shown' and "mark" = '${mark}')::int as "${mark}"`,
      )
      .join(', ')}
  from near join zones on zones.given is not distinct from near."repTimeZone"
  where (near."answeredAt" at time zone zones.zone)::date between $2::date and $3::date
  group by "ruleName", "family"`;

type CountRow = Omit<AlertCount, 'heldOut' | 'notUseful'> & {
  readonly held_out: number;
  readonly not_useful: number;
};

/** Reads alerts from their rows, which are kept for a time, and manager-hours from their days. */
export const createAlertTotals = (pool: Pick<Pool, 'query'>): AlertTotals => ({
  async counted(question, reps) {
    const values = asked(question, reps);
    const [counts, hours] = await Promise.all([
      pool.query<CountRow>(COUNTS, values),
      pool.query<{ hours: number }>(
        `select count(distinct ("teamId", "hour"))::int as hours from "TeamHourDay" where ${ASKED}`,
        values,
      ),
    ]);
    return {
      counts: counts.rows.map(({ held_out: heldOut, not_useful: notUseful, ...row }) => ({
        ...row,
        heldOut,
        notUseful,
      })),
      managerHours: hours.rows[0]!.hours,
    };
  },
});
