import type pg from 'pg';
import type { OutboxMessage } from '../../domain/outbox/message.ts';

/** Inserts messages in a transaction; a message whose key exists is ignored. */
export async function insertOutbox(
  client: Pick<pg.ClientBase, 'query'>,
  messages: readonly OutboxMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await client.query(
    `insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
     select "key", "orgId", "topic", "payload"
     from jsonb_populate_recordset(null::"OutboxMessage", $1::jsonb)
     on conflict ("key") do nothing`,
    [JSON.stringify(messages)],
  );
}
