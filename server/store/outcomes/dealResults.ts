import type { Pool, PoolClient } from 'pg';
import { dealResults, type DealResult } from '../../domain/outcomes/dealResults.ts';
import type { DealTotals } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';
import { ASKED, asked } from './asked.ts';
import { queuesOf, repDayOf } from './dayCalls.ts';
import { dealCalls } from './dealSnapshots.ts';
import { countedDeals, packedDeal } from './packedDeals.ts';

const DEALS_AT_ONCE = 500;

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
      const { rows } = await pool.query<Parameters<typeof countedDeals>[0][number]>(
        `select "repUserId", "mode" <> '' as "isJoined", string_agg("packed", '') as "packed"
         from "DealResult" where ${ASKED} and "mode" in ($7, '')
         group by 1, 2 order by 1, 2`,
        [...asked(question, reps), mode],
      );
      return countedDeals(rows);
    },
  };
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
         "direction", "queueIds", "packed")
       select $1, r."opportunityId", r."mode", r."callId", ${repDayOf('c')}, c."repUserId",
         c."direction", ${queuesOf('c')}, decode(r."packed", 'hex')
       from jsonb_to_recordset($2) as r("opportunityId" text, "mode" text, "callId" text,
         "packed" text)
       join "Call" c on c."callId" = r."callId"`,
      [orgId, JSON.stringify(dealResults(calls).map(rowOf))],
    );
    counted += opportunityIds.length;
  }
  return counted;
}

const rowOf = (deal: DealResult) => ({
  opportunityId: deal.opportunityId,
  mode: deal.mode ?? '',
  callId: deal.callId,
  packed: packedDeal(deal).toString('hex'),
});
