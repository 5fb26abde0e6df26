import {
  countsAsSaved,
  dispositionFamily,
  DISPOSITIONS,
  type DispositionCode,
} from '../../domain/call/dispositions.ts';
import { MODES } from '../../domain/call/modes.ts';
import {
  CALL_BACK_DAYS,
  DAY_COUNTS,
  OWN_DAY_COUNTS,
  SOON_SECONDS,
} from '../../domain/outcomes/dayTotals.ts';
import { ALERTS, COUNTS_OF_ALERTS } from './countedTalk.ts';
import {
  ASKED_FOR_HELP,
  CALLS,
  HIGHEST,
  RATED,
  RATINGS,
  REFUSED,
  UNANSWERED,
  WITH_RATING,
} from './dayCalls.ts';

/**
 * What the rep said about a call: the family of the disposition, and whether a customer was saved.
 */
const CODES = Object.keys(DISPOSITIONS) as DispositionCode[];
export const ISSUE = `case said.disposition ${CODES.map(
  (code) => `when '${code}' then '${dispositionFamily(code)}'`,
).join(' ')} else '' end`;
export const SAVED = `said.disposition in ('${CODES.filter(countsAsSaved).join(`','`)}')`;

/** What the rep of a call said about it. */
export const WITH_DISPOSITION = `left join lateral (
    select one->>'disposition' as disposition
    from jsonb_array_elements(coalesce("wrapUps", '[]')) as one
    where one->>'repUserId' = calls."repUserId" limit 1
  ) as said on true`;

/** Whether the customer of a call called again soon after it. */
export const CALLED_BACK = `exists (
  select from "Call" later where later."orgId" = $1 and later."status" = 'ended'
    and later."customerPhone" = calls."customerPhone" and later."direction" = 'inbound'
    and later."endedAt" > calls."endedAt" and later."startedAt" > calls."endedAt"
    and later."startedAt" <= calls."endedAt" + interval '${CALL_BACK_DAYS} days')`;

/** The talk time of all these calls together. */
export const TALK_SECONDS = `coalesce(sum(extract(epoch from "endedAt" - "answeredAt"))::bigint, 0)`;

/** What is counted of how long calls took beside the talk. */
export const HANDLE_COUNTS = ['holdSeconds', 'afterCalls', 'afterCallSeconds'] as const;
export const HANDLE_TIME = `coalesce(sum(calls."heldMs") / 1000, 0)::bigint as "holdSeconds",
    count(calls."afterCallSeconds")::int as "afterCalls",
    coalesce(sum(calls."afterCallSeconds"), 0)::bigint as "afterCallSeconds"`;

/** Alerts that were raised on these calls, and how those that were shown were marked. */
const COUNTS_BY_ALERTS = [
  ['shown', 'alertsShown'],
  ['useful', 'alertsUseful'],
  ['notUseful', 'alertsNotUseful'],
  ['heldOut', 'alertsHeldOut'],
  ['limited', 'alertsLimited'],
] as const;
const ALERT_COUNTS = COUNTS_BY_ALERTS.map(
  ([count, as]) => `coalesce(sum(alerts."${count}"), 0)::int as "${as}"`,
).join(', ');

export const KEY = ['repUserId', 'direction', 'queueIds', 'issue', 'refusalCode']
  .map(quoted)
  .join(', ');
export const COUNTS = DAY_COUNTS.map(quoted).join(', ');
const ALL_DAY_COUNTS = [...DAY_COUNTS, ...OWN_DAY_COUNTS];
const ALL_COUNTS = ALL_DAY_COUNTS.map(quoted).join(', ');
type DayCount = (typeof ALL_DAY_COUNTS)[number];

/** How long the caller of an answered call waited. */
const WAITED = `greatest(0, extract(epoch from "answeredAt" - "startedAt"))`;
const IS_INBOUND = `calls."direction" = 'inbound'`;

const ANSWERED = `
  select "repUserId", "direction", "queueIds", ${ISSUE} as "issue", '' as "refusalCode",
    max("repName") as "repName", count(*)::int as "answered",
    ${TALK_SECONDS} as "talkSeconds",
    ${MODES.map((mode, index) => `count(*) filter (where rank = ${index + 1})::int as "${mode}"`).join(', ')},
    count(*) filter (where ${ASKED_FOR_HELP})::int as "helpRequested",
    count(*) filter (where jsonb_array_length(coalesce("pastReps", '[]')) > 0)::int
      as "transferred",
    count(*) filter (where ${SAVED})::int as "saved",
    count(*) filter (where ${CALLED_BACK})::int as "callBacks", ${RATED},
    0 as "missed", 0 as "abandoned",
    count(*) filter (where ${IS_INBOUND} and ${WAITED} <= ${SOON_SECONDS})::int as "answeredSoon",
    coalesce(sum(${WAITED}) filter (where ${IS_INBOUND}), 0)::bigint as "waitSeconds",
    coalesce(sum(highest.seconds), 0)::bigint as "supervisedSeconds",
    ${HANDLE_TIME}, ${ALERT_COUNTS}, 0 as "refused", 0 as "joinsRefused"
  from calls left join highest on highest."callId" = calls."callId" ${WITH_RATING}
  ${WITH_DISPOSITION}
  left join lateral (
    select ${COUNTS_OF_ALERTS.map((count) => `sum("${count}") as "${count}"`).join(', ')}
    from ${ALERTS} a where a."callId" = calls."callId"
  ) as alerts on true
  group by "repUserId", "direction", "queueIds", 4`;

/** The only counts of unanswered callers. */
const NOT_ANSWERED: Partial<Record<DayCount, string>> = {
  missed: `count(*) filter (where "endReason" <> 'abandoned')::int`,
  abandoned: `count(*) filter (where "endReason" = 'abandoned')::int`,
};

/** The only counts of what was refused. */
const REFUSALS: Partial<Record<DayCount, string>> = {
  refused: 'refusals',
  joinsRefused: 'joins',
};

/** The only counts of alerts that no call has any more. */
const PAST_ALERTS: Partial<Record<DayCount, string>> = Object.fromEntries(
  COUNTS_BY_ALERTS.map(([, as]) => [as, `past."${as}"`]),
);

const TOTALS = `
  select ${KEY}, max("repName") as "repName",
    ${ALL_DAY_COUNTS.map((count) => `sum("${count}")::bigint as "${count}"`).join(', ')}
  from (
    select ${KEY}, "repName", ${ALL_COUNTS} from (${ANSWERED}) as answered
    union all
    select "repUserId", "direction", "queueIds", '', '', max("repName"),
      ${ALL_DAY_COUNTS.map((count) => NOT_ANSWERED[count] ?? '0').join(', ')}
    from unanswered group by "repUserId", "direction", "queueIds"
    union all
    select "repUserId", "direction", "queueIds", '', "code", "repName",
      ${ALL_DAY_COUNTS.map((count) => REFUSALS[count] ?? '0').join(', ')}
    from refused
    union all
    select past."repUserId", past."direction", past."queueIds", past."issue", '', coalesce(
      (select max("repName") from calls where calls."repUserId" = past."repUserId"), ''),
      ${ALL_DAY_COUNTS.map((count) => PAST_ALERTS[count] ?? '0').join(', ')}
    from "CallDayPast" past where past."orgId" = $1 and past."day" = $2::date
  ) as counted group by ${KEY}`;

/** The columns of `CallDay` except org and day, computed from the calls themselves. */
export const CALL_TOTALS = `with ${CALLS}, ${UNANSWERED}, ${HIGHEST}, ${RATINGS}, ${REFUSED} ${TOTALS}`;

export const COUNT_CALLS = `
  insert into "CallDay" ("orgId", "day", ${KEY}, "repName", ${ALL_COUNTS})
  select $1, $2, ${KEY}, "repName", ${ALL_COUNTS} from (${TOTALS}) as totals`;

/**
 * Makes sure that one message for the CRM waits for each day. A message that waits already is
 * locked until this commit, so that it is not delivered with the old totals.
 */
export const NOTIFY_CRM = `
  with waiting as (
    select "messageId" from "OutboxMessage" where "topic" = 'crm.callDay'
      and "orgId" = $1 and "payload"->>'day' = $2::text and "availableAt" is not null
      and "attempts" = 0 for update
  )
  insert into "OutboxMessage" ("key", "orgId", "topic", "payload", "availableAt")
  select 'crm.callDay:' || $1 || ':' || $2 || ':' || gen_random_uuid(), $1, 'crm.callDay',
    jsonb_build_object('day', $2::text), now() + $3 * interval '1 millisecond'
  where not exists (select from waiting)`;

function quoted(column: string): string {
  return `"${column}"`;
}
