import { GOOD_RESULTS, KNOWN_RESULTS } from '../../domain/call/dispositions.ts';
import { MODES } from '../../domain/call/modes.ts';
import { PERIOD_DAYS, PERIODS_FROM, WEEK_DAYS } from '../../domain/outcomes/totals.ts';
import {
  CALLED_BACK,
  COUNT_CALLS,
  HANDLE_COUNTS,
  HANDLE_TIME,
  TALK_SECONDS,
} from './countCalls.ts';
import { COUNT_ISSUES } from './countedIssues.ts';
import {
  COUNT_ALERTS,
  COUNT_REFUSALS,
  COUNT_TEAM_HOURS,
  MEASURE_TALK,
  REP_TALK,
} from './countedTalk.ts';
import {
  ASKED_FOR_HELP,
  CALLS,
  heardAtOf,
  HIGHEST,
  MODE_OF_RANK,
  RANK,
  RATED,
  RATINGS,
  REFUSED,
  requestsOf,
  UNANSWERED,
  WITH_RATING,
} from './dayCalls.ts';
import { LADDER } from './ladder.ts';

const COUNT_INTERVENTIONS = `
  insert into "InterventionDay" ("orgId", "day", "repUserId", "direction", "queueIds",
    "supervisorUserId", "mode", "reasonCode", "outcomeCode", "supervisorName", "interventions", "seconds")
  select $1, $2, calls."repUserId", calls."direction", calls."queueIds", i."supervisorUserId",
    (${MODE_OF_RANK})[${RANK}], coalesce(i."reasonCode", ''),
    coalesce(i."outcomeCode", ''), max(i."supervisorName"), count(*),
    coalesce(sum(extract(epoch from i."leftAt" - i."joinedAt"))::bigint, 0)
  from "Intervention" i join calls on calls."callId" = i."callId"
  where i."status" = 'ended' and ${RANK} > 0
  group by 3, 4, 5, 6, 7, 8, 9`;

/** Whether a rep of the call said one of these of it. */
const anyOf = (codes: readonly string[]): string =>
  `jsonb_path_exists("wrapUps", '$[*].disposition ? (${codes
    .map((code) => `@ == "${code}"`)
    .join(' || ')})')`;
/** Whether a rep of the call said how it went. */
export const IS_KNOWN = anyOf(KNOWN_RESULTS);
/** Of a call that several reps had, the best that one of them says. */
const RESULTS = `count(*) filter (where ${IS_KNOWN}),
    count(*) filter (where ${anyOf(GOOD_RESULTS)})`;

const COUNT_RESULTS = `
  insert into "CallResultDay" ("orgId", "day", "repUserId", "direction", "queueIds", "mode",
    "isOnDeal", "askedForHelp", "calls", "known", "wentWell", "rated", "satisfied", "ratedByKey",
    "calledBack", "talkSeconds", ${HANDLE_COUNTS.map((one) => `"${one}"`).join(', ')},
    "talked", "repTalk", "repTalkSquares")
  select $1, $2, "repUserId", "direction", "queueIds", coalesce((${MODE_OF_RANK})[rank], ''),
    "opportunityId" is not null, ${ASKED_FOR_HELP}, count(*), ${RESULTS}, ${RATED},
    count(*) filter (where ratings."source" = 'key'),
    count(*) filter (where ${CALLED_BACK}), ${TALK_SECONDS}, ${HANDLE_TIME},
    count(talk.share)::int, coalesce(sum(talk.share), 0), coalesce(sum(talk.share ^ 2), 0)
  from calls left join highest on highest."callId" = calls."callId" ${WITH_RATING}
  left join (${REP_TALK}) as talk on talk."callId" = calls."callId"
  group by 3, 4, 5, 6, 7, 8`;

const COUNT_HOLD_OUTS = `
  insert into "HoldOutDay" ("orgId", "day", "repUserId", "direction", "queueIds", "percent", "arm",
    "drawn", "known", "wentWell", "rated", "satisfied")
  select $1, $2, drawn."repUserId", calls."direction", calls."queueIds", drawn."percent", drawn."arm", count(*),
    ${RESULTS}, ${RATED}
  from calls join "HoldOutAssignment" drawn
    on drawn."orgId" = $1 and drawn."callId" = calls."callId" ${WITH_RATING}
  group by 3, 4, 5, 6, 7`;

const SUPERVISION = `
  requests as (
    select calls."repUserId", calls."direction", calls."queueIds",
      extract(epoch from ${heardAtOf('calls')} - (request->>'at')::timestamptz) as seconds
    from calls, ${requestsOf('calls')} request
    where request ? 'at'
  ), asked as (
    select "repUserId", "direction", "queueIds", count(*)::int as asked, count(seconds)::int as answered,
      coalesce(array_agg(greatest(0, seconds)::int) filter (where seconds is not null), '{}')
        as seconds
    from requests group by 1, 2, 3
  ), joined as (
    select i.*, calls."repUserId", calls."direction", calls."queueIds"
    from "Intervention" i join calls on calls."callId" = i."callId"
    where i."status" = 'ended' and ${RANK} > 0
  ), done as (
    select i."repUserId", i."direction", i."queueIds", count(*)::int as interventions,
      coalesce(sum(extract(epoch from i."leftAt" - i."joinedAt")), 0)::bigint as seconds,
      count(*) filter (where ${LADDER.isHeard})::int as barged,
      count(*) filter (where ${LADDER.isWhisperFirst})::int as first,
      count(*) filter (where ${LADDER.isWhisperSkipped})::int as skipped,
      count(*) filter (where ${LADDER.isHandedBack})::int as handed,
      coalesce(sum(jsonb_array_length(i."modeHistory"))
        filter (where cardinality(i."noticeKinds") > 0), 0)::int as due,
      coalesce(sum((select count(*) from "Notice" n where n."callId" = i."callId"
        and n."interventionId" = i."interventionId")), 0)::int as given,
      coalesce(sum((select count(n."acknowledgedAt") from "Notice" n
        where n."callId" = i."callId" and n."interventionId" = i."interventionId")), 0)::int
        as acknowledged
    from joined i group by 1, 2, 3
  )`;

const COUNT_SUPERVISION = `
  insert into "SupervisionDay" ("orgId", "day", "repUserId", "direction", "queueIds",
    "interventions", "seconds", "barged", "whisperFirst", "whisperSkipped", "handedBack", "noticesDue",
    "noticesGiven", "acknowledged", "helpAsked", "helpAnswered", "helpSeconds")
  select $1, $2, "repUserId", "direction", "queueIds", coalesce(interventions, 0), coalesce(done.seconds, 0),
    coalesce(barged, 0), coalesce(first, 0), coalesce(skipped, 0),
    coalesce(handed, 0), coalesce(due, 0), coalesce(given, 0), coalesce(acknowledged, 0),
    coalesce(asked.asked, 0), coalesce(answered, 0), coalesce(asked.seconds, '{}')
  from done full join asked using ("repUserId", "direction", "queueIds")`;

/** The tables that a day is counted into, each with what counts it from the day's calls. */
const DAY_TABLES: Readonly<Record<string, string>> = {
  CallDay: COUNT_CALLS,
  InterventionDay: COUNT_INTERVENTIONS,
  CallResultDay: COUNT_RESULTS,
  IssueDay: COUNT_ISSUES,
  HoldOutDay: COUNT_HOLD_OUTS,
  SupervisionDay: COUNT_SUPERVISION,
  TeamHourDay: COUNT_TEAM_HOURS,
  RefusalDay: COUNT_REFUSALS,
  AlertDay: COUNT_ALERTS,
};

/** The first day of the period of so many days that the day ($2) is in. */
const periodOf = (days: number): string => `(date '${PERIODS_FROM}'
  + floor(($2::date - date '${PERIODS_FROM}')::numeric / ${days})::int * ${days})`;

/**
 * Sums up the period of the day anew, from its days. Only rows that differ are written, and in their
 * place: a row that was written anew for each day left a page of dead ones behind.
 */
function sumUp(
  into: string,
  from: string,
  {
    days,
    key,
    names = [],
    counts,
  }: {
    key: readonly string[];
    names?: readonly string[];
    counts: readonly string[];
    readonly days: number;
  },
): readonly string[] {
  const keys = key.map((one) => `"${one}"`).join(', ');
  const columns = [...names, ...counts].map((one) => `"${one}"`).join(', ');
  const columnsOf = (row: string): string =>
    [...names, ...counts].map((one) => `${row}."${one}"`).join(', ');
  return [
    `delete from "${into}" old where "orgId" = $1 and "from" = ${periodOf(days)} and not exists (
       select from "${from}" d where d."orgId" = $1
         and d."day" between ${periodOf(days)} and ${periodOf(days)} + ${days - 1}
         and ${key.map((one) => `d."${one}" = old."${one}"`).join(' and ')})`,
    `insert into "${into}" as old ("orgId", "from", ${keys}, ${columns})
     select $1, ${periodOf(days)}, ${keys},
       ${[...names.map((one) => `max("${one}")`), ...counts.map((one) => `sum("${one}")`)].join(', ')}
     from "${from}"
     where "orgId" = $1 and "day" between ${periodOf(days)} and ${periodOf(days)} + ${days - 1}
     group by ${keys}
     on conflict ("orgId", "from", ${keys}) do update set (${columns}) = row(${columnsOf('excluded')})
     where (${columnsOf('old')}) is distinct from (${columnsOf('excluded')})`,
  ];
}

/** What is counted of callers who wait, and of supervisors' time. */
export const WAITING_COUNTS = [
  'missed',
  'abandoned',
  'answeredSoon',
  'waitSeconds',
  'supervisedSeconds',
] as const;

const SUMMED_UP: readonly string[] = [
  ...sumUp('CallWeek', 'CallDay', {
    days: WEEK_DAYS,
    key: ['repUserId', 'direction', 'queueIds'],
    names: ['repName'],
    counts: [
      'answered',
      'talkSeconds',
      ...MODES,
      'helpRequested',
      'transferred',
      ...WAITING_COUNTS,
    ],
  }),
  ...sumUp('CallResultPeriod', 'CallResultDay', {
    days: PERIOD_DAYS,
    key: ['repUserId', 'direction', 'queueIds', 'mode', 'isOnDeal', 'askedForHelp'],
    counts: [
      'calls',
      'known',
      'wentWell',
      'rated',
      'satisfied',
      'ratedByKey',
      'calledBack',
      'talkSeconds',
      ...HANDLE_COUNTS,
      'talked',
      'repTalk',
      'repTalkSquares',
    ],
  }),
  ...sumUp('IssuePeriod', 'IssueDay', {
    days: PERIOD_DAYS,
    key: ['repUserId', 'direction', 'queueIds', 'issue', 'mode'],
    counts: ['calls', 'saved'],
  }),
];

/**
 * The statements that count a day ($2) of an org ($1) anew, in their order. One statement fills all
 * tables, so that the day's calls are read once.
 */
export const COUNT_DAY: readonly string[] = [
  ...['CallDayDue', ...Object.keys(DAY_TABLES)].map(
    (table) => `delete from "${table}" where "orgId" = $1 and "day" = $2`,
  ),
  MEASURE_TALK,
  `with ${CALLS}, ${UNANSWERED}, ${HIGHEST}, ${RATINGS}, ${REFUSED}, ${SUPERVISION}, ${Object.entries(
    DAY_TABLES,
  )
    .map(([table, count]) => `"counted${table}" as (${count})`)
    .join(', ')} select 1`,
  ...SUMMED_UP,
];
