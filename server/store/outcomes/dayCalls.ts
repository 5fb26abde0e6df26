import type { AttemptAction } from '../../domain/audit/actions.ts';
import { MODES, type Mode } from '../../domain/call/modes.ts';
import type { RefusalCode } from '../../domain/call/refusals.ts';

/** By the rank of a mode, which is its place on the ladder, from 1. */
export const MODE_OF_RANK = `array['${MODES.join(`','`)}']`;

/** Whether an intervention was in one of these modes. */
const reaches = (...modes: readonly Mode[]): string =>
  `(${modes.map((mode) => `i."modeHistory" @> '[{"mode":"${mode}"}]'`).join(' or ')})`;

/** The rank of an intervention's highest mode; 0 if the supervisor never joined. */
export const RANK = `case ${MODES.map((mode, place) => `when ${reaches(mode)} then ${place + 1}`)
  .toReversed()
  .join(' ')} else 0 end`;

/** The date of a call in its rep's time zone. */
export const repDayOf = (call: string): string =>
  `(${call}."answeredAt" at time zone dealside_zone(${call}."repTimeZone"))::date`;

/**
 * `dealside_zone` is slow, so it is called once per time zone: `as materialized` keeps the planner
 * from calling it for each call.
 */
export function zonesOf(table: string): string {
  return `select given, dealside_zone(given) as zone
    from (select distinct "repTimeZone" as given from ${table}) as distinct_zones`;
}

/** The rep's queues of a call: their ids, sorted and separated by commas. */
export const queuesOf = (call: string): string =>
  `(select coalesce(string_agg(id, ',' order by id), '') from unnest(${call}."repQueueIds") as id)`;

const HELD_MS = `(select sum(p."heldMs") from "Participant" p
    where p."callId" = near."callId" and p."heldMs" is not null)`;

/**
 * After this long, a rep has done other work, so the time until the disposition does not count as
 * after-call work.
 */
const AFTER_CALL_MINUTES = 15;
/** From the end of a call until its rep said how it went, where that was soon. */
const AFTER_CALL_SECONDS = `(select greatest(0, least_seconds) from (
      select min(extract(epoch from (said->>'at')::timestamptz - near."endedAt")) as least_seconds
      from jsonb_array_elements(coalesce(near."wrapUps", '[]')) said
      where said->>'repUserId' = near."repUserId") as first_said
    where least_seconds <= ${60 * AFTER_CALL_MINUTES})`;

/**
 * The ended calls with customers of an org ($1) that were answered on a day ($2) in their rep's
 * time zone. The limits on the time allow the use of the index, whatever the time zones.
 */
export const CALLS = `
  near as (
    select * from "Call" where "orgId" = $1 and "status" = 'ended' and "practice" is null
      and "answeredAt" >= $2::date - interval '15 hours'
      and "answeredAt" < $2::date + interval '39 hours'
  ), zones as materialized (${zonesOf('near')}), calls as (
    select near.*, ${queuesOf('near')} as "queueIds", ${HELD_MS} as "heldMs",
      ${AFTER_CALL_SECONDS} as "afterCallSeconds"
    from near join zones on zones.given is not distinct from near."repTimeZone"
    where (near."answeredAt" at time zone zones.zone)::date = $2::date
  )`;
/** Whether it is known whose missed call this is: while the CRM is away, that is found out later. */
export const isAssigned = (call: string): string => `${call}."repUserId" <> ''`;

/** Whether somebody was refused something on a call. */
export const wasRefused = (call: string): string =>
  `exists (select from "AuditEntry" a
    where a."callId" = ${call}."callId" and a."result" = 'refused')`;

/**
 * The calls that began on that day and that nobody answered, also after hours: inbound ones, and
 * outbound ones on which something was refused. The rep of an inbound one is the one who was to be
 * rung first.
 */
const NOT_ANSWERED = `
  not_answered_near as (
    select * from "Call" where "orgId" = $1 and "status" = 'ended' and "practice" is null
      and "answeredAt" is null and ${isAssigned('"Call"')}
      and "startedAt" >= $2::date - interval '15 hours'
      and "startedAt" < $2::date + interval '39 hours'
      and ("direction" = 'inbound' or ${wasRefused('"Call"')})
  ), not_answered_zones as materialized (${zonesOf('not_answered_near')}), not_answered as (
    select near.*, ${queuesOf('near')} as "queueIds"
    from not_answered_near near join not_answered_zones zones
      on zones.given is not distinct from near."repTimeZone"
    where (near."startedAt" at time zone zones.zone)::date = $2::date
  )`;

/** The unanswered callers of that day, during opening hours. */
export const UNANSWERED = `${NOT_ANSWERED}, unanswered as (
    select * from not_answered
    where "direction" = 'inbound' and "ringing"->>'nobodyBecause' is distinct from 'closed'
  )`;

/**
 * For each of these calls that somebody joined, the rank of its highest mode and how long
 * supervisors were on it.
 */
export const HIGHEST = `highest as (
    select i."callId", max(${RANK}) as rank,
      sum(extract(epoch from i."leftAt" - i."joinedAt")) filter (where ${RANK} > 0) as seconds
    from "Intervention" i join calls on calls."callId" = i."callId" group by i."callId"
  )`;
/** The customer's last rating of each of these calls. */
export const RATINGS = `ratings as (
    select distinct on (r."callId") r."callId", r."isGood", r."source"
    from "CallRating" r join calls on calls."callId" = r."callId" and r."orgId" = $1
    order by r."callId", r."answeredAt" desc, r."answerId" desc
  )`;
export const WITH_RATING = `left join ratings on ratings."callId" = calls."callId"`;
/** The columns `rated` and `satisfied`. */
export const RATED = `count(ratings."callId")::int as "rated",
    count(*) filter (where ratings."isGood")::int as "satisfied"`;
/** The attempts that refuse a supervisor a call, or a mode on it. */
const JOINS: readonly AttemptAction[] = ['StartIntervention', 'ChangeMode'];
/** Says by itself that somebody wanted to monitor covertly, which only administrators may know. */
const COVERT: RefusalCode = 'covert_rule_ended';
/** A tally stands for as many refusals as it states. */
const TIMES = `coalesce((a."details"->>'times')::int, 1)`;
/**
 * What people were refused on the calls of that day until their end, by code, whether they were
 * answered or not: later refusals are about what is kept of a call. Of calls that nobody answered,
 * those of `NOT_ANSWERED` count.
 */
export const REFUSED = `refused as (
    select own."repUserId", own."direction", own."queueIds", a."code",
      max(own."repName") as "repName", sum(${TIMES})::int as refusals,
      coalesce(sum(${TIMES}) filter (where a."action" in ('${JOINS.join(`','`)}')), 0)::int as joins
    from (
      ${['calls', 'not_answered']
        .map(
          (table) =>
            `select "callId", "repUserId", "repName", "direction", "queueIds", "endedAt" from ${table}`,
        )
        .join(' union all ')}
    ) as own join "AuditEntry" a on a."callId" = own."callId"
    where a."orgId" = $1 and a."result" = 'refused' and a."code" <> '${COVERT}'
      and a."at" <= own."endedAt"
    group by 1, 2, 3, 4
  )`;
export const ASKED_FOR_HELP = `("help" is not null or "pastHelp" is not null)`;

/** The help requests of a call, the current one and past ones. */
export const requestsOf = (call: string): string =>
  `jsonb_array_elements(coalesce(${call}."pastHelp", '[]') || case
    when ${call}."help" is null or ${call}."help" = '{}' then '[]'
    else jsonb_build_array(${call}."help") end)`;

/** The help requests of a call, current and past. */
export const heardAtOf = (call: string): string => `(select min((step->>'at')::timestamptz)
    from "Intervention" i, jsonb_array_elements(i."modeHistory") step
    where i."interventionId" = request->'answer'->>'interventionId'
      and i."callId" = ${call}."callId" and step->>'mode' <> 'monitor')`;
