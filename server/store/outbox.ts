import type pg from 'pg';
import type { ClaimedMessage, Outbox, SetAsideMessage } from '../ports.ts';

/** Outbox rows in PostgreSQL. A claim is a lease: a worker that dies leaves its messages to the next one. */
export function createOutbox(pool: pg.Pool): Outbox {
  return {
    async claim(limit, leaseMs) {
      const { rows } = await pool.query<ClaimedMessage>(
        `update "OutboxMessage" set "availableAt" = now() + $2 * interval '1 millisecond', "attempts" = "attempts" + 1
         where "messageId" in (
           select "messageId" from "OutboxMessage"
           where "availableAt" <= now()
           order by "messageId" limit $1 for update skip locked)
         returning "messageId"::text as "messageId", "key", "orgId", "topic", "payload", "attempts"`,
        [limit, leaseMs],
      );
      return rows.sort((a, b) => Number(a.messageId) - Number(b.messageId));
    },

    async done(messageId) {
      await pool.query('update "OutboxMessage" set "doneAt" = now(), "availableAt" = null, "lastError" = null where "messageId" = $1', [messageId]);
    },

    async failed(messageId, error, retryAt) {
      await pool.query(
        `update "OutboxMessage" set "lastError" = $2, "availableAt" = $3::timestamptz,
         "setAsideAt" = case when $3::timestamptz is null then now() end where "messageId" = $1 and "doneAt" is null`,
        [messageId, error.slice(0, 1000), retryAt ?? null],
      );
    },

    async setAside(orgId) {
      const { rows } = await pool.query<Omit<SetAsideMessage, 'setAsideAt'> & { setAsideAt: Date }>(
        `select "messageId"::text as "messageId", "topic", "payload", "setAsideAt", coalesce("lastError", '') as "problem"
         from "OutboxMessage" where "orgId" = $1 and "setAsideAt" is not null and "doneAt" is null order by "messageId" limit 200`,
        [orgId],
      );
      return rows.map((row) => ({ ...row, setAsideAt: row.setAsideAt.toISOString() }));
    },

    async retry(orgId, messageId) {
      const { rowCount } = await pool.query(
        `update "OutboxMessage" set "availableAt" = now(), "setAsideAt" = null, "attempts" = 0
         where "orgId" = $1 and "messageId"::text = $2 and "setAsideAt" is not null and "doneAt" is null`,
        [orgId, messageId],
      );
      return rowCount === 1;
    },

    async backlog() {
      const { rows } = await pool.query<{ waiting: number; setAside: number; oldestAt: Date | null }>(
        `select count("availableAt")::int as "waiting", count("setAsideAt")::int as "setAside",
         min("createdAt") filter (where "availableAt" is not null) as "oldestAt"
         from "OutboxMessage" where "availableAt" is not null or "setAsideAt" is not null`,
      );
      const { waiting, setAside, oldestAt } = rows[0]!;
      return { waiting, setAside, ...(oldestAt && { oldestAt: oldestAt.toISOString() }) };
    },
  };
}
