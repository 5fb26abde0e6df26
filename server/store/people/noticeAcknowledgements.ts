import type { Pool } from 'pg';
import type { NoticeAcknowledgements } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { iso } from '../calls/rows/columns.ts';
import { inTransaction } from '../database/transaction.ts';

export const createNoticeAcknowledgements = (pool: Pool): NoticeAcknowledgements => ({
  async of({ orgId, userId }) {
    const { rows } = await pool.query<{ key: string; at: Date }>(
      `select "key", "at" from "EmployeeAcknowledgement"
       where "orgId" = $1 and "userId" = $2 order by "at"`,
      [orgId, userId],
    );
    return rows.map(({ key, at }) => ({ key, at: iso(at) }));
  },

  async add({ orgId, userId }, { key, at }, audit) {
    await inTransaction(pool, async (client) => {
      await client.query(
        `insert into "EmployeeAcknowledgement" ("orgId", "userId", "key", "at")
         values ($1, $2, $3, $4) on conflict do nothing`,
        [orgId, userId, key, at],
      );
      await insertAudit(client, [audit]);
      // If work returned undefined, the transaction would be rolled back.
      return key;
    });
  },
});
