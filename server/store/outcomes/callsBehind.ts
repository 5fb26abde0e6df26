import type { Pool } from 'pg';
import type { Mode } from '../../domain/call/modes.ts';
import type { BehindQuestion, CallBehind, Way } from '../../domain/outcomes/behind.ts';
import type { BehindPage, CallsBehind } from '../../ports/index.ts';
import { IS_KNOWN } from './countedDay.ts';
import {
  ASKED_FOR_HELP,
  heardAtOf,
  MODES,
  RANK,
  reaches,
  repDayOf,
  requestsOf,
} from './dayCalls.ts';
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
  whisper_first: `${reaches('barge', 'takeover')} and ${reaches('whisper')}`,
  whisper_skipped: `i."whisperSkipped"`,
  handed_back: `${reaches('takeover')} and i."modeHistory"->-1->>'mode' <> 'takeover'`,
  noticed: noticed(),
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

/** Parameters $1 to $24 are those of `parametersOf`. */
const CALLS_BEHIND = `select c."callId", c."answeredAt", c."direction", c."repUserId", c."repName",
     extract(epoch from c."endedAt" - c."answeredAt")::float as "seconds",
     c."opportunityId", c."opportunityName", joined.interventions,
     ${DISPOSITION} as "disposition",
     rating."score"
   from "Call" c left join lateral (
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
     and c."answeredAt" >= $2::date - interval '15 hours'
     and c."answeredAt" < $3::date + interval '39 hours'
     and ${repDayOf('c')} between $2::date and $3::date
     and ($4::text is null or c."direction" = $4)
     and ($5::text[] is null or c."repUserId" = any($5))
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

/** Finds the calls that a number counts, the most recently answered first. */
export const createCallsBehind = (pool: Pick<Pool, 'query'>): CallsBehind => ({
  async page(question, page) {
    if (question.unanswered) return unansweredCalls(pool, question, page);
    const { rows } = await pool.query<Row>(CALLS_BEHIND, parametersOf(question, page));
    return rows.map(behind);
  },
});

function parametersOf(
  question: BehindQuestion,
  { reps, reader, size, after }: BehindPage,
): unknown[] {
  const { orgId, from, to, direction, queueId, reasonCode, mode, supervisorUserId } = question;
  const isOfInterventions =
    question.ofInterventions === true ||
    supervisorUserId !== undefined ||
    reasonCode !== undefined ||
    question.withoutReason === true ||
    (question.way !== undefined && question.way !== 'help_answered') ||
    question.outcomeCodes !== undefined;
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
    isOfInterventions,
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
