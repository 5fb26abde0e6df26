import type { Pool, PoolClient, QueryResultRow } from 'pg';
import {
  LOOK_DAYS,
  dealResults,
  type DealResult,
  type LookDays,
} from '../../domain/outcomes/dealResults.ts';
import type { DealCell } from '../../domain/outcomes/dealWorth.ts';
import type { DealTotals } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';
import { ASKED, asked } from './asked.ts';
import { queuesOf, repDayOf } from './dayCalls.ts';
import { dealCalls } from './dealSnapshots.ts';

const DEALS_AT_ONCE = 500;
/** Two bands per power of ten, so that deals of similar amounts are in the same band. */
const BAND = `floor(2 * log(greatest("amount", 1)))::int`;

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
        // A cell covers a year at most, because larger sums would not fit into `BITS`.
        withMemory<CellRow>(
          pool,
          `select "repUserId", "mode" <> '' as "isJoined", "stageOrder", ${BAND} as "amountBand",
             ${COUNTS.map((count) => `sum("${column(count)}")::text as "${count}"`).join(', ')},
             ${REVENUES.map((revenue) => `sum("${revenue}") as "${revenue}"`).join(', ')}
           ${those} group by 1, 2, 3, 4, extract(year from "day")`,
          values,
        ),
        pool.query<CloseRow>(
          `select "mode" <> '' as "isJoined", "closedBy", "daysToClose", "cycleDays",
             grouping("daysToClose") as "isCycle", count(*)::int as "count"
           ${those} and "closedBy" is not null and "daysToClose" is not null
           group by grouping sets ((1, 2, 3), (1, 2, 4))`,
          values,
        ),
        pool.query<CurrencyRow>(
          `select "mode" <> '' as "isJoined", "currency",
             ${LOOK_DAYS.map(
               (days, place) => `count(*) filter (where "moves"[${place + 1}] = 'won')::int
                 as "won${days}", coalesce(sum("ownRevenue"[${place + 1}]), 0) as "revenue${days}"`,
             ).join(', ')}
           ${those} and "won" <> 0 group by 1, 2`,
          values,
        ),
      ]);
      return {
        cells: cells.rows.map(cellOf),
        closes: closes.rows.map(closeOf),
        currencies: LOOK_DAYS.flatMap((days) =>
          currencies.rows
            .map((row) => ({
              isJoined: row.isJoined,
              days,
              currency: row.currency,
              won: row[`won${days}`],
              revenue: row[`revenue${days}`],
            }))
            .filter(({ won }) => won > 0)
            .toSorted((a, b) => b.revenue - a.revenue),
        ),
      };
    },
  };
}

/**
 * Gives the query enough memory to hash the cells of a year; sorting them on disk would take twice
 * as long.
 */
const withMemory = <Row extends QueryResultRow>(pool: Pool, query: string, values: unknown[]) =>
  inTransaction(pool, async (client) => {
    await client.query(`set local work_mem = '64MB'`);
    return client.query<Row>(query, values);
  });

const COUNTS = ['known', 'movedOn', 'movedBack', 'won', 'lost', 'gone', 'newOwner'] as const;
type Count = (typeof COUNTS)[number];
/** The columns that are summed; the database generates them from the looks. */
const column = (count: Count): string => (count === 'newOwner' ? 'hasNewOwner' : count);
const REVENUES = LOOK_DAYS.map((days) => `revenue${days}` as const);
/** Each count packs its four looks into one number, with this many bits per look. */
const BITS = 15n;
const MASK = (1n << BITS) - 1n;

type CellRow = Omit<DealCell, 'then'> &
  Readonly<Record<Count, string>> &
  Readonly<Record<(typeof REVENUES)[number], number>>;

interface CloseRow {
  readonly isJoined: boolean;
  readonly closedBy: number;
  readonly daysToClose: number | null;
  readonly cycleDays: number | null;
  /** 1 if the row is grouped by `cycleDays`, 0 if it is grouped by `daysToClose`. */
  readonly isCycle: number;
  readonly count: number;
}

type CurrencyRow = { readonly isJoined: boolean; readonly currency: string | null } & Readonly<
  Record<`won${LookDays}` | `revenue${LookDays}`, number>
>;

function closeOf({ isJoined, closedBy, daysToClose, cycleDays, isCycle, count }: CloseRow) {
  const days = LOOK_DAYS[closedBy - 1]!;
  return isCycle
    ? { isJoined, days, of: 'cycleDays' as const, value: cycleDays!, count }
    : { isJoined, days, of: 'daysToClose' as const, value: daysToClose!, count };
}

function cellOf({ repUserId, isJoined, stageOrder, amountBand, ...sums }: CellRow): DealCell {
  const packed = COUNTS.map((count) => BigInt(sums[count]));
  const then = LOOK_DAYS.map((days, place) => {
    const shift = BITS * BigInt(place);
    const counts = packed.map((sum) => Number((sum >> shift) & MASK));
    return {
      known: counts[0]!,
      movedOn: counts[1]!,
      movedBack: counts[2]!,
      won: counts[3]!,
      lost: counts[4]!,
      gone: counts[5]!,
      newOwner: counts[6]!,
      revenue: sums[`revenue${days}`],
    };
  });
  return { repUserId, isJoined, stageOrder, amountBand, then };
}

/** Recalculates deals that are due. A change in the meantime makes a deal due again. */
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
