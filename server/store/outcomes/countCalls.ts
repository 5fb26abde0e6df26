import {
  countsAsSaved,
  dispositionFamily,
  DISPOSITIONS,
  type DispositionCode,
} from '../../domain/call/dispositions.ts';
import type { Mode } from '../../domain/call/modes.ts';
import { CALL_BACK_DAYS, DAY_COUNTS } from '../../domain/outcomes/dayTotals.ts';

/** The modes, which are columns, and how high each is. */
const RANKS: Record<Mode, number> = { monitor: 1, whisper: 2, barge: 3, takeover: 4 };
export const MODES = Object.keys(RANKS);

/** The highest mode of an intervention, as its rank; 0 of one who never joined. */
export const RANK = `case ${Object.entries(RANKS)
  .map(([mode, rank]) => `when i."modeHistory" @> '[{"mode":"${mode}"}]' then ${rank}`)
  .reverse()
  .join(' ')} else 0 end`;

/** The day of a call for its rep. */
export const repDayOf = (call: string): string =>
  `(${call}."answeredAt" at time zone dealside_zone(${call}."repTimeZone"))::date`;

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

/** What the rep of a call said of it: the family, and whether a customer was kept. */
const CODES = Object.keys(DISPOSITIONS) as DispositionCode[];
const ISSUE = `case said.disposition ${CODES.map(
  (code) => `when '${code}' then '${dispositionFamily(code)}'`,
).join(' ')} else '' end`;
const SAVED = `said.disposition in ('${CODES.filter(countsAsSaved).join(`','`)}')`;

/** Whether the customer of a call called again, soon after it. */
const CALLED_BACK = `exists (
  select from "Call" later where later."orgId" = $1 and later."status" = 'ended'
    and later."customerPhone" = calls."customerPhone" and later."direction" = 'inbound'
    and later."endedAt" > calls."endedAt" and later."startedAt" > calls."endedAt"
    and later."startedAt" <= calls."endedAt" + interval '${CALL_BACK_DAYS} days')`;

export const KEY = ['repUserId', 'direction', 'queueIds', 'issue'].map(quoted).join(', ');
export const COUNTS = DAY_COUNTS.map(quoted).join(', ');

/** The columns of `CallDay` but org and day, from the calls themselves. */
export const CALL_TOTALS = `
  with ${CALLS}, highest as (
    select i."callId", max(${RANK}) as rank
    from "Intervention" i join calls on calls."callId" = i."callId" group by i."callId"
  )
  select "repUserId", "direction", queues."queueIds", ${ISSUE} as "issue",
    max("repName") as "repName", count(*)::int as "answered",
    coalesce(sum(extract(epoch from "endedAt" - "answeredAt"))::bigint, 0) as "talkSeconds",
    ${MODES.map((mode, index) => `count(*) filter (where rank = ${index + 1})::int as "${mode}"`).join(', ')},
    count(*) filter (where "help" is not null or "pastHelp" is not null)::int as "helpRequested",
    count(*) filter (where jsonb_array_length(coalesce("pastReps", '[]')) > 0)::int
      as "transferred",
    count(*) filter (where ${SAVED})::int as "saved",
    count(*) filter (where ${CALLED_BACK})::int as "callBacks"
  from calls left join highest on highest."callId" = calls."callId"
  cross join lateral (
    select coalesce(string_agg(id, ',' order by id), '') as "queueIds"
    from unnest("repQueueIds") as id
  ) as queues
  left join lateral (
    select one->>'disposition' as disposition
    from jsonb_array_elements(coalesce("wrapUps", '[]')) as one
    where one->>'repUserId' = calls."repUserId" limit 1
  ) as said on true
  group by "repUserId", "direction", queues."queueIds", 4`;

export const COUNT_CALLS = `
  insert into "CallDay" ("orgId", "day", ${KEY}, "repName", ${COUNTS})
  select $1, $2, ${KEY}, "repName", ${COUNTS} from (${CALL_TOTALS}) as totals`;

/**
 * One message for the CRM waits for each day. What waits already is locked until this commit, so
 * that nobody delivers it with the totals before.
 */
export const TELL_CRM = `
  with waiting as (
    select "messageId" from "OutboxMessage" where "topic" = 'crm.callDay'
      and "orgId" = $1 and "payload"->>'day' = $2::text and "availableAt" is not null
      and "attempts" = 0 for update
  )
  insert into "OutboxMessage" ("key", "orgId", "topic", "payload", "availableAt")
  select 'crm.callDay:' || $1 || ':' || $2 || ':' || gen_random_uuid(), $1, 'crm.callDay',
    jsonb_build_object('day', $2::text), now() + $3 * interval '1 millisecond'
  where not exists (select from waiting)`;

export const COUNT_INTERVENTIONS = `
  with ${CALLS}
  insert into "InterventionDay" ("orgId", "day", "repUserId", "direction", "supervisorUserId",
    "mode", "reasonCode", "outcomeCode", "supervisorName", "interventions", "seconds")
  select $1, $2, calls."repUserId", calls."direction", i."supervisorUserId",
    (array['${MODES.join(`','`)}'])[${RANK}], coalesce(i."reasonCode", ''),
    coalesce(i."outcomeCode", ''), max(i."supervisorName"), count(*),
    coalesce(sum(extract(epoch from i."leftAt" - i."joinedAt"))::bigint, 0)
  from "Intervention" i join calls on calls."callId" = i."callId"
  where i."status" = 'ended' and ${RANK} > 0
  group by 3, 4, 5, 6, 7, 8`;

function quoted(column: string): string {
  return `"${column}"`;
}
