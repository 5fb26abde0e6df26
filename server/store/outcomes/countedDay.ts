import { GOOD_RESULTS, KNOWN_RESULTS } from '../../domain/call/dispositions.ts';
import type { Mode } from '../../domain/call/modes.ts';

/** The modes, which are columns, and how high each is. */
const RANKS: Record<Mode, number> = { monitor: 1, whisper: 2, barge: 3, takeover: 4 };
export const MODE_COLUMNS = Object.keys(RANKS);

const reaches = (...modes: readonly Mode[]): string =>
  `(${modes.map((mode) => `i."modeHistory" @> '[{"mode":"${mode}"}]'`).join(' or ')})`;

/** The highest mode of an intervention, as its rank; 0 of one who never joined. */
const RANK = `case ${Object.entries(RANKS)
  .map(([mode, rank]) => `when ${reaches(mode as Mode)} then ${rank}`)
  .reverse()
  .join(' ')} else 0 end`;
const MODE_OF_RANK = `array['${MODE_COLUMNS.join(`','`)}']`;

/**
 * The function is slow, so it is asked once for each zone: `as materialized` keeps the planner from
 * asking it for each call.
 */
export function zonesOf(table: string): string {
  return `select given, dealside_zone(given) as zone
    from (select distinct "repTimeZone" as given from ${table}) as distinct_zones`;
}

/**
 * The answered and ended calls of an org ($1) on a day ($2) of their reps. The limits of time let
 * the index be used, whatever the time zones.
 */
const CALLS = `
  near as (
    select * from "Call" where "orgId" = $1 and "status" = 'ended'
      and "answeredAt" >= $2::date - interval '15 hours'
      and "answeredAt" < $2::date + interval '39 hours'
  ), zones as materialized (${zonesOf('near')}), calls as (
    select near.* from near join zones on zones.given is not distinct from near."repTimeZone"
    where (near."answeredAt" at time zone zones.zone)::date = $2::date
  )`;
const HIGHEST = `highest as (
    select i."callId", max(${RANK}) as rank
    from "Intervention" i join calls on calls."callId" = i."callId" group by i."callId"
  )`;
const ASKED_FOR_HELP = `("help" is not null or "pastHelp" is not null)`;

const COUNT_CALLS = `
  insert into "CallDay" ("orgId", "day", "repUserId", "direction", "repName", "answered",
    "talkSeconds", ${MODE_COLUMNS.map((mode) => `"${mode}"`).join(', ')}, "helpRequested",
    "transferred")
  select $1, $2, "repUserId", "direction", max("repName"), count(*),
    coalesce(sum(extract(epoch from "endedAt" - "answeredAt"))::bigint, 0),
    ${MODE_COLUMNS.map((_, index) => `count(*) filter (where rank = ${index + 1})`).join(', ')},
    count(*) filter (where ${ASKED_FOR_HELP}),
    count(*) filter (where jsonb_array_length(coalesce("pastReps", '[]')) > 0)
  from calls left join highest on highest."callId" = calls."callId"
  group by "repUserId", "direction"`;

const COUNT_INTERVENTIONS = `
  insert into "InterventionDay" ("orgId", "day", "repUserId", "direction", "supervisorUserId",
    "mode", "reasonCode", "outcomeCode", "supervisorName", "interventions", "seconds")
  select $1, $2, calls."repUserId", calls."direction", i."supervisorUserId",
    (${MODE_OF_RANK})[${RANK}], coalesce(i."reasonCode", ''),
    coalesce(i."outcomeCode", ''), max(i."supervisorName"), count(*),
    coalesce(sum(extract(epoch from i."leftAt" - i."joinedAt"))::bigint, 0)
  from "Intervention" i join calls on calls."callId" = i."callId"
  where i."status" = 'ended' and ${RANK} > 0
  group by 3, 4, 5, 6, 7, 8`;

const anyOf = (codes: readonly string[]): string =>
  `jsonb_path_exists("wrapUps", '$[*].disposition ? (${codes
    .map((code) => `@ == "${code}"`)
    .join(' || ')})')`;
/** Of a call that several reps had, the best that one of them says. */
const RESULTS = `count(*) filter (where ${anyOf(KNOWN_RESULTS)}),
    count(*) filter (where ${anyOf(GOOD_RESULTS)})`;

const COUNT_RESULTS = `
  insert into "CallResultDay" ("orgId", "day", "repUserId", "direction", "mode", "isOnDeal",
    "askedForHelp", "calls", "known", "wentWell")
  select $1, $2, "repUserId", "direction", coalesce((${MODE_OF_RANK})[rank], ''),
    "opportunityId" is not null, ${ASKED_FOR_HELP}, count(*), ${RESULTS}
  from calls left join highest on highest."callId" = calls."callId"
  group by 3, 4, 5, 6, 7`;

const COUNT_HOLD_OUTS = `
  insert into "HoldOutDay" ("orgId", "day", "repUserId", "direction", "percent", "arm", "drawn",
    "known", "wentWell")
  select $1, $2, drawn."repUserId", calls."direction", drawn."percent", drawn."arm", count(*),
    ${RESULTS}
  from calls join "HoldOutAssignment" drawn
    on drawn."orgId" = $1 and drawn."callId" = calls."callId"
  group by 3, 4, 5, 6`;

/** From when a rep heard the supervisor who answered a help request. */
const HEARD_AT = `(select min((step->>'at')::timestamptz)
    from "Intervention" i, jsonb_array_elements(i."modeHistory") step
    where i."interventionId" = request->'answer'->>'interventionId'
      and i."callId" = calls."callId" and step->>'mode' <> 'monitor')`;

const SUPERVISION = `
  requests as (
    select calls."repUserId", calls."direction",
      extract(epoch from ${HEARD_AT} - (request->>'at')::timestamptz) as seconds
    from calls, jsonb_array_elements(coalesce("pastHelp", '[]')
      || case when "help" is null or "help" = '{}' then '[]' else jsonb_build_array("help") end)
      request
    where request ? 'at'
  ), asked as (
    select "repUserId", "direction", count(*)::int as asked, count(seconds)::int as answered,
      coalesce(array_agg(greatest(0, seconds)::int) filter (where seconds is not null), '{}')
        as seconds
    from requests group by 1, 2
  ), joined as (
    select i.*, calls."repUserId", calls."direction"
    from "Intervention" i join calls on calls."callId" = i."callId"
    where i."status" = 'ended' and ${RANK} > 0
  ), done as (
    select i."repUserId", i."direction", count(*)::int as interventions,
      coalesce(sum(extract(epoch from i."leftAt" - i."joinedAt")), 0)::bigint as seconds,
      count(*) filter (where ${reaches('barge', 'takeover')})::int as barged,
      count(*) filter (where ${reaches('barge', 'takeover')} and ${reaches('whisper')})::int
        as first,
      count(*) filter (where i."whisperSkipped")::int as skipped,
      count(*) filter (where ${reaches('takeover')})::int as took,
      count(*) filter (where ${reaches('takeover')}
        and i."modeHistory"->-1->>'mode' <> 'takeover')::int as handed,
      coalesce(sum(jsonb_array_length(i."modeHistory"))
        filter (where cardinality(i."noticeKinds") > 0), 0)::int as due,
      coalesce(sum((select count(*) from "Notice" n where n."callId" = i."callId"
        and n."interventionId" = i."interventionId")), 0)::int as given,
      coalesce(sum((select count(n."acknowledgedAt") from "Notice" n
        where n."callId" = i."callId" and n."interventionId" = i."interventionId")), 0)::int
        as acknowledged
    from joined i group by 1, 2
  )`;

const COUNT_SUPERVISION = `
  insert into "SupervisionDay" ("orgId", "day", "repUserId", "direction", "interventions",
    "seconds", "barged", "whisperFirst", "whisperSkipped", "tookOver", "handedBack", "noticesDue",
    "noticesGiven", "acknowledged", "helpAsked", "helpAnswered", "helpSeconds")
  select $1, $2, "repUserId", "direction", coalesce(interventions, 0), coalesce(done.seconds, 0),
    coalesce(barged, 0), coalesce(first, 0), coalesce(skipped, 0), coalesce(took, 0),
    coalesce(handed, 0), coalesce(due, 0), coalesce(given, 0), coalesce(acknowledged, 0),
    coalesce(asked.asked, 0), coalesce(answered, 0), coalesce(asked.seconds, '{}')
  from done full join asked using ("repUserId", "direction")`;

/** The tables that a day is counted into, each with what counts it from the day's calls. */
const DAY_TABLES: Readonly<Record<string, string>> = {
  CallDay: COUNT_CALLS,
  InterventionDay: COUNT_INTERVENTIONS,
  CallResultDay: COUNT_RESULTS,
  HoldOutDay: COUNT_HOLD_OUTS,
  SupervisionDay: COUNT_SUPERVISION,
};

/**
 * The statements that count a day ($2) of an org ($1) anew, in their order. One statement fills all
 * tables, so that the day's calls are read once.
 */
export const COUNT_DAY: readonly string[] = [
  ...['CallDayDue', ...Object.keys(DAY_TABLES)].map(
    (table) => `delete from "${table}" where "orgId" = $1 and "day" = $2`,
  ),
  `with ${CALLS}, ${HIGHEST}, ${SUPERVISION}, ${Object.entries(DAY_TABLES)
    .map(([table, count]) => `"counted${table}" as (${count})`)
    .join(', ')} select 1`,
];
