import type pg from 'pg';
import type { WriteFault } from '../../domain/call/writeFault.ts';
import type {
  ClaimedMessage,
  DeadLetterMessage,
  ExceptedMessages,
  Outbox,
} from '../../ports/index.ts';

const MAX_ERROR = 1_000;

/**
 * Times of messages are stored in whole milliseconds. A message that is due now can have been
 * rounded up, so claims allow for this much.
 */
const ROUNDED_UP = `interval '1 millisecond'`;

/**
 * The outbox in PostgreSQL. A claim is a lease: messages of a worker that failed can be claimed
 * again when it expires.
 */
export function createOutbox(pool: Pick<pg.Pool, 'query'>): Outbox {
  return {
    ...messageClaims(pool),
    ...messageResults(pool),
    ...messageRetries(pool),
    ...messageBacklog(pool),
  };
}

/** Claims of messages that are due, as leases. */
const messageClaims = (
  pool: Pick<pg.Pool, 'query'>,
): Pick<Outbox, 'claim' | 'nextDueAt' | 'renew'> => ({
  async claim(limit, leaseMs, except = []) {
    // Clears the error, so that claimed messages can be told apart from those that wait after a
    // failure. The limit is a literal, so that the plan, which is made once, takes it into
    // account.
    const { rows } = await pool.query<ClaimedMessage>(
      `update "OutboxMessage" set "lastError" = null, "fault" = null,
           "availableAt" = now() + $1 * interval '1 millisecond', "attempts" = "attempts" + 1
         where "messageId" in (
           select "messageId" from "OutboxMessage" m
           where "availableAt" <= now() + ${ROUNDED_UP} and not exists (
             select from jsonb_to_recordset($2::jsonb) as e("orgId" text, "topic" text)
             where e."orgId" = m."orgId" and (e."topic" is null or e."topic" = m."topic"))
           order by "messageId" limit ${Math.trunc(limit)} for update skip locked)
         returning "messageId"::text as "messageId", "key", "orgId", "topic", "payload", "attempts"`,
      [leaseMs, JSON.stringify(except.flatMap(exceptedRows))],
    );
    return rows.sort((a, b) => Number(a.messageId) - Number(b.messageId));
  },

  async nextDueAt() {
    const { rows } = await pool.query<{ availableAt: Date }>(
      `select "availableAt" from "OutboxMessage" where "availableAt" is not null
         order by "availableAt" limit 1`,
    );
    return rows[0]?.availableAt.toISOString();
  },

  async renew(messageIds, leaseMs) {
    await pool.query(
      `update "OutboxMessage" set "availableAt" = now() + $2 * interval '1 millisecond'
         where "messageId" = any($1::bigint[]) and "availableAt" is not null`,
      [messageIds, leaseMs],
    );
  },
});

/** What became of claimed messages. */
const messageResults = (pool: Pick<pg.Pool, 'query'>): Pick<Outbox, 'done' | 'failed'> => ({
  async done(messageIds) {
    await pool.query(
      `update "OutboxMessage" set "doneAt" = now(), "availableAt" = null, "lastError" = null,
           "fault" = null
         where "messageId" = any($1::bigint[])`,
      [messageIds],
    );
  },

  async failed(failures) {
    await pool.query(
      `update "OutboxMessage" m set "lastError" = f."error", "fault" = f."fault", "availableAt" = f."retryAt",
           "deadLetteredAt" = case when f."retryAt" is null then now() end
         from jsonb_to_recordset($1::jsonb)
           as f("messageId" bigint, "error" text, "fault" jsonb, "retryAt" timestamptz)
         where m."messageId" = f."messageId" and m."doneAt" is null`,
      [
        JSON.stringify(
          failures.map(({ messageId, error, fault, retryAt }) => ({
            messageId,
            error: storable(error.slice(0, MAX_ERROR)),
            fault: fault && { ...fault, ...(fault.said && { said: storable(fault.said) }) },
            retryAt,
          })),
        ),
      ],
    );
  },
});

/** Trying messages again, before their time or after they were given up. */
const messageRetries = (
  pool: Pick<pg.Pool, 'query'>,
): Pick<Outbox, 'hurry' | 'probe' | 'deadLetters' | 'retry'> => ({
  async hurry(orgId) {
    await pool.query(
      `update "OutboxMessage" set "availableAt" = now()
         where "orgId" = $1 and "availableAt" > now() and "lastError" is not null`,
      [orgId],
    );
  },

  async probe(orgId) {
    const { rowCount } = await pool.query(
      `update "OutboxMessage" set "availableAt" = now(), "attempts" = greatest("attempts" - 1, 0)
         where "messageId" = (
           select "messageId" from "OutboxMessage"
           where "orgId" = $1 and "availableAt" > now() and "lastError" is not null
           order by "messageId" limit 1 for update skip locked)`,
      [orgId],
    );
    return rowCount === 1;
  },

  async deadLetters(orgId) {
    const { rows } = await pool.query<
      Omit<DeadLetterMessage, 'deadLetteredAt' | 'fault'> & {
        deadLetteredAt: Date;
        fault: WriteFault | null;
      }
    >(
      `select "messageId"::text as "messageId", "topic", "payload", "deadLetteredAt",
           coalesce("lastError", '') as "error", "fault"
         from "OutboxMessage"
         where "orgId" = $1 and "deadLetteredAt" is not null and "doneAt" is null
         order by "OutboxMessage"."messageId" limit 200`,
      [orgId],
    );
    return rows.map(({ fault, ...row }) => ({
      ...row,
      deadLetteredAt: row.deadLetteredAt.toISOString(),
      ...(fault && { fault }),
    }));
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
});

/** How many messages wait. */
const messageBacklog = (pool: Pick<pg.Pool, 'query'>): Pick<Outbox, 'backlog'> => ({
  async backlog(orgId) {
    const { rows } = await pool.query<{
      waiting: number;
      deadLetters: number;
      oldestAt: Date | null;
    }>(
      `select count("availableAt")::int as "waiting",
           count("deadLetteredAt")::int as "deadLetters",
           min("createdAt") filter (where "availableAt" is not null) as "oldestAt"
         from "OutboxMessage" where ("availableAt" is not null or "deadLetteredAt" is not null)
           and ($1::text is null or "orgId" = $1)`,
      [orgId ?? null],
    );
    const { waiting, deadLetters, oldestAt } = rows[0]!;
    return { waiting, deadLetters, ...(oldestAt && { oldestAt: oldestAt.toISOString() }) };
  },
});

const exceptedRows = ({
  orgId,
  topics,
}: ExceptedMessages): { readonly orgId: string; readonly topic: string | null }[] =>
  topics ? topics.map((topic) => ({ orgId, topic })) : [{ orgId, topic: null }];

/** Removes what PostgreSQL cannot store: NUL characters and unpaired surrogates. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();
