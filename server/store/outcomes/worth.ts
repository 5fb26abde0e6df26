import type { Pool } from 'pg';
import type { Mode } from '../../domain/call/modes.ts';
import type { RepArms } from '../../domain/holdout/didItHelp.ts';
import { daysIn, type ResultTotals, type SupervisionTotals } from '../../domain/outcomes/totals.ts';
import type { WorthTotals } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';
import { ASKED, asked } from './callDays.ts';

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
}

type ResultRow = Omit<ResultTotals, 'from' | 'mode'> & {
  readonly period: number;
  readonly mode: Mode | '';
};

const PAST_DAYS = 90;
const PERIOD_DAYS = 28;
const sumOf = (column: string, arm: string, as: string): string =>
  `coalesce(sum("${column}") filter (where "arm" = '${arm}'), 0)::int as "${as}"`;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Reads what supervision was worth from the totals of each day. */
export function createWorthTotals(pool: Pool): WorthTotals {
  async function pastOf(
    orgId: string,
    before: string,
    reps: readonly string[],
  ): Promise<Map<string, number>> {
    const { rows } = await pool.query<{ repUserId: string; past: number }>(
      `select "repUserId", sum("wentWell")::float / sum("known") as past from "CallResultDay"
       where "orgId" = $1 and "day" >= $2::date - ${PAST_DAYS} and "day" < $2::date
         and "repUserId" = any($3)
       group by 1 having sum("known") > 0`,
      [orgId, before, reps],
    );
    return new Map(rows.map(({ repUserId, past }) => [repUserId, past]));
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
           ${sumOf('wentWell', 'held_out', 'heldWell')}
         from those join newest on newest."percent" = those."percent"
         group by "repUserId", those."percent" order by "repUserId"`,
        asked(question, reps),
      );
      const [any] = rows;
      if (!any) return undefined;
      const first = rows.map((row) => row.first).sort()[0]!;
      const past = await pastOf(
        question.orgId,
        first,
        rows.map(({ repUserId }) => repUserId),
      );
      return {
        percent: any.percent,
        leftOut: any.leftOut,
        reps: rows.map((row): RepArms => {
          const before = past.get(row.repUserId);
          return {
            repUserId: row.repUserId,
            shown: { drawn: row.shownDrawn, n: row.shownKnown, events: row.shownWell },
            heldOut: { drawn: row.heldDrawn, n: row.heldKnown, events: row.heldWell },
            ...(before !== undefined && { past: before }),
          };
        }),
      };
    },
    async results(question, reps) {
      const rows = await inTransaction(pool, async (client) => {
        // Groups that the planner expects not to fit are sorted by texts, which takes ten times as
        // long.
        await client.query(`set local work_mem = '64MB'`);
        const found = await client.query<ResultRow>(
          `select "repUserId", ("day" - $2::date) / ${PERIOD_DAYS} as "period", "mode", "direction",
             "isOnDeal", "askedForHelp", sum("calls")::int as "calls",
             sum("known")::int as "known", sum("wentWell")::int as "wentWell"
           from "CallResultDay" where ${ASKED} group by 1, 2, 3, 4, 5, 6`,
          asked(question, reps),
        );
        return found.rows;
      });
      const whole = Math.floor(daysIn(question) / PERIOD_DAYS);
      return rows.map(({ mode, period, ...row }) => ({
        ...row,
        ...(mode && { mode }),
        ...(period < whole && { from: dayAfter(question.from, period * PERIOD_DAYS) }),
      }));
    },
    async supervision(question, reps) {
      const { rows } = await pool.query<SupervisionTotals>(
        `with those as (select * from "SupervisionDay" where ${ASKED}), waits as (
           select coalesce(percentile_cont(array[0.5, 0.9]) within group (order by wait),
             array[null, null]::float[]) as at from those, unnest("helpSeconds") wait
         )
         select ${[
           'interventions',
           'barged',
           'whisperFirst',
           'whisperSkipped',
           'tookOver',
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
         from those`,
        asked(question, reps),
      );
      const { helpMedianSeconds, helpNineOfTenSeconds, ...totals } = rows[0]!;
      return {
        ...totals,
        ...(helpMedianSeconds != null && { helpMedianSeconds }),
        ...(helpNineOfTenSeconds != null && { helpNineOfTenSeconds }),
      };
    },
  };
}
