import type { Speaker } from '../../domain/transcript/line.ts';

/** The rep's share of the talk on each call with words, in ten thousandths. */
export const REP_TALK = `select "callId",
    round(10000 * "repMs"::numeric / ("repMs" + "customerMs"))::bigint as share
  from "CallTalk" where "orgId" = $1 and "repMs" + "customerMs" > 0`;

/**
 * Words are removed after a time: what was measured of them stays. Of the calls near the day, in
 * whichever time zone: to measure one again changes nothing.
 */
export const MEASURE_TALK = `
  insert into "CallTalk" ("callId", "orgId", "customerMs", "repMs")
  select l."callId", $1, ${msOf('customer')}, ${msOf('rep')}
  from "TranscriptLine" l join "Call" c on c."callId" = l."callId"
  where c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
    and c."answeredAt" >= $2::date - interval '15 hours'
    and c."answeredAt" < $2::date + interval '39 hours'
  group by 1
  on conflict ("callId") do update set
    "customerMs" = greatest("CallTalk"."customerMs", excluded."customerMs"),
    "repMs" = greatest("CallTalk"."repMs", excluded."repMs")`;

function msOf(speaker: Speaker): string {
  return `coalesce(sum(greatest(0, extract(epoch from l."endedAt" - l."startedAt") * 1000))
    filter (where l."speaker" = '${speaker}'), 0)::int`;
}

/**
 * An hour counts for the rep's direct manager, who is shown the alerts of these calls. The hours of a
 * date of UTC are the bits of one number.
 */
export const COUNT_TEAM_HOURS = `
  insert into "TeamHourDay" ("orgId", "day", "repUserId", "direction", "queueIds", "teamId", "date",
    "hours")
  select $1, $2::date, "repUserId", "direction", "queueIds", "repManagerIds"[1], hour::date,
    bit_or(1 << extract(hour from hour)::int)
  from calls, generate_series(date_trunc('hour', "answeredAt" at time zone 'UTC'),
    "endedAt" at time zone 'UTC', interval '1 hour') as hour
  where "transcribes" and "repManagerIds"[1] is not null
  group by 3, 4, 5, 6, 7`;

/**
 * The alerts on a call, also those that were removed after their time. Marks are counted of alerts
 * that were shown.
 */
export const ALERTS = `(
    select "callId", "ruleName", "family", "label", "raisedAt", ("status" = 'shown')::int as "shown",
      ("status" = 'held_out')::int as "heldOut", ("status" = 'limited')::int as "limited",
      ("status" = 'shown' and "mark" is not distinct from 'useful')::int as "useful",
      ("status" = 'shown' and "mark" is not distinct from 'not_useful')::int as "notUseful"
    from "CallAlert"
    union all
    select "callId", "ruleName", "family", "label", "raisedAt", "shown", "heldOut", "limited",
      "useful", "notUseful"
    from "CallAlertPast"
  )`;

export const COUNTS_OF_ALERTS = ['shown', 'heldOut', 'limited', 'useful', 'notUseful'] as const;
const ALERT_COLUMNS = ['ruleName', 'family', 'label', ...COUNTS_OF_ALERTS]
  .map((column) => `"${column}"`)
  .join(', ');

/** Beside the alerts on calls those that the day had before it was kept how many each call had. */
export const COUNT_ALERTS = `
  insert into "AlertDay" ("orgId", "day", "repUserId", "direction", "queueIds", "ruleName", "family",
    "label", ${COUNTS_OF_ALERTS.map((count) => `"${count}"`).join(', ')})
  select $1, $2::date, "repUserId", "direction", "queueIds", "ruleName", "family",
    (array_agg("label" order by "raisedAt" desc nulls last))[1],
    ${COUNTS_OF_ALERTS.map((count) => `sum("${count}")::int`).join(', ')}
  from (
    select calls."repUserId", calls."direction", calls."queueIds", ${ALERT_COLUMNS}, a."raisedAt"
    from calls join ${ALERTS} a on a."callId" = calls."callId"
    union all
    select "repUserId", "direction", "queueIds", ${ALERT_COLUMNS}, null
    from "AlertDayPast" where "orgId" = $1 and "day" = $2::date
  ) as those group by 3, 4, 5, 6, 7`;

export const COUNT_REFUSALS = `
  insert into "RefusalDay" ("orgId", "day", "repUserId", "direction", "queueIds", "code", "refusals")
  select $1, $2::date, "repUserId", "direction", "queueIds", "code", refusals from refused`;
