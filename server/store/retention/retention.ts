import type { Pool } from 'pg';
import type { KeptForATime, Retention } from '../../ports/index.ts';

/**
 * Which rows of each kind may go. Of the audio checks those stay that say what is known of the
 * carrier: of each account the newest verdict, and the newest that passed.
 */
export const REMOVABLE: Readonly<
  Record<KeptForATime, { readonly table: string; readonly by: string; readonly and?: string }>
> = {
  receipts: { table: 'CallbackReceipt', by: 'receivedAt' },
  // Those of checkpoints stay: they say that Salesforce has the checkpoint.
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
  // Their results quote transcripts, and go as early.
  backtests: { table: 'AlertBacktest', by: 'askedAt' },
};

/** Removes old rows, one statement for at most `limit` of them. */
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
