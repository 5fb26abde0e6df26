import type pg from 'pg';
import type { ClaimedMessage, Outbox, DeadLetterMessage } from '../../ports/index.ts';

/**
 * The outbox in PostgreSQL. A claim is a lease: messages of a worker that failed can be claimed
 * again when it expires.
 */
export function createOutbox(pool: pg.Pool): Outbox {
  return {
    async claim(limit, leaseMs) {
      const { rows } = await pool.query<ClaimedMessage>(
        `update "OutboxMessage" set
           "availableAt" = now() + $2 * interval '1 millisecond', "attempts" = "attempts" + 1
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
      await pool.query(
        `update "OutboxMessage" set "doneAt" = now(), "availableAt" = null, "lastError" = null
         where "messageId" = $1`,
        [messageId],
      );
    },

    async failed(messageId, error, retryAt) {
      await pool.query(
        `update "OutboxMessage" set "lastError" = $2, "availableAt" = $3::timestamptz,
           "deadLetteredAt" = case when $3::timestamptz is null then now() end
         where "messageId" = $1 and "doneAt" is null`,
        [messageId, error.slice(0, 1000), retryAt ?? null],
      );
    },

    async deadLetters(orgId) {
      const { rows } = await pool.query<
        Omit<DeadLetterMessage, 'deadLetteredAt'> & { deadLetteredAt: Date }
      >(
        `select "messageId"::text as "messageId", "topic", "payload", "deadLetteredAt",
           coalesce("lastError", '') as "problem"
         from "OutboxMessage"
         where "orgId" = $1 and "deadLetteredAt" is not null and "doneAt" is null
         order by "messageId" limit 200`,
        [orgId],
      );
      return rows.map((row) => ({ ...row, deadLetteredAt: row.deadLetteredAt.toISOString() }));
    },

    async retry(orgId, messageId) {
      const { rowCount } = await pool.query(
        `update "OutboxMessage" set "availableAt" = now(), "deadLetteredAt" = null, "attempts" = 0
         where "orgId" = $1 and "messageId"::text = $2
           and "deadLetteredAt" is not null and "doneAt" is null`,
        [orgId, messageId],
      );
      return rowCount === 1;
    },

    async backlog() {
      const { rows } = await pool.query<{
        waiting: number;
        deadLetters: number;
        oldestAt: Date | null;
      }>(
        `select count("availableAt")::int as "waiting",
           count("deadLetteredAt")::int as "deadLetters",
           min("createdAt") filter (where "availableAt" is not null) as "oldestAt"
         from "OutboxMessage" where "availableAt" is not null or "deadLetteredAt" is not null`,
      );
      const { waiting, deadLetters, oldestAt } = rows[0]!;
      return { waiting, deadLetters, ...(oldestAt && { oldestAt: oldestAt.toISOString() }) };
    },
  };
}
