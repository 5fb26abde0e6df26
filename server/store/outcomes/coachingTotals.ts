import type { Pool } from 'pg';
import type { CalibratedCall } from '../../domain/outcomes/calibrationSpread.ts';
import {
  dayAfter,
  FIRST_DAYS,
  LATER_DAYS,
  type WindowCounts,
} from '../../domain/outcomes/firstDays.ts';
import type { RecurrenceCount } from '../../domain/outcomes/recurrence.ts';
import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import { RATING_VALUES } from '../../domain/supervision/coachingRating.ts';
import type { CoachingTotals, CountedReps } from '../../ports/index.ts';
import { zonesOf } from './dayCalls.ts';

interface RatingRow {
  readonly held: number;
  readonly rep: number[];
  readonly supervisor: number[];
}

const countsOf = (holder: 'rep' | 'supervisor'): string =>
  `array[${RATING_VALUES.map(
    (value) => `count(*) filter (where final and "${holder}" = ${value})::int`,
  ).join(', ')}] as "${holder}"`;

/**
 * Debriefs of interventions that were held and closed in a period, of calls that match a question:
 * parameters 1 to 7.
 */
const CLOSED = `"Debrief" d join "Intervention" i using ("interventionId") join "Call" c using ("callId")
    where d."orgId" = $1 and d."progress" ->> 'closedAt' >= $2
      and d."progress" ->> 'closedAt' < to_char($3::date + 1, 'YYYY-MM-DD')
      and d."progress" -> 'closedAlone' is null
      and c."practice" is null
      and ($4::text is null or c."direction" = $4)
      and ($5::text[] is null or d."repUserId" = any($5))
      and ($6::text is null or $6 = any(c."repQueueIds"))
      and ($7::text is null or i."reasonCode" = $7)`;

const closedOf = (
  { orgId, from, to, direction, queueId, reasonCode }: OutcomesQuestion,
  whose: CountedReps,
) => [
  orgId,
  from,
  to,
  direction ?? null,
  whose === 'all' ? null : whose,
  queueId ?? null,
  reasonCode ?? null,
];

const RATINGS = `
  select count(*)::int as held, ${countsOf('rep')}, ${countsOf('supervisor')}
  from (
    select (d."progress" #>> '{ratings,rep,value}')::int as "rep",
      (d."progress" #>> '{ratings,supervisor,value}')::int as "supervisor",
      d."progress" ->> 'closedAt' < $8
        or (d."progress" #> '{ratings,rep}' is not null
          and d."progress" #> '{ratings,supervisor}' is not null) as final
    from ${CLOSED}) rated`;

/** The day of a time in a rep's time zone. */
const dayOf = (time: string): string => `to_char(${time} at time zone zone, 'YYYY-MM-DD')`;

/**
 * Debriefs that were due in a period, parameters 1 to 7, and are done, or overdue now ($8). Those
 * that one of the two closed alone could not be held. The limit has each call looked up, where
 * PostgreSQL would read all calls.
 */
const ON_TIME = `
  with planned as materialized (
    select i."coachingDueOn", c."repTimeZone", (d."progress" ->> 'closedAt')::timestamptz as "closedAt"
    from "Intervention" i
    cross join lateral (select * from "Call" where "callId" = i."callId" limit 1) c
    left join "Debrief" d using ("interventionId")
    where i."coachingDueOn" between $2 and $3
      and d."progress" -> 'closedAlone' is null
      and c."orgId" = $1 and c."practice" is null
      and ($4::text is null or c."direction" = $4)
      and ($5::text[] is null or c."repUserId" = any($5))
      and ($6::text is null or $6 = any(c."repQueueIds"))
      and ($7::text is null or i."reasonCode" = $7)
  ), zones as materialized (${zonesOf('planned')}), days as (
    select "coachingDueOn", ${dayOf('$8::timestamptz')} as "today", ${dayOf('"closedAt"')} as "closedOn"
    from planned join zones on zones.given is not distinct from planned."repTimeZone"
  )
  select count(*)::int as "due",
    count(*) filter (where "closedOn" <= "coachingDueOn")::int as "onTime"
  from days where "closedOn" is not null or "coachingDueOn" < "today"`;

/**
 * Of each debrief, the rep's next $8 calls, and whether one of them had the same reason: both are
 * read from indexes alone. The limit has each call looked up: without it, PostgreSQL reads all
 * interventions with the reason for each debrief.
 */
const RECURRENCES = `
  select "reasonCode", count(*) filter (where next.calls = $8)::int as "complete",
    count(*) filter (where next.calls = $8 and next.again)::int as "again",
    count(*) filter (where next.calls < $8)::int as "watching"
  from (
    select i."reasonCode", d."orgId", d."repUserId",
      (d."progress" #>> '{acknowledged,at}')::timestamptz as "since"
    from ${CLOSED} and i."reasonCode" is not null) closed
  cross join lateral (
    select count(*)::int as calls, coalesce(bool_or(later."again"), false) as again
    from (
      select coalesce((select true from "Intervention" same where same."callId" = l."callId"
          and same."reasonCode" = closed."reasonCode" limit 1), false) as "again"
      from "Call" l
      where l."orgId" = closed."orgId" and l."repUserId" = closed."repUserId"
        and l."answeredAt" > closed."since" and l."status" = 'ended' and l."practice" is null
      order by l."answeredAt", l."callId" limit $8) later) next
  group by 1`;

/**
 * Only calls that were scored in the period are looked at. The limit has each call looked up, as
 * above.
 */
const CALIBRATED = `
  select "day", "scores", "lowest", "highest"
  from (
    select s."callId", to_char(max(s."at") at time zone 'UTC', 'YYYY-MM-DD') as "day",
      count(*)::int as "scores", min((s."score" ->> 'percent')::float) as "lowest",
      max((s."score" ->> 'percent')::float) as "highest"
    from (
      select distinct "callId" from "CalibrationScore"
      where "orgId" = $1 and "at" >= $2::date and "at" < $3::date + 1
    ) candidates join "CalibrationScore" s using ("callId")
    where s."orgId" = $1 and s."score" ->> 'percent' is not null
    group by s."callId"
    having count(*) > 1 and max(s."at") >= $2::date and max(s."at") < $3::date + 1) scored
  cross join lateral (select * from "Call" where "callId" = scored."callId" limit 1) c
  where c."orgId" = $1 and c."practice" is null
    and ($4::text is null or c."direction" = $4)
    and ($5::text[] is null or c."repUserId" = any($5))
    and ($6::text is null or $6 = any(c."repQueueIds"))
  order by 1, scored."callId"`;

/**
 * Looks up the first week of each rep who called lately, so that a long history is not read, and
 * then the days of that week.
 */
const BEGINNERS = `
  select w."repUserId" as "userId", d."name", d."since"
  from (select distinct "repUserId" from "CallWeek"
    where "orgId" = $1 and "answered" > 0 and "from" >= $3::date - 6
      and ($2::text[] is null or "repUserId" = any($2))) lately
  cross join lateral (select "repUserId", "from" from "CallWeek" own
    where own."orgId" = $1 and own."repUserId" = lately."repUserId" and own."answered" > 0
    order by "from" limit 1) w
  cross join lateral (select min("day")::text as "since", max("repName") as "name" from "CallDay" d
    where d."orgId" = $1 and d."repUserId" = w."repUserId" and d."answered" > 0
      and d."day" between w."from" and w."from" + 6) d
  where d."since" is not null
  order by d."since" desc, w."repUserId"`;

/**
 * The calls, alerts and scores of each rep in each window. Parameter 2 lists rep, window, first and
 * last day.
 */
const WINDOWS = `
  with windows as (
    select * from jsonb_to_recordset($2::jsonb)
      as w("userId" text, "name" text, "since" text, "part" text, "from" date, "to" date))
  select w."userId", w."name", w."since", w."part", days.*, alerts.*, scores.*
  from windows w
  cross join lateral (
    select coalesce(sum("answered"), 0)::int as "answered", coalesce(sum("barge"), 0)::int as "barges"
    from "CallDay" d
    where d."orgId" = $1 and d."repUserId" = w."userId" and d."day" between w."from" and w."to") days
  cross join lateral (
    select count(*)::int as "transcribed", count(*) filter (where exists (
        select from "CallAlert" a where a."callId" = c."callId"))::int as "withAlert"
    from "Call" c
    where c."orgId" = $1 and c."repUserId" = w."userId" and c."transcribes"
      and c."answeredAt" is not null and c."practice" is null
      and c."startedAt" >= w."from" and c."startedAt" < w."to" + 1) alerts
  cross join lateral (
    select count(s)::int as "n", coalesce(sum(s), 0)::float as "sum",
      coalesce(sum(s * s), 0)::float as "squares"
    from (select (d."progress" #>> '{supervisorScore,percent}')::float as s
      from "Debrief" d join "Intervention" i using ("interventionId") join "Call" c using ("callId")
      where d."orgId" = $1 and d."repUserId" = w."userId" and c."practice" is null
        and c."startedAt" >= w."from" and c."startedAt" < w."to" + 1) given) scores`;

type WindowRow = Omit<WindowCounts, 'scores'> &
  WindowCounts['scores'] & { readonly userId: string; readonly part: 'first' | 'later' };

export const createCoachingTotals = (pool: Pick<Pool, 'query'>): CoachingTotals => ({
  async ratings(question, whose, finalBefore) {
    const { rows } = await pool.query<RatingRow>(RATINGS, [
      ...closedOf(question, whose),
      finalBefore,
    ]);
    return rows[0]!;
  },

  async onTime(question, whose, now) {
    const { rows } = await pool.query<{ due: number; onTime: number }>(ON_TIME, [
      ...closedOf(question, whose),
      now,
    ]);
    return rows[0]!;
  },

  async recurrences(question, whose, nextCalls) {
    const { rows } = await pool.query<RecurrenceCount>(RECURRENCES, [
      ...closedOf(question, whose),
      nextCalls,
    ]);
    return rows;
  },

  async calibrated(question, whose) {
    const { reasonCode: _reason, ...asked } = question;
    const { rows } = await pool.query<CalibratedCall>(
      CALIBRATED,
      closedOf(asked, whose).slice(0, -1),
    );
    return rows;
  },

  async beginners(orgId, whose, calledSince) {
    const { rows } = await pool.query<{ userId: string; name: string; since: string }>(BEGINNERS, [
      orgId,
      whose === 'all' ? null : whose,
      calledSince,
    ]);
    return rows;
  },

  async firstDays(orgId, reps) {
    if (reps.length === 0) return [];
    const windows = reps.flatMap((rep) =>
      (
        [
          ['first', FIRST_DAYS],
          ['later', LATER_DAYS],
        ] as const
      ).map(([part, { from, to }]) => ({
        ...rep,
        part,
        from: dayAfter(rep.since, from - 1),
        to: dayAfter(rep.since, to - 1),
      })),
    );
    const { rows } = await pool.query<WindowRow>(WINDOWS, [orgId, JSON.stringify(windows)]);
    const found = new Map(rows.map((row) => [`${row.userId} ${row.part}`, row]));
    return reps.map((rep) => ({
      ...rep,
      first: countsIn(found.get(`${rep.userId} first`)!),
      later: countsIn(found.get(`${rep.userId} later`)!),
    }));
  },
});

const countsIn = ({
  answered,
  barges,
  transcribed,
  withAlert,
  n,
  sum,
  squares,
}: WindowRow): WindowCounts => ({
  answered,
  barges,
  transcribed,
  withAlert,
  scores: { n, sum, squares },
});
