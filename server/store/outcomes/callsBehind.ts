import type { Pool } from 'pg';
import { MODES, type Mode } from '../../domain/call/modes.ts';
import type { BehindQuestion, CallBehind, Way } from '../../domain/outcomes/behind.ts';
import { dayAfter } from '../../domain/outcomes/firstDays.ts';
import type { BehindPage, CallsBehind } from '../../ports/index.ts';
import { IS_KNOWN } from './countedDay.ts';
import { ASKED_FOR_HELP, heardAtOf, RANK, repDayOf, requestsOf } from './dayCalls.ts';
import { daysBehind, isOfFewCalls, isOfInterventions, type DayBehind } from './daysBehind.ts';
import { LADDER } from './ladder.ts';
import { unansweredCalls } from './unansweredCalls.ts';

interface Row {
  readonly callId: string;
  readonly answeredAt: Date;
  readonly seconds: number;
  readonly direction: 'inbound' | 'outbound';
  readonly repUserId: string;
  readonly repName: string;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  readonly disposition: string | null;
  readonly score: number | null;
  readonly interventions:
    | readonly {
        readonly supervisorName: string;
        readonly rank: number;
        readonly reasonCode: string | null;
        readonly outcomeCode: string | null;
      }[]
    | null;
}

const noticed = (and = ''): string => `exists (select from "Notice" n
  where n."callId" = i."callId" and n."interventionId" = i."interventionId" ${and})`;
/** The condition on an intervention for each way of counting. */
const OF_INTERVENTIONS: Record<Exclude<Way, 'help_answered'>, string> = {
  whisper_first: LADDER.isWhisperFirst,
  whisper_skipped: LADDER.isWhisperSkipped,
  handed_back: LADDER.isHandedBack,
  noticed: noticed(),
  notice_missing: `(cardinality(i."noticeKinds") > 0 and jsonb_array_length(i."modeHistory")
    > (select count(*) from "Notice" n
       where n."callId" = i."callId" and n."interventionId" = i."interventionId"))`,
  acknowledged: noticed('and n."acknowledgedAt" is not null'),
};
const IS_ON_WAY = `case $22::text ${Object.entries(OF_INTERVENTIONS)
  .map(([way, condition]) => `when '${way}' then ${condition}`)
  .join(' ')} else true end`;

/**
 * Covert interventions are visible only to their supervisor and to people who may know of all of
 * them.
 */
const KNOWN = `(cardinality(i."noticeKinds") > 0 or i."supervisorUserId" = $7 or $8)`;

/** What the rep of the call said about it. */
const DISPOSITION = `(select one->>'disposition'
  from jsonb_array_elements(coalesce(c."wrapUps", '[]')) as one
  where one->>'repUserId' = c."repUserId" limit 1)`;

/** Which calls are looked at. Without `days`, those of the question's days, the newest first. */
interface Looked {
  /** Only those of some reps on some days: parameters 25 and 26. */
  readonly days?: boolean;
  /** They are of one rep, whose calls an index has by their time. */
  readonly ofOneRep: boolean;
}

const FROM_DAYS = `unnest($25::date[], $26::text[]) as those("day", "repUserId")
   join "Call" c on c."repUserId" = those."repUserId"
     and c."answeredAt" >= those."day" - interval '15 hours'
     and c."answeredAt" < those."day" + interval '39 hours' and ${repDayOf('c')} = those."day"`;
const ON_DAYS_ASKED = `c."answeredAt" >= $2::date - interval '15 hours'
     and c."answeredAt" < $3::date + interval '39 hours'
     and ${repDayOf('c')} between $2::date and $3::date`;

/** Parameters $1 to $24 are those of `parametersOf`. */
const callsBehindOf = ({
  days = false,
  ofOneRep,
}: Looked): string => `select c."callId", c."answeredAt", c."direction", c."repUserId", c."repName",
     extract(epoch from c."endedAt" - c."answeredAt")::float as "seconds",
     c."opportunityId", c."opportunityName", joined.interventions,
     ${DISPOSITION} as "disposition",
     rating."score"
   from ${days ? FROM_DAYS : '"Call" c'} left join lateral (
     select max(rank) as rank, jsonb_agg(jsonb_build_object('supervisorName', "supervisorName",
       'rank', rank, 'reasonCode', "reasonCode", 'outcomeCode', "outcomeCode")
       order by "position") as interventions,
       bool_or(($14::int is null or rank = $14) and ($9::text is null or "supervisorUserId" = $9)
         and ($10::text is null or "reasonCode" = $10) and (not $11 or "reasonCode" is null)
         and ($12::text[] is null or "outcomeCode" = any($12)) and "isOnWay") as "isMet"
     from (select i.*, ${RANK} as rank, ${IS_ON_WAY} as "isOnWay" from "Intervention" i
           where i."callId" = c."callId" and i."status" = 'ended' and ${KNOWN}) as own
     where rank > 0
   ) as joined on true
   left join lateral (
     select r."score", r."isGood" from "CallRating" r
     where r."orgId" = $1 and r."callId" = c."callId"
     order by r."answeredAt" desc, r."answerId" desc limit 1
   ) as rating on true
   where c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
     and ${days ? `those."day" between $2::date and $3::date` : ON_DAYS_ASKED}
     and ($4::text is null or c."direction" = $4)
     and ${ofOneRep ? `c."repUserId" = ($5::text[])[1]` : `($5::text[] is null or c."repUserId" = any($5))`}
     and ($6::text is null or $6 = any(c."repQueueIds"))
     and case when $13 then coalesce(joined."isMet", false)
         else $14::int is null or coalesce(joined.rank, 0) = $14 end
     and ($15::text is null or exists (select from "HoldOutAssignment" drawn
       where drawn."orgId" = $1 and drawn."callId" = c."callId" and drawn."arm" = $15))
     and ($16::boolean is null or ${ASKED_FOR_HELP} = $16)
     and ($17::boolean is null or (c."opportunityId" is not null) = $17)
     and ($18::timestamptz is null or (c."answeredAt", c."callId") < ($18, $19))
     and ($22::text is distinct from 'help_answered' or exists (
       select from ${requestsOf('c')} request where ${heardAtOf('c')} is not null))
     and (not $23 or ${IS_KNOWN})
     and ($24::text[] is null or coalesce(${DISPOSITION}, '') = any($24))
     and case $21::text when 'given' then rating."isGood" is not null
         when 'good' then rating."isGood" when 'poor' then not rating."isGood" else true end
   order by c."answeredAt" desc, c."callId" desc limit $20`;

/** Where the day of a rep is in Coordinated Universal Time, at the latest: from UTC−12 to UTC+14. */
const LATEST_END_MS = 15 * 3_600_000;
/** How many times as many calls as are shown are first looked for; further looks are for more. */
const LOOKED_FOR = 2;
const FURTHER = 4;

/** Finds the calls that a number counts, the most recently answered first. */
export const createCallsBehind = (pool: Pick<Pool, 'query'>): CallsBehind => ({
  async page(question, page) {
    if (question.unanswered) return unansweredCalls(pool, question, page);
    const rows = isOfFewCalls(question)
      ? await fewCalls(pool, question, page)
      : (
          await pool.query<Row>(
            callsBehindOf({ ofOneRep: page.reps.length === 1 }),
            parametersOf(question, page),
          )
        ).rows;
    return rows.map(behind);
  },
});

/**
 * Looks only at days and reps of which the totals say that there are such calls, until there are
 * enough of them that no call of an earlier day can be among the newest.
 */
async function fewCalls(
  pool: Pick<Pool, 'query'>,
  question: BehindQuestion,
  page: BehindPage,
): Promise<readonly Row[]> {
  const { size, after, reps } = page;
  const days: DayBehind[] = [];
  const look = async (): Promise<readonly Row[]> => {
    const pairs = days.flatMap((one) => one.reps.map((repUserId) => [one.day, repUserId] as const));
    const { rows } = await pool.query<Row>(
      callsBehindOf({ days: true, ofOneRep: reps.length === 1 }),
      [
        ...parametersOf(question, page),
        pairs.map(([day]) => day),
        pairs.map(([, repUserId]) => repUserId),
      ],
    );
    return rows;
  };
  let calls = 0;
  let wanted = LOOKED_FOR * size;
  for await (const one of daysBehind(pool, upTo(question, after), reps)) {
    days.push(one);
    calls += one.calls;
    if (calls < wanted) continue;
    const rows = await look();
    const since = Date.parse(one.day) + LATEST_END_MS;
    if (rows.filter(({ answeredAt }) => answeredAt.getTime() >= since).length >= size) return rows;
    wanted *= FURTHER;
  }
  return look();
}

/** The days on which calls can be that were answered before one. */
function upTo(question: BehindQuestion, after: BehindPage['after']): BehindQuestion {
  if (!after) return question;
  const last = dayAfter(after.answeredAt.slice(0, 10), 1);
  return last < question.to ? { ...question, to: last } : question;
}

function parametersOf(
  question: BehindQuestion,
  { reps, reader, size, after }: BehindPage,
): unknown[] {
  const { orgId, from, to, direction, queueId, reasonCode, mode, supervisorUserId } = question;
  const rank = mode === undefined ? null : mode === 'nobody' ? 0 : MODES.indexOf(mode) + 1;
  return [
    orgId,
    from,
    to,
    direction ?? null,
    reps === 'all' ? null : reps,
    queueId ?? null,
    reader.userId,
    reader.knowsCovert,
    supervisorUserId ?? null,
    reasonCode ?? null,
    question.withoutReason ?? false,
    question.outcomeCodes ?? null,
    isOfInterventions(question),
    rank,
    question.arm ?? null,
    question.askedForHelp ?? null,
    question.isOnDeal ?? null,
    after?.answeredAt ?? null,
    after?.callId ?? '',
    size,
    question.rating ?? null,
    question.way ?? null,
    question.isKnown ?? false,
    question.dispositions ?? null,
  ];
}

function behind(row: Row): CallBehind {
  const { callId, answeredAt, seconds, direction, opportunityId, opportunityName } = row;
  return {
    callId,
    answeredAt: answeredAt.toISOString(),
    seconds,
    direction,
    rep: { userId: row.repUserId, name: row.repName },
    ...(opportunityId && {
      opportunity: { opportunityId, ...(opportunityName && { name: opportunityName }) },
    }),
    ...(row.disposition && { disposition: row.disposition }),
    ...(row.score !== null && { score: row.score }),
    interventions: (row.interventions ?? []).map(
      ({ supervisorName, rank, reasonCode, outcomeCode }) => ({
        supervisorName,
        mode: MODES[rank - 1] as Mode,
        ...(reasonCode && { reasonCode }),
        ...(outcomeCode && { outcomeCode }),
      }),
    ),
  };
}
