import type { Pool } from 'pg';
import type { DueStep } from '../../domain/call/debriefRules.ts';
import type { Debrief, DebriefProgress } from '../../domain/supervision/debrief.ts';
import type { Debriefs, DueDebriefs, HalfRatedDebriefs } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { iso } from '../calls/rows/columns.ts';
import { inTransaction } from '../database/transaction.ts';
import { insertOutbox } from '../outbox/insertOutbox.ts';

interface Row {
  readonly interventionId: string;
  readonly callId: string;
  readonly orgId: string;
  readonly repUserId: string;
  readonly repName: string;
  readonly supervisorUserId: string;
  readonly supervisorName: string;
  readonly customerName: string;
  readonly coachingDueOn: string;
  readonly outcomeAt: Date;
  readonly repTimeZone: string | null;
  readonly told: DueStep[] | null;
  readonly escalatedTo: string | null;
  readonly reasonCode: string | null;
  readonly progress: DebriefProgress | null;
}

/**
 * A debrief is planned with the outcome of its intervention. Its progress is in a row of its own.
 */
const ALL = `select i."interventionId", i."callId", c."orgId", c."repUserId", c."repName",
    i."supervisorUserId", i."supervisorName", c."customerName", i."coachingDueOn",
    coalesce(i."outcomeAt", i."requestedAt") as "outcomeAt", i."reasonCode", c."repTimeZone",
    w."told", w."escalatedTo", d."progress"
  from "Intervention" i join "Call" c using ("callId")
  left join "Debrief" d on d."interventionId" = i."interventionId"
  left join "DebriefDue" w on w."interventionId" = i."interventionId"`;
const DEBRIEF = `${ALL}
  where c."orgId" = $1 and i."interventionId" = $2 and i."coachingDueOn" is not null`;

export function createDebriefs(pool: Pool): Debriefs {
  return {
    async find(orgId, interventionId) {
      const { rows } = await pool.query<Row>(DEBRIEF, [orgId, interventionId]);
      return rows[0] && debriefOf(rows[0]);
    },

    async change(orgId, interventionId, { decide, auditOf }) {
      return inTransaction(pool, async (client) => {
        await client.query(`select pg_advisory_xact_lock(hashtextextended('debrief:' || $1, 0))`, [
          interventionId,
        ]);
        const { rows } = await client.query<Row>(DEBRIEF, [orgId, interventionId]);
        const debrief = rows[0] && debriefOf(rows[0]);
        if (!debrief) return undefined;
        const decided = decide(debrief);
        if ('refusal' in decided) return decided;
        const { progress, messages = [] } = decided;
        await client.query(
          `insert into "Debrief" ("interventionId", "orgId", "repUserId", "supervisorUserId", "progress")
           values ($1, $2, $3, $4, $5)
           on conflict ("interventionId") do update set "progress" = excluded."progress"`,
          [
            interventionId,
            orgId,
            debrief.rep.userId,
            debrief.supervisor.userId,
            JSON.stringify(progress),
          ],
        );
        await insertOutbox(client, messages);
        await insertAudit(client, auditOf(progress));
        return { ok: { ...debrief, progress } };
      });
    },

    async toRate(orgId, userId, closedSince) {
      const { rows } = await pool.query<Row>(
        `${ALL} where d."orgId" = $1 and d."progress" ->> 'closedAt' >= $3
           and (d."repUserId" = $2 and d."progress" #> '{ratings,rep}' is null
             or d."supervisorUserId" = $2 and d."progress" #> '{ratings,supervisor}' is null)
         order by d."progress" ->> 'closedAt' desc`,
        [orgId, userId, closedSince],
      );
      return rows.map(debriefOf);
    },

    async laterCalls(orgId, repUserId, { after, limit }) {
      const { rows } = await pool.query<{ callId: string; at: Date; reasonCodes: string[] | null }>(
        `select c."callId", c."answeredAt" as at,
           (select array_agg(i."reasonCode") from "Intervention" i
            where i."callId" = c."callId" and i."reasonCode" is not null) as "reasonCodes"
         from "Call" c
         where c."orgId" = $1 and c."repUserId" = $2 and c."startedAt" > $3 and c."status" = 'ended'
           and c."answeredAt" is not null and c."practice" is null
         order by c."startedAt" limit $4`,
        [orgId, repUserId, after, limit],
      );
      return rows.map(({ callId, at, reasonCodes }) => ({
        callId,
        at: iso(at),
        reasonCodes: reasonCodes ?? [],
      }));
    },
  };
}

export const createHalfRatedDebriefs = (pool: Pool): HalfRatedDebriefs => ({
  async send(orgId, { from, before }, messagesOf) {
    const sent = await inTransaction(pool, async (client) => {
      const { rows } = await client.query<Row>(
        `${ALL} where d."orgId" = $1 and d."progress" ->> 'closedAt' >= $2
           and d."progress" ->> 'closedAt' < $3
           and (d."progress" #> '{ratings,rep}' is null) <>
             (d."progress" #> '{ratings,supervisor}' is null)`,
        [orgId, from, before],
      );
      await insertOutbox(client, rows.map(debriefOf).flatMap(messagesOf));
      return rows.length;
    });
    return sent ?? 0;
  },
});

export const createDueDebriefs = (pool: Pool): DueDebriefs => ({
  async claim(now, limit, leaseMs) {
    const { rows } = await pool.query<Row>(
      // Practice calls never cause notifications.
      `with due as (
         select "interventionId" from "DebriefDue" where "dueAt" <= $1
         order by "dueAt" limit $2 for update skip locked),
       claimed as (
         update "DebriefDue" w set "dueAt" = case
           when c."practice" is null then $1::timestamptz + $3 * interval '1 millisecond' end
         from due join "Intervention" i using ("interventionId") join "Call" c using ("callId")
         where w."interventionId" = due."interventionId"
         returning w."interventionId")
       ${ALL} where i."interventionId" in (select "interventionId" from claimed)
         and i."coachingDueOn" is not null and c."practice" is null`,
      [now, limit, leaseMs],
    );
    return rows.map(debriefOf);
  },

  async settle(settled) {
    await inTransaction(pool, async (client) => {
      await client.query(
        `update "DebriefDue" d set "dueAt" = s."nextAt", "told" = s."notifiedSteps",
           "escalatedTo" = coalesce(d."escalatedTo", s."escalatedTo")
         from jsonb_to_recordset($1::jsonb) as s("interventionId" text, "nextAt" timestamptz,
           "notifiedSteps" text[], "escalatedTo" text)
         where d."interventionId" = s."interventionId"`,
        [JSON.stringify(settled.map(({ messages: _sent, ...row }) => row))],
      );
      await insertOutbox(
        client,
        settled.flatMap(({ messages }) => messages),
      );
      return true;
    });
  },

  async escalatedTo(orgId, userId) {
    const { rows } = await pool.query<Row>(
      `${ALL} where w."escalatedTo" = $2 and c."orgId" = $1 and i."coachingDueOn" is not null
         and d."progress" ->> 'closedAt' is null
       order by i."coachingDueOn", i."interventionId"`,
      [orgId, userId],
    );
    return rows.map(debriefOf);
  },
});

const debriefOf = (row: Row): Debrief => ({
  interventionId: row.interventionId,
  callId: row.callId,
  orgId: row.orgId,
  rep: { userId: row.repUserId, name: row.repName },
  supervisor: { userId: row.supervisorUserId, name: row.supervisorName },
  customerName: row.customerName,
  dueOn: row.coachingDueOn,
  plannedAt: iso(row.outcomeAt),
  notifiedSteps: row.told ?? [],
  ...(row.escalatedTo && { escalatedTo: row.escalatedTo }),
  ...(row.repTimeZone && { repZone: row.repTimeZone }),
  ...(row.reasonCode && { reasonCode: row.reasonCode }),
  progress: row.progress ?? {},
});
