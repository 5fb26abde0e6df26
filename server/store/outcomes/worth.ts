import type { Pool } from 'pg';
import type { Mode } from '../../domain/call/modes.ts';
import type { RepArms } from '../../domain/holdout/didItHelp.ts';
import { dayAfter } from '../../domain/outcomes/firstDays.ts';
import {
  PERIOD_DAYS,
  wholePeriods,
  type OutcomesQuestion,
  type PeriodResults,
  type ResultTotals,
  type SupervisionTotals,
} from '../../domain/outcomes/totals.ts';
import type { CountedReps, WorthTotals } from '../../ports/index.ts';
import { ASKED, asked, OF_CALLS } from './asked.ts';
import { issueTotals } from './countedIssues.ts';

interface ArmRow {
  readonly repUserId: string;
  readonly percent: number;
  readonly first: string;
  readonly leftOut: number;
  readonly shownDrawn: number;
  readonly shownKnown: number;
  readonly shownWell: number;
  readonly heldDrawn: number;
  readonly heldKnown: number;
  readonly heldWell: number;
  readonly shownRated: number;
  readonly shownSatisfied: number;
  readonly heldRated: number;
  readonly heldSatisfied: number;
}

interface PastRow {
  readonly repUserId: string;
  readonly wentWell: number | null;
  readonly satisfied: number | null;
}

type ResultRow = Omit<ResultTotals, 'mode'> & { readonly mode: Mode | '' };

const PAST_DAYS = 90;
const sumOf = (column: string, arm: string, as: string): string =>
  `coalesce(sum("${column}") filter (where "arm" = '${arm}'), 0)::int as "${as}"`;

/**
 * The first and the last day that are read from sums of four weeks: parameters 7 and 8. Both are
 * null if there are no whole periods.
 */
const wholeOf = (question: OutcomesQuestion): [string | null, string | null] => {
  const whole = wholePeriods(question, PERIOD_DAYS);
  return [whole?.first ?? null, whole?.last ?? null];
};
const RESULTS = `"repUserId", "direction", "mode", "isOnDeal", "askedForHelp", "calls", "known",
  "wentWell", "rated", "satisfied", "ratedByKey", "calledBack", "talkSeconds", "holdSeconds", "afterCalls",
  "afterCallSeconds", "talked", "repTalk", "repTalkSquares"`;
/**
 * Reads whole periods from their sums, and the days before and after them from the totals of days.
 */
const readByPeriod = (columns: string): string => `
  select ${columns} from "CallResultPeriod"
  where "orgId" = $1 and "from" between $7::date and $8::date and ${OF_CALLS}
  union all
  select ${columns} from "CallResultDay" where "orgId" = $1 and ${OF_CALLS}
    and "day" between $2::date and least($3::date, coalesce($7::date - 1, $3::date))
  union all
  select ${columns} from "CallResultDay" where "orgId" = $1 and ${OF_CALLS}
    and "day" between $8::date + ${PERIOD_DAYS} and $3::date`;

/**
 * Reads what supervision was worth from the totals of days. Rows come in one order, so that sums of
 * fractions are the same to the last digit each time that they are read, on the page and in a file.
 */
export function createWorthTotals(pool: Pool): WorthTotals {
  return {
    ...holdOutArms(pool),
    async results(question, reps) {
      const { rows } = await pool.query<ResultRow>(
        `select "repUserId", "mode", "direction", "isOnDeal", "askedForHelp",
           sum("calls")::int as "calls", sum("known")::int as "known",
           sum("wentWell")::int as "wentWell", sum("rated")::int as "rated",
           sum("satisfied")::int as "satisfied", sum("ratedByKey")::int as "ratedByKey",
           sum("calledBack")::int as "calledBack",
           sum("talkSeconds")::float as "talkSeconds",
           sum("holdSeconds")::float as "holdSeconds", sum("afterCalls")::int as "afterCalls",
           sum("afterCallSeconds")::float as "afterCallSeconds", sum("talked")::int as "talked",
           sum("repTalk")::float as "repTalk", sum("repTalkSquares")::float as "repTalkSquares"
         from (${readByPeriod(RESULTS)}) as those
         group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
        [...asked(question, reps), ...wholeOf(question)],
      );
      return rows.map(({ mode, ...row }) => ({ ...row, ...(mode && { mode }) }));
    },
    ...supervisedCalls(pool),
    ...issueTotals(pool),
  };
}

/**
 * The calls of suggestions that were shown and held out: all since the first of the newest share,
 * whenever the question begins. An interval that holds at each look is one of a sample that grows
 * from a fixed first day; a window that moves with the day has another sample at each look.
 */
function holdOutArms(pool: Pool): Pick<WorthTotals, 'holdOut'> {
  async function pastOf(
    orgId: string,
    before: string,
    reps: CountedReps,
  ): Promise<Map<string, PastRow>> {
    const past = { orgId, from: dayAfter(before, -PAST_DAYS), to: dayAfter(before, -1) };
    const { rows } = await pool.query<PastRow>(
      `select "repUserId", sum("wentWell")::float / nullif(sum("known"), 0) as "wentWell",
         sum("satisfied")::float / nullif(sum("rated"), 0) as "satisfied"
       from (${readByPeriod(`"repUserId", "known", "wentWell", "rated", "satisfied"`)}) as those
       group by 1`,
      [...asked(past, reps), ...wholeOf(past)],
    );
    return new Map(rows.map((row) => [row.repUserId, row]));
  }

  return {
    async holdOut(question, reps) {
      const { rows } = await pool.query<ArmRow>(
        `with those as (select * from "HoldOutDay" where ${ASKED}),
         newest as (select "percent" from those order by "day" desc, "percent" limit 1)
         select "repUserId", those."percent", min("day")::text as "first",
           (select coalesce(sum("drawn"), 0)::int from those
              where "percent" <> (select "percent" from newest)) as "leftOut",
           ${sumOf('drawn', 'shown', 'shownDrawn')}, ${sumOf('known', 'shown', 'shownKnown')},
           ${sumOf('wentWell', 'shown', 'shownWell')},
           ${sumOf('drawn', 'held_out', 'heldDrawn')}, ${sumOf('known', 'held_out', 'heldKnown')},
           ${sumOf('wentWell', 'held_out', 'heldWell')},
           ${sumOf('rated', 'shown', 'shownRated')}, ${sumOf('satisfied', 'shown', 'shownSatisfied')},
           ${sumOf('rated', 'held_out', 'heldRated')},
           ${sumOf('satisfied', 'held_out', 'heldSatisfied')}
         from those join newest on newest."percent" = those."percent"
         group by "repUserId", those."percent" order by "repUserId"`,
        asked({ ...question, from: '-infinity' }, reps),
      );
      const [any] = rows;
      if (!any) return undefined;
      const since = rows.map((row) => row.first).sort()[0]!;
      const past = await pastOf(question.orgId, since, reps);
      return {
        percent: any.percent,
        since,
        leftOut: any.leftOut,
        reps: rows.map((row): RepArms => {
          const before = past.get(row.repUserId)?.wentWell;
          return {
            repUserId: row.repUserId,
            shown: { drawn: row.shownDrawn, n: row.shownKnown, events: row.shownWell },
            heldOut: { drawn: row.heldDrawn, n: row.heldKnown, events: row.heldWell },
            ...(before != null && { past: before }),
          };
        }),
        ratings: rows.map((row): RepArms => {
          const before = past.get(row.repUserId)?.satisfied;
          return {
            repUserId: row.repUserId,
            shown: { drawn: row.shownDrawn, n: row.shownRated, events: row.shownSatisfied },
            heldOut: { drawn: row.heldDrawn, n: row.heldRated, events: row.heldSatisfied },
            ...(before != null && { past: before }),
          };
        }),
      };
    },
  };
}

/** Calls with and without supervision. */
const supervisedCalls = (pool: Pool): Pick<WorthTotals, 'periods' | 'supervision'> => ({
  async periods(question, mode, reps: CountedReps) {
    const whole = wholePeriods(question, PERIOD_DAYS);
    if (!whole) return [];
    const { rows } = await pool.query<PeriodResults & { readonly startedIn: string | null }>(
      `with counted as (
           select "repUserId", "from", sum("known")::int as "known",
             sum("wentWell")::int as "wentWell", sum("rated")::int as "rated",
             sum("satisfied")::int as "satisfied"
           from "CallResultPeriod"
           where "orgId" = $1 and "from" between $2::date and $3::date and ${OF_CALLS}
           group by 1, 2
         ), started as materialized (
           select "repUserId", (select "from" from "CallResultPeriod" first
             where first."orgId" = $1 and first."repUserId" = reps."repUserId" and first."mode" = $7
             order by "from" limit 1)::text as "startedIn"
           from (select distinct "repUserId" from counted) reps
         )
         select "repUserId", "from"::text as "from", "startedIn", "known", "wentWell", "rated",
           "satisfied"
         from counted join started using ("repUserId")
         order by "repUserId", counted."from"`,
      [...asked({ ...question, from: whole.first, to: whole.last }, reps), mode],
    );
    return rows.map(({ startedIn, ...row }) => ({ ...row, ...(startedIn && { startedIn }) }));
  },

  async supervision(question, reps) {
    const { rows } = await pool.query<SupervisionTotals>(
      `with waits as (
           select coalesce(percentile_cont(array[0.5, 0.9]) within group (order by wait),
             array[null, null]::float[]) as at
           from "SupervisionDay", unnest("helpSeconds") wait where ${ASKED}
         )
         select ${[
           'interventions',
           'barged',
           'whisperFirst',
           'whisperSkipped',
           'handedBack',
           'noticesDue',
           'noticesGiven',
           'acknowledged',
           'helpAsked',
           'helpAnswered',
         ]
           .map((column) => `coalesce(sum("${column}"), 0)::int as "${column}"`)
           .join(', ')}, coalesce(sum("seconds"), 0)::float as "seconds",
           (select at[1] from waits) as "helpMedianSeconds",
           (select at[2] from waits) as "helpNineOfTenSeconds"
         from "SupervisionDay" where ${ASKED}`,
      asked(question, reps),
    );
    const { helpMedianSeconds, helpNineOfTenSeconds, ...totals } = rows[0]!;
    return {
      ...totals,
      ...(helpMedianSeconds != null && { helpMedianSeconds }),
      ...(helpNineOfTenSeconds != null && { helpNineOfTenSeconds }),
    };
  },
});
