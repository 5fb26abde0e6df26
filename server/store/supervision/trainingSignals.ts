import type { Pool, PoolClient } from 'pg';
import type {
  LessonCall,
  TrainingDecision,
  TrainingSignal,
} from '../../domain/supervision/trainingSignal.ts';
import type { TrainingSignals } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { iso } from '../calls/rows/columns.ts';
import { inTransaction } from '../database/transaction.ts';
import { insertOutbox } from '../outbox/insertOutbox.ts';

interface Row {
  readonly signalId: string;
  readonly orgId: string;
  readonly managerUserId: string;
  readonly reasonCode: string;
  readonly raisedAt: Date;
  readonly repUserIds: string[];
  readonly status: 'open' | TrainingDecision['status'];
  readonly decisionNote: string | null;
  readonly decidedByUserId: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
}

const SIGNAL = `select s.*, (select array_agg(distinct b."repUserId") from "TrainingSignalCall" b
    where b."signalId" = s."signalId") as "repUserIds" from "TrainingSignal" s`;

/**
 * The calls with customers on which a supervisor stepped in for a reason, by the manager directly
 * above the rep at the time. Calls that belong to a signal already are left out.
 */
const FRESH = `select i."interventionId", c."callId", c."repUserId", c."repManagerIds"[1] as "managerUserId",
    i."reasonCode"
  from "Intervention" i join "Call" c using ("callId")
  where c."orgId" = $1 and i."leftAt" >= $2 and i."reasonCode" is not null
    and c."practice" is null and c."repManagerIds"[1] is not null
    and not exists (select from "TrainingSignalCall" b join "TrainingSignal" s using ("signalId")
      where b."callId" = c."callId" and s."managerUserId" = c."repManagerIds"[1]
        and s."reasonCode" = i."reasonCode")`;

const ADD_TO_OPEN = `insert into "TrainingSignalCall" ("signalId", "callId", "repUserId")
  select s."signalId", f."callId", f."repUserId" from (${FRESH}) f
  join "TrainingSignal" s on s."orgId" = $1 and s."status" = 'open'
    and s."managerUserId" = f."managerUserId" and s."reasonCode" = f."reasonCode"
  on conflict do nothing`;

export function createTrainingSignals(pool: Pool): TrainingSignals {
  return {
    ...signalSearch(pool),

    list: (orgId, decidedSince) =>
      found(
        pool,
        `s."orgId" = $1 and (s."status" = 'open' or s."decidedAt" >= $2)
         order by s."status" = 'open' desc, s."raisedAt" desc, s."signalId"`,
        [orgId, decidedSince],
      ),

    async find(orgId, signalId) {
      const [signal] = await found(pool, `s."orgId" = $1 and s."signalId" = $2`, [orgId, signalId]);
      return signal;
    },
    ...signalDecisions(pool),
  };
}

async function found(
  client: Pick<PoolClient, 'query'>,
  where: string,
  values: readonly unknown[],
): Promise<TrainingSignal[]> {
  const { rows } = await client.query<Row>(`${SIGNAL} where ${where}`, [...values]);
  return rows.map(signalOf);
}

/** Looks for what reps of one manager lack, and reads the calls behind it. */
const signalSearch = (pool: Pool): Pick<TrainingSignals, 'look' | 'calls'> => ({
  async look(orgId, { since, atLeast }, raise) {
    const count = await inTransaction(pool, async (client) => {
      await client.query(`select pg_advisory_xact_lock(hashtextextended('training:' || $1, 0))`, [
        orgId,
      ]);
      await client.query(ADD_TO_OPEN, [orgId, since]);
      const { rows } = await client.query<{
        managerUserId: string;
        reasonCode: string;
        calls: LessonCall[];
      }>(
        `select "managerUserId", "reasonCode",
             jsonb_agg(distinct jsonb_build_object('callId', "callId", 'repUserId', "repUserId"))
               as calls
           from (${FRESH}) f group by 1, 2 having count(distinct "callId") >= $3 order by 1, 2`,
        [orgId, since, atLeast],
      );
      const raised = raise(rows);
      for (const signal of raised) {
        await client.query(
          `insert into "TrainingSignal"
               ("signalId", "orgId", "managerUserId", "reasonCode", "raisedAt", "status")
             values ($1, $2, $3, $4, $5, 'open')`,
          [signal.signalId, orgId, signal.managerUserId, signal.reasonCode, signal.at],
        );
        await client.query(
          `insert into "TrainingSignalCall" ("signalId", "callId", "repUserId")
             select $1, c."callId", c."repUserId"
             from jsonb_to_recordset($2::jsonb) as c("callId" text, "repUserId" text)
             on conflict do nothing`,
          [signal.signalId, JSON.stringify(signal.calls)],
        );
      }
      await insertOutbox(
        client,
        raised.flatMap(({ messages }) => messages),
      );
      await insertAudit(
        client,
        raised.map(({ audit }) => audit),
      );
      return { raised: raised.length };
    });
    return count.raised;
  },

  async calls(orgId, signalId, limit) {
    const { rows } = await pool.query<{
      callId: string;
      repName: string;
      customerName: string;
      opportunityId: string | null;
      startedAt: Date;
      total: number;
    }>(
      `select c."callId", c."repName", c."customerName", c."opportunityId", c."startedAt",
           (count(*) over ())::int as total
         from "TrainingSignalCall" b join "Call" c using ("callId")
         where b."signalId" = $2 and c."orgId" = $1
         order by c."startedAt" desc, c."callId" limit $3`,
      [orgId, signalId, limit],
    );
    return {
      total: rows[0]?.total ?? 0,
      calls: rows.map(({ callId, repName, customerName, opportunityId, startedAt }) => ({
        callId,
        repName,
        customerName,
        ...(opportunityId && { opportunityId }),
        startedAt: iso(startedAt),
      })),
    };
  },
});

/** Decides what becomes of a signal. */
const signalDecisions = (pool: Pool): Pick<TrainingSignals, 'decide'> => ({
  async decide(orgId, signalId, { decide, audit }) {
    return inTransaction(pool, async (client) => {
      await client.query(
        'select 1 from "TrainingSignal" where "orgId" = $1 and "signalId" = $2 for update',
        [orgId, signalId],
      );
      const [signal] = await found(client, `s."orgId" = $1 and s."signalId" = $2`, [
        orgId,
        signalId,
      ]);
      if (!signal) return undefined;
      const decided = decide(signal);
      if ('refusal' in decided) return decided;
      const { decision } = decided;
      await client.query(
        `update "TrainingSignal" set "status" = $2, "decisionNote" = $3, "decidedByUserId" = $4,
             "decidedByName" = $5, "decidedAt" = $6 where "signalId" = $1`,
        [
          signalId,
          decision.status,
          decision.note,
          decision.by.userId,
          decision.by.name,
          decision.at,
        ],
      );
      await insertAudit(client, [audit(decision)]);
      return { ok: { ...signal, decision } };
    });
  },
});

const signalOf = (row: Row): TrainingSignal => ({
  signalId: row.signalId,
  orgId: row.orgId,
  managerUserId: row.managerUserId,
  reasonCode: row.reasonCode,
  raisedAt: iso(row.raisedAt),
  repUserIds: row.repUserIds ?? [],
  ...(row.status !== 'open' && {
    decision: {
      status: row.status,
      note: row.decisionNote ?? '',
      by: { userId: row.decidedByUserId ?? '', name: row.decidedByName ?? '' },
      at: iso(row.decidedAt!),
    },
  }),
});
