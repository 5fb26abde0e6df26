import type { Pool } from 'pg';
import type { OldRecording, OldRecordings } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

export const createOldRecordings = (pool: Pool): OldRecordings => ({
  async begunBefore(time, limit) {
    const { rows } = await pool.query<OldRecording>(
      `select r."recordingId", r."callId", c."orgId"
       from "Recording" r join "Call" c using ("callId")
       where r."startedAt" < $1 and r."status" = 'completed' and c."status" = 'ended'
       order by r."startedAt" limit $2`,
      [time, limit],
    );
    return rows;
  },

  async forget(recordingId, audit) {
    await inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(`delete from "Recording" where "recordingId" = $1`, [
        recordingId,
      ]);
      if (rowCount === 1) await insertAudit(client, [audit]);
      // If work returned undefined, the transaction would be rolled back.
      return recordingId;
    });
  },
});
