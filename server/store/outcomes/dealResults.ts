import type { Pool, PoolClient } from 'pg';
import { LOOK_DAYS, dealResults, type DealResult } from '../../domain/outcomes/dealResults.ts';
import type { CountedDeals, DealCell } from '../../domain/outcomes/dealWorth.ts';
import type { DealTotals } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';
import { ASKED, asked } from './asked.ts';
import { queuesOf, repDayOf } from './dayCalls.ts';
import { dealCalls } from './dealSnapshots.ts';

const DEALS_AT_ONCE = 500;
/** Half powers of ten, so that deals of like amounts are beside each other. */
const BAND = `floor(2 * log(greatest("amount", 1)::numeric))::int`;

export function createDealTotals(pool: Pool): DealTotals {
  return {
    async countDue(limit) {
      let counted = 0;
      while (counted < limit) {
        const now = await inTransaction(pool, (client) =>
          countNext(client, Math.min(DEALS_AT_ONCE, limit - counted)),
        );
        if (now === 0) break;
        counted += now;
      }
      return counted;
    },

    async makeAllDue(orgId) {
      const { rowCount } = await pool.query(
        `insert into "DealDue" ("orgId", "opportunityId")
         select $1, "opportunityId" from "DealSnapshot" where "orgId" = $1 and "status" <> 'due'
         union select $1, "opportunityId" from "DealResult" where "orgId" = $1`,
        [orgId],
      );
      return rowCount ?? 0;
    },

    async of(question, mode, reps) {
      const those = `from "DealResult" where ${ASKED} and "mode" in ($7, '')`;
      const values = [...asked(question, reps), mode];
      const [cells, closes, currencies] = await Promise.all([
        pool.query<CellRow>(
          `select "repUserId", "mode" <> '' as "isJoined", "stageOrder", ${BAND} as "amountBand",
             ${LOOK_DAYS.map((_, place) => sumsAt(place + 1)).join(', ')}
           ${those} group by 1, 2, 3, 4`,
          values,
        ),
        pool.query<CountedDeals['closes'][number] & { readonly place: number }>(
          `select "isJoined", "place", "of", "value", count(*)::int as "count" from (
             select "mode" <> '' as "isJoined", "daysToClose", "cycleDays",
               ${firstClosed()} as "place" ${those} and "daysToClose" is not null
           ) as closed, lateral (values ('daysToClose', "daysToClose"), ('cycleDays', "cycleDays"))
             as v("of", "value")
           where "place" is not null group by 1, 2, 3, 4`,
          values,
        ),
        pool.query<CountedDeals['currencies'][number] & { readonly place: number }>(
          `select "mode" <> '' as "isJoined", place::int, "currency", count(*)::int as "won",
             sum("ownRevenue"[place]) as "revenue"
           from (select * ${those} and 'won' = any("moves")) as won,
             generate_series(1, ${LOOK_DAYS.length}) as place
           where "moves"[place] = 'won' group by 1, 2, 3 order by 5 desc`,
          values,
        ),
      ]);
      const atLook = <T extends { readonly place: number }>({ place, ...row }: T) => ({
        ...row,
        days: LOOK_DAYS[place - 1]!,
      });
      return {
        cells: cells.rows.map(cellOf),
        closes: closes.rows.map(atLook),
        currencies: currencies.rows.map(atLook),
      };
    },
  };
}

const COUNTS = ['known', 'movedOn', 'movedBack', 'won', 'lost', 'gone', 'newOwner'] as const;
/** With the sums of `sumsAt`. */
type CellRow = Omit<DealCell, 'then'>;

/** The sums at a look, each by its name and the place of the look. */
function sumsAt(place: number): string {
  const move = `"moves"[${place}]`;
  const when = {
    known: `${move} is not null`,
    movedOn: `${move} in ('forward', 'won')`,
    movedBack: `${move} = 'back'`,
    won: `${move} = 'won'`,
    lost: `${move} = 'lost'`,
    gone: `${move} = 'gone'`,
    newOwner: `"newOwner"[${place}]`,
  } satisfies Record<(typeof COUNTS)[number], string>;
  return [
    ...COUNTS.map((count) => `count(*) filter (where ${when[count]})::int as "${count}${place}"`),
    `coalesce(sum("revenue"[${place}]), 0)::float as "revenue${place}"`,
  ].join(', ');
}

/** By which look a deal was closed. */
const firstClosed = (): string =>
  `case ${LOOK_DAYS.map(
    (_, place) => `when "moves"[${place + 1}] in ('won', 'lost') then ${place + 1}`,
  ).join(' ')} end`;

function cellOf({ repUserId, isJoined, stageOrder, amountBand, ...sums }: CellRow): DealCell {
  const at = sums as Readonly<Record<string, number>>;
  const then = LOOK_DAYS.map((_, place) =>
    Object.fromEntries([...COUNTS, 'revenue'].map((count) => [count, at[`${count}${place + 1}`]])),
  );
  return {
    repUserId,
    isJoined,
    stageOrder,
    amountBand,
    then: then as unknown as DealCell['then'],
  };
}

/** Works out deals anew that are due. What changes meanwhile makes them due again. */
async function countNext(client: PoolClient, limit: number): Promise<number> {
  await client.query(`select pg_advisory_xact_lock(hashtextextended('dealside-deal-results', 0))`);
  const { rows: due } = await client.query<{ orgId: string; opportunityIds: string[] }>(
    `with oldest as (
       select "dueId", "orgId", "opportunityId" from "DealDue" order by "DealDue"."dueId" limit $1
     ), gone as (
       delete from "DealDue" d using oldest
       where d."orgId" = oldest."orgId" and d."opportunityId" = oldest."opportunityId"
     )
     select "orgId", array_agg(distinct "opportunityId") as "opportunityIds" from oldest group by 1`,
    [limit],
  );
  let counted = 0;
  for (const { orgId, opportunityIds } of due) {
    const calls = await dealCalls(
      client,
      `c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
         and s."orgId" = $1 and s."opportunityId" = any($2)`,
      [orgId, opportunityIds],
    );
    await client.query(
      `delete from "DealResult" where "orgId" = $1 and "opportunityId" = any($2)`,
      [orgId, opportunityIds],
    );
    await client.query(
      `insert into "DealResult" ("orgId", "opportunityId", "mode", "callId", "day", "repUserId",
         "direction", "queueIds", "stageOrder", "amount", "currency", "moves", "newOwner", "revenue",
         "ownRevenue", "daysToClose", "cycleDays")
       select $1, r."opportunityId", r."mode", r."callId", ${repDayOf('c')}, c."repUserId",
         c."direction", ${queuesOf('c')}, r."stageOrder", r."amount", r."currency", r."moves",
         r."newOwner", r."revenue", r."ownRevenue", r."daysToClose", r."cycleDays"
       from jsonb_to_recordset($2) as r("opportunityId" text, "mode" text, "callId" text,
         "stageOrder" int, "amount" float8, "currency" text, "moves" text[], "newOwner" boolean[],
         "revenue" float8[], "ownRevenue" float8[], "daysToClose" int, "cycleDays" int)
       join "Call" c on c."callId" = r."callId"`,
      [orgId, JSON.stringify(dealResults(calls).map(rowOf))],
    );
    counted += opportunityIds.length;
  }
  return counted;
}

const rowOf = ({ then, mode = '', ...result }: DealResult) => ({
  ...result,
  mode,
  moves: then.map(({ move }) => move ?? null),
  newOwner: then.map(({ hasNewOwner }) => hasNewOwner ?? null),
  revenue: then.map(({ revenue }) => revenue ?? null),
  ownRevenue: then.map(({ ownRevenue }) => ownRevenue ?? null),
});
