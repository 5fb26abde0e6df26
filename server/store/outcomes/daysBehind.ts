import type { Pool } from 'pg';
import { dispositionFamily, type DispositionCode } from '../../domain/call/dispositions.ts';
import { MODES } from '../../domain/call/modes.ts';
import type { BehindQuestion, Way } from '../../domain/outcomes/behind.ts';
import { dayAfter } from '../../domain/outcomes/firstDays.ts';
import type { CountedReps } from '../../ports/index.ts';
import { ASKED, asked } from './asked.ts';

/** A day on which the totals count such calls, whose calls they are, and how many at the most. */
export interface DayBehind {
  readonly day: string;
  readonly reps: readonly string[];
  readonly calls: number;
}

/** How many days are looked at first. Each further look goes four times as far back. */
const FIRST_LOOK_DAYS = 7;
const FURTHER = 4;

/** Whether a question is about single interventions, and not about the calls that they were on. */
export const isOfInterventions = (question: BehindQuestion): boolean =>
  question.ofInterventions === true ||
  question.supervisorUserId !== undefined ||
  question.reasonCode !== undefined ||
  question.withoutReason === true ||
  (question.way !== undefined && question.way !== 'help_answered') ||
  question.outcomeCodes !== undefined;

const IN_SUPERVISION: Record<Way, string> = {
  whisper_first: 'whisperFirst',
  whisper_skipped: 'whisperSkipped',
  handed_back: 'handedBack',
  noticed: 'noticesGiven',
  notice_missing: 'noticesDue',
  acknowledged: 'acknowledged',
  help_answered: 'helpAnswered',
};
const RATED = { given: `"rated"`, good: `"satisfied"`, poor: `"rated" - "satisfied"` } as const;

/** What a call is counted as about by the days: the family of what its rep said. */
const issueOf = (said: DispositionCode | ''): string =>
  said === '' ? '' : dispositionFamily(said);

/** Adds a value to the parameters of a statement, and names it. */
type Parameter = (value: unknown) => string;

/** The totals that count what a question is about. Each has at least all the calls behind it. */
function totalsOf(question: BehindQuestion, parameter: Parameter): string[] {
  const { mode, supervisorUserId, reasonCode, outcomeCodes, way, arm, rating, dispositions } =
    question;
  const rowsOf = (table: string, calls: string, conditions: readonly (string | false)[]): string =>
    `select "day", "repUserId", ${calls} as "calls" from "${table}"
     where ${[ASKED, `${calls} > 0`, ...conditions.filter(Boolean)].join(' and ')}`;
  const isJoined = mode !== undefined && mode !== 'nobody';
  const ofInterventions = isOfInterventions(question);
  // Who may not know of a covert intervention sees the call with a lower mode than it is counted by.
  const orHigher = isJoined ? MODES.slice(MODES.indexOf(mode)) : [];
  return [
    ...(ofInterventions
      ? [
          rowsOf('InterventionDay', `"interventions"`, [
            isJoined && `"mode" = ${parameter(mode)}`,
            supervisorUserId !== undefined && `"supervisorUserId" = ${parameter(supervisorUserId)}`,
            reasonCode !== undefined && `"reasonCode" = ${parameter(reasonCode)}`,
            question.withoutReason === true && `"reasonCode" = ''`,
            outcomeCodes !== undefined && `"outcomeCode" = any(${parameter(outcomeCodes)}::text[])`,
          ]),
        ]
      : []),
    ...((isJoined && !ofInterventions) || rating !== undefined || question.askedForHelp === true
      ? [
          rowsOf('CallResultDay', rating === undefined ? `"calls"` : RATED[rating], [
            isJoined && !ofInterventions && `"mode" = any(${parameter(orHigher)}::text[])`,
            question.askedForHelp === true && `"askedForHelp"`,
            question.isOnDeal === true && `"isOnDeal"`,
            question.isKnown === true && `"known" > 0`,
          ]),
        ]
      : []),
    ...(dispositions === undefined
      ? []
      : [
          rowsOf('CallDay', `"answered"`, [
            `"issue" = any(${parameter(dispositions.map(issueOf))}::text[])`,
          ]),
        ]),
    ...(way === undefined
      ? []
      : [
          rowsOf('SupervisionDay', `"${IN_SUPERVISION[way]}"`, [
            way === 'notice_missing' && `"noticesDue" > "noticesGiven"`,
          ]),
        ]),
    ...(arm === undefined ? [] : [rowsOf('HoldOutDay', `"drawn"`, [`"arm" = ${parameter(arm)}`])]),
  ];
}

/** Whether few of all calls are behind a number: then totals say where they are. */
export const isOfFewCalls = (question: BehindQuestion): boolean =>
  totalsOf(question, () => '').length > 0;

/**
 * The days and reps that all these totals have, the newest first. Days that are still to be counted
 * are there with all who had calls.
 */
async function daysWithin(
  pool: Pick<Pool, 'query'>,
  question: BehindQuestion,
  reps: CountedReps,
): Promise<readonly DayBehind[]> {
  const { reasonCode: _reason, ...calls } = question;
  const values: unknown[] = asked(calls, reps);
  const totals = totalsOf(question, (value) => `$${values.push(value)}`);
  const { rows } = await pool.query<DayBehind>(
    `with counted as (
       select "day", "repUserId", min("calls") as "calls" from (
         ${totals
           .map(
             (one, place) => `select ${place} as "of", "day", "repUserId", sum("calls") as "calls"
               from (${one}) as rows group by 1, 2, 3`,
           )
           .join(' union all ')}) as totals
       group by 1, 2 having count(*) = ${totals.length}
     ), due as (
       select distinct d."day", c."repUserId"
       from (select distinct "day" from "CallDayDue"
         where "orgId" = $1 and "day" between $2::date and $3::date) d
       join "Call" c on c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
         and c."answeredAt" >= d."day" - interval '15 hours'
         and c."answeredAt" < d."day" + interval '39 hours'
       where ($5::text[] is null or c."repUserId" = any($5))
     )
     select "day"::text as "day", array_agg(distinct "repUserId") as "reps",
       sum("calls")::int as "calls"
     from (select * from counted union all select *, 1 from due) as those
     group by those."day" order by those."day" desc`,
    values,
  );
  return rows;
}

/** The days with calls behind a number, the newest first, read ever further back. */
export async function* daysBehind(
  pool: Pick<Pool, 'query'>,
  question: BehindQuestion,
  reps: CountedReps,
): AsyncGenerator<DayBehind> {
  let { to } = question;
  for (let days = FIRST_LOOK_DAYS; to >= question.from; days *= FURTHER) {
    const since = dayAfter(to, 1 - days);
    const from = since < question.from ? question.from : since;
    yield* await daysWithin(pool, { ...question, from, to }, reps);
    to = dayAfter(from, -1);
  }
}
