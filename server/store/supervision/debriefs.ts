import type { Pool } from 'pg';
import type { DueStep } from '../../domain/call/debriefRules.ts';
import type { Debrief, DebriefProgress, DebriefSource } from '../../domain/supervision/debrief.ts';
import type { DebriefPlan } from '../../domain/supervision/debriefPlan.ts';
import type { Debriefs, DueDebriefs, HalfRatedDebriefs } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { iso } from '../calls/rows/columns.ts';
import { inTransaction } from '../database/transaction.ts';
import { insertOutbox } from '../outbox/insertOutbox.ts';

interface Row {
  readonly debriefId: string;
  readonly source: DebriefSource | null;
  readonly callId: string;
  readonly orgId: string;
  readonly repUserId: string;
  readonly repName: string;
  readonly supervisorUserId: string;
  readonly supervisorName: string;
  readonly customerName: string;
  readonly dueOn: string;
  readonly plannedAt: Date;
  readonly repTimeZone: string | null;
  readonly told: DueStep[] | null;
  readonly escalatedTo: string | null;
  readonly reasonCode: string | null;
  readonly note: string | null;
  readonly progress: DebriefProgress | null;
}

/**
 * A debrief is planned with the outcome of its intervention, or for a call. Its progress is in a row
 * of its own.
 */
const ALL = `select p.*, c."orgId", c."repUserId", c."repName", c."customerName", c."repTimeZone",
    w."told", w."escalatedTo", d."progress"
  from (
    select "interventionId" as "debriefId", "callId", "supervisorUserId", "supervisorName",
      "coachingDueOn" as "dueOn", coalesce("outcomeAt", "requestedAt") as "plannedAt", "reasonCode",
      null::text as "note", null::jsonb as "source"
    from "Intervention" where "coachingDueOn" is not null
    union all
    select "debriefId", "callId", "supervisorUserId", "supervisorName", "dueOn", "plannedAt",
      "reasonCode", "note", "source" from "PlannedDebrief") p
  join "Call" c using ("callId")
  left join "Debrief" d on d."interventionId" = p."debriefId"
  left join "DebriefDue" w on w."interventionId" = p."debriefId"`;
const DEBRIEF = `${ALL} where c."orgId" = $1 and p."debriefId" = $2`;

export function createDebriefs(pool: Pool): Debriefs {
  return {
    async find(orgId, debriefId) {
      const { rows } = await pool.query<Row>(DEBRIEF, [orgId, debriefId]);
      return rows[0] && debriefOf(rows[0]);
    },

    plan: (plan, written) => insertPlan(pool, plan, written),

    async ofCalls(orgId, userId) {
      const { rows } = await pool.query<Row>(
        `${ALL} where c."orgId" = $1 and p."debriefId" in (
             select "debriefId" from "PlannedDebrief"
             where "orgId" = $1 and ("repUserId" = $2 or "supervisorUserId" = $2))
           and d."progress" ->> 'closedAt' is null
         order by p."dueOn", p."debriefId"`,
        [orgId, userId],
      );
      return rows.map(debriefOf);
    },

    async plannedFor(orgId, callIds) {
      const { rows } = await pool.query<Row>(
        `${ALL} where c."orgId" = $1 and p."callId" = any($2)
         order by p."plannedAt", p."debriefId"`,
        [orgId, callIds],
      );
      return Map.groupBy(rows.map(debriefOf), ({ callId }) => callId);
    },

    async change(orgId, debriefId, { decide, auditOf }) {
      return inTransaction(pool, async (client) => {
        await client.query(`select pg_advisory_xact_lock(hashtextextended('debrief:' || $1, 0))`, [
          debriefId,
        ]);
        const { rows } = await client.query<Row>(DEBRIEF, [orgId, debriefId]);
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
            debriefId,
            orgId,
            debrief.rep.userId,
            debrief.supervisor.userId,
            JSON.stringify(progress),
          ],
        );
        await insertOutbox(client, messages);
        const after = { ...debrief, progress };
        await insertAudit(client, auditOf(after));
        return { ok: after };
      });
    },

    async toRate(orgId, userId, closedSince) {
      const { rows } = await pool.query<Row>(
        `${ALL} where d."orgId" = $1 and d."progress" ->> 'closedAt' >= $3
           and d."progress" -> 'closedAlone' is null
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

/** Writes a plan, unless the call has a debrief already: one row for each call, and one process. */
async function insertPlan(
  pool: Pool,
  { rep, supervisor, ...plan }: DebriefPlan,
  { messages, audit }: Parameters<Debriefs['plan']>[1],
): Promise<'planned' | 'exists'> {
  const written = await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `insert into "PlannedDebrief" ("debriefId", "orgId", "callId", "supervisorUserId",
         "supervisorName", "repUserId", "source", "reasonCode", "note", "dueOn", "plannedAt")
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
       where not exists (
         select from "Intervention" where "callId" = $3 and "coachingDueOn" is not null)
       on conflict ("callId") do nothing`,
      [
        plan.debriefId,
        plan.orgId,
        plan.callId,
        supervisor.userId,
        supervisor.name,
        rep.userId,
        JSON.stringify(plan.source),
        plan.reasonCode ?? null,
        plan.note ?? null,
        plan.dueOn,
        plan.plannedAt,
      ],
    );
    if (rowCount === 0) return 'exists' as const;
    await client.query(`insert into "DebriefDue" ("interventionId", "dueAt") values ($1, $2)`, [
      plan.debriefId,
      plan.plannedAt,
    ]);
    await insertOutbox(client, messages);
    await insertAudit(client, audit);
    return 'planned' as const;
  });
  return written ?? 'exists';
}

export const createHalfRatedDebriefs = (pool: Pool): HalfRatedDebriefs => ({
  async send(orgId, { from, before }, messagesOf) {
    const sent = await inTransaction(pool, async (client) => {
      const { rows } = await client.query<Row>(
        `${ALL} where d."orgId" = $1 and d."progress" ->> 'closedAt' >= $2
           and d."progress" ->> 'closedAt' < $3
           and d."progress" -> 'closedAlone' is null
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
         from due left join "Intervention" i using ("interventionId")
           left join "PlannedDebrief" p on p."debriefId" = due."interventionId"
           join "Call" c on c."callId" = coalesce(i."callId", p."callId")
         where w."interventionId" = due."interventionId"
         returning w."interventionId")
       ${ALL} where p."debriefId" in (select "interventionId" from claimed)
         and c."practice" is null`,
      [now, limit, leaseMs],
    );
    return rows.map(debriefOf);
  },

  async settle(settled) {
    await inTransaction(pool, async (client) => {
      await client.query(
        `update "DebriefDue" d set "dueAt" = s."nextAt", "told" = s."notifiedSteps",
           "escalatedTo" = coalesce(d."escalatedTo", s."escalatedTo")
         from jsonb_to_recordset($1::jsonb) as s("debriefId" text, "nextAt" timestamptz,
           "notifiedSteps" text[], "escalatedTo" text)
         where d."interventionId" = s."debriefId"`,
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
      `${ALL} where w."escalatedTo" = $2 and c."orgId" = $1
         and d."progress" ->> 'closedAt' is null
       order by p."dueOn", p."debriefId"`,
      [orgId, userId],
    );
    return rows.map(debriefOf);
  },
});

const debriefOf = (row: Row): Debrief => ({
  debriefId: row.debriefId,
  source: row.source ?? { kind: 'intervention', interventionId: row.debriefId },
  callId: row.callId,
  orgId: row.orgId,
  rep: { userId: row.repUserId, name: row.repName },
  supervisor: { userId: row.supervisorUserId, name: row.supervisorName },
  customerName: row.customerName,
  dueOn: row.dueOn,
  plannedAt: iso(row.plannedAt),
  notifiedSteps: row.told ?? [],
  ...(row.escalatedTo && { escalatedTo: row.escalatedTo }),
  ...(row.repTimeZone && { repZone: row.repTimeZone }),
  ...(row.reasonCode && { reasonCode: row.reasonCode }),
  ...(row.note && { note: row.note }),
  progress: row.progress ?? {},
});
