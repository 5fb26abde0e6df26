import type { Pool } from 'pg';
import { MODES } from '../../domain/call/modes.ts';
import {
  latenessMs,
  SNAPSHOT_DAYS,
  type DealOfCall,
  type DealSnapshot,
} from '../../domain/outcomes/deals.ts';
import type { DealSnapshots, DueSnapshot } from '../../ports/index.ts';
import { withoutNulls } from '../calls/rows/columns.ts';
import { RANK, repDayOf } from './dayCalls.ts';

/** The stored properties of a deal, with their SQL types. */
const STATE = {
  stage: 'text',
  stageOrder: 'int',
  amount: 'float8',
  currency: 'text',
  corporateAmount: 'float8',
  closeDate: 'date',
  createdAt: 'timestamptz',
  isClosed: 'boolean',
  isWon: 'boolean',
  ownerId: 'text',
  accountId: 'text',
};
const COLUMNS = Object.keys(STATE).map((column) => `"${column}"`);

interface CallRow {
  readonly callId: string;
  readonly opportunityId: string;
  readonly repUserId: string;
  readonly endedAt: Date;
  readonly rank: number | null;
  readonly snapshots: readonly DealSnapshot[];
}

/** The calls `c` about a deal, with its snapshots `s`, that match a condition; oldest first. */
export async function dealCalls(
  pool: Pick<Pool, 'query'>,
  condition: string,
  values: readonly unknown[],
): Promise<DealOfCall[]> {
  const { rows } = await pool.query<CallRow>(
    `select c."callId", s."opportunityId", c."repUserId", c."endedAt",
       (select max(${RANK}) from "Intervention" i where i."callId" = c."callId") as rank,
       jsonb_agg(to_jsonb(s) - 'callId' - 'orgId' - 'dueAt' order by s."days") as snapshots
     from "Call" c join "DealSnapshot" s on s."callId" = c."callId"
     where ${condition}
     group by c."callId", s."opportunityId" order by c."endedAt", c."callId"`,
    [...values],
  );
  return rows.map(({ rank, endedAt, snapshots, ...call }): DealOfCall => ({
    ...call,
    endedAt: endedAt.toISOString(),
    ...(rank && { highestMode: MODES[rank - 1]! }),
    snapshots: snapshots.map(asSnapshot),
  }));
}

export const createDealSnapshots = (pool: Pool): DealSnapshots => ({
  ofCalls: ({ orgId, from, to, direction }, reps) =>
    dealCalls(
      pool,
      `c."orgId" = $1 and c."status" = 'ended'
         and c."answeredAt" >= $2::date - interval '15 hours'
         and c."answeredAt" < $3::date + interval '39 hours'
         and ${repDayOf('c')} between $2 and $3
         and ($4::text is null or c."direction" = $4)
         and ($5::text[] is null or c."repUserId" = any($5))`,
      [orgId, from, to, direction ?? null, reps === 'all' ? null : reps],
    ),

  async due(orgId, now, deals) {
    const { rows } = await pool.query<DueSnapshot>(
      `with oldest as (
         select "opportunityId" from "DealSnapshot"
         where "orgId" = $1 and "status" = 'due' and "dueAt" <= $2
         group by "opportunityId" order by min("dueAt") limit $3
       )
       select "callId", "days", "opportunityId" from "DealSnapshot"
       where "orgId" = $1 and "status" = 'due' and "dueAt" <= $2
         and "opportunityId" in (select "opportunityId" from oldest)`,
      [orgId, now, deals],
    );
    return rows;
  },

  async record(due, found, now) {
    await pool.query(
      `update "DealSnapshot" s set "takenAt" = $3,
         "status" = case when d."opportunityId" is null then 'gone' else 'taken' end,
         ${COLUMNS.map((column) => `${column} = d.${column}`).join(', ')}
       from jsonb_to_recordset($1) as t("callId" text, "days" int, "opportunityId" text)
       left join jsonb_to_recordset($2) as d("opportunityId" text, ${Object.entries(STATE)
         .map(([column, type]) => `"${column}" ${type}`)
         .join(', ')}) on d."opportunityId" = t."opportunityId"
       where s."callId" = t."callId" and s."days" = t."days" and s."status" = 'due'
         and s."opportunityId" = t."opportunityId"`,
      [JSON.stringify(due), JSON.stringify(found), now],
    );
  },

  async miss(orgId, now) {
    const lateness = SNAPSHOT_DAYS.map(
      (days) => `when ${days} then interval '${latenessMs(days)} milliseconds'`,
    );
    const { rowCount } = await pool.query(
      `update "DealSnapshot" set "status" = 'missed'
       where "orgId" = $1 and "status" = 'due'
         and "dueAt" < $2::timestamptz - case "days" ${lateness.join(' ')} end`,
      [orgId, now],
    );
    return rowCount ?? 0;
  },
});

/** Converts times from JSON to the domain's format. */
function asSnapshot(row: DealSnapshot): DealSnapshot {
  const { takenAt, createdAt, ...rest } = withoutNulls(
    row as DealSnapshot & { takenAt?: string; createdAt?: string },
  );
  return {
    ...rest,
    ...(takenAt && { takenAt: new Date(takenAt).toISOString() }),
    ...(createdAt && { createdAt: new Date(createdAt).toISOString() }),
  } as DealSnapshot;
}
