import type { Pool } from 'pg';
import type { ProgramStart } from '../../domain/outcomes/programStart.ts';
import type { ProgramStarts } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

/** When the program of each team began, one row per team. */
export const createProgramStarts = (pool: Pool): ProgramStarts => ({
  async of(orgId) {
    const { rows } = await pool.query<ProgramStart>(
      `select "managerUserId", "startsOn"::text as "startsOn" from "ProgramStart"
       where "orgId" = $1 order by "startsOn", "managerUserId"`,
      [orgId],
    );
    return rows;
  },

  async state(orgId, { managerUserId, startsOn, byUserId, at }, audit) {
    await inTransaction(pool, async (client) => {
      if (startsOn === null)
        await client.query(
          `delete from "ProgramStart" where "orgId" = $1 and "managerUserId" = $2`,
          [orgId, managerUserId],
        );
      else
        await client.query(
          `insert into "ProgramStart" ("orgId", "managerUserId", "startsOn", "statedByUserId",
             "statedAt") values ($1, $2, $3, $4, $5)
           on conflict ("orgId", "managerUserId") do update set "startsOn" = excluded."startsOn",
             "statedByUserId" = excluded."statedByUserId", "statedAt" = excluded."statedAt"`,
          [orgId, managerUserId, startsOn, byUserId, at],
        );
      await insertAudit(client, audit);
      return true;
    });
  },
});
