import type { Pool } from 'pg';
import type { KeptForATime, Retention, SaidRetention } from '../../ports/index.ts';

/**
 * Which rows of each kind may be removed. Of the audio checks, those that tell the carrier's health
 * stay: for each account, the newest verdict and the newest that passed.
 */
export const REMOVABLE: Readonly<
  Record<KeptForATime, { readonly table: string; readonly by: string; readonly and?: string }>
> = {
  receipts: { table: 'CallbackReceipt', by: 'receivedAt' },
  // Messages of checkpoints stay, because they show that Salesforce has the checkpoint.
  delivered_messages: {
    table: 'OutboxMessage',
    by: 'doneAt',
    and: `and "topic" <> 'crm.checkpoint'`,
  },
  latencies: { table: 'Latency', by: 'requestedAt' },
  audio_checks: {
    table: 'AudioCheckRun',
    by: 'startedAt',
    and: `and "runId" not in (
      select distinct on ("accountId", verdict) "runId"
      from "AudioCheckRun", lateral (values ('any'), ("status")) as v(verdict)
      where "status" in ('passed', 'failed')
      order by "accountId", verdict, "startedAt" desc)`,
  },
  simulations: { table: 'PolicySimulation', by: 'askedAt', and: `and "status" <> 'running'` },
  transcripts: { table: 'TranscriptLine', by: 'endedAt' },
  alerts: { table: 'CallAlert', by: 'raisedAt' },
  transcribed_connections: { table: 'TranscriptionLeg', by: 'claimedAt' },
  claims: { table: 'CallClaim', by: 'until' },
  joint_calls: { table: 'JointCall', by: 'startsAt' },
  // Their results quote transcripts, so they are removed as early as transcripts.
  backtests: { table: 'AlertBacktest', by: 'askedAt' },
};

/** Removes old rows, at most `limit` in one statement. */
export function createRetention(pool: Pick<Pool, 'query'>): Retention {
  return {
    async remove(kind, olderThan, limit) {
      const { table, by, and = '' } = REMOVABLE[kind];
      const removed = await pool.query(
        `delete from "${table}" where ctid = any(array(
           select ctid from "${table}" where "${by}" < $1 ${and}
           order by "${by}" limit $2 for update skip locked))`,
        [olderThan, limit],
      );
      return removed.rowCount ?? 0;
    },
  };
}

/** The rows of an org that tell what was said, older than $2. */
const SAID = {
  lines: `"TranscriptLine" where "orgId" = $1 and "endedAt" < $2`,
  backtests: `"AlertBacktest" where "orgId" = $1 and "askedAt" < $2`,
  quotes: `"CallAlert" where "orgId" = $1 and "raisedAt" < $2 and "words" <> '{}'`,
} as const;

/** Of alerts, only the quoted words are removed. */
export const createSaidRetention = (pool: Pick<Pool, 'query'>): SaidRetention => ({
  async hasOlder(orgId, olderThan) {
    const { rows } = await pool.query<{ isThere: boolean }>(
      `select exists (select from ${SAID.lines}) or exists (select from ${SAID.backtests})
         or exists (select from ${SAID.quotes}) as "isThere"`,
      [orgId, olderThan],
    );
    return rows[0]!.isThere;
  },
  async removeOlder(orgId, olderThan, limit) {
    const chosen = (those: string, by: string) =>
      `ctid = any(array(select ctid from ${those} order by "${by}" limit $3 for update skip locked))`;
    const changes = [
      `delete from "TranscriptLine" where ${chosen(SAID.lines, 'endedAt')}`,
      `delete from "AlertBacktest" where ${chosen(SAID.backtests, 'askedAt')}`,
      `update "CallAlert" set "words" = '{}' where ${chosen(SAID.quotes, 'raisedAt')}`,
    ];
    const counts = [];
    for (const change of changes)
      counts.push((await pool.query(change, [orgId, olderThan, limit])).rowCount ?? 0);
    return counts.reduce((sum, count) => sum + count, 0);
  },
});
