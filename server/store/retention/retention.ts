import type { Pool } from 'pg';
import type { KeptForATime, Retention } from '../../ports/index.ts';

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
