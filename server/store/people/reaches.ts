import type { Pool } from 'pg';
import type { Device } from '../../domain/call/people.ts';
import type { Reach } from '../../domain/call/reach.ts';
import type { PersonKey, Reaches } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

interface ReachRow {
  device: string | null;
  number: string | null;
  confirmedNumber: string | null;
}

/** Where people want calls to reach them, one row per person. */
export function createReaches(pool: Pool): Reaches {
  return {
    async of({ orgId, userId }) {
      const { rows } = await pool.query<ReachRow>(
        `select "device", "number", "confirmedNumber" from "Reach"
         where "orgId" = $1 and "userId" = $2`,
        [orgId, userId],
      );
      return rows[0] ? reachOf(rows[0]) : {};
    },

    async choose({ orgId, userId }, { device, number }, audit) {
      await inTransaction(pool, async (client) => {
        await client.query(
          `insert into "Reach" ("orgId", "userId", "device", "number") values ($1, $2, $3, $4)
           on conflict ("orgId", "userId")
           do update set "device" = excluded."device", "number" = excluded."number"`,
          [orgId, userId, device, number],
        );
        await insertAudit(client, audit);
        return true;
      });
    },

    async storeCode({ orgId, userId }, { number, hash, until }) {
      await pool.query(
        `insert into "Reach" ("orgId", "userId", "codeNumber", "codeHash", "codeUntil")
         values ($1, $2, $3, $4, $5)
         on conflict ("orgId", "userId") do update set "codeNumber" = excluded."codeNumber",
           "codeHash" = excluded."codeHash", "codeUntil" = excluded."codeUntil", "codeTries" = 0`,
        [orgId, userId, number, hash, until],
      );
    },

    async tryCode(who: PersonKey, { hash, at, atMost }, audit) {
      const { answer } = await inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ codeHash: string }>(
          `update "Reach" set "codeTries" = "codeTries" + 1
           where "orgId" = $1 and "userId" = $2 and "codeUntil" > $3 and "codeTries" < $4
           returning "codeHash"`,
          [who.orgId, who.userId, at, atMost],
        );
        if (!rows[0]) return { answer: 'over' as const };
        if (rows[0].codeHash !== hash) return { answer: 'wrong' as const };
        await client.query(
          `update "Reach" set "device" = 'phone', "number" = "codeNumber",
             "confirmedNumber" = "codeNumber", "confirmedAt" = $3,
             "codeNumber" = null, "codeHash" = null, "codeUntil" = null
           where "orgId" = $1 and "userId" = $2`,
          [who.orgId, who.userId, at],
        );
        await insertAudit(client, audit);
        return { answer: 'confirmed' as const };
      });
      return answer;
    },
  };
}

const reachOf = ({ device, number, confirmedNumber }: ReachRow): Reach => ({
  ...(device && { choice: { device: device as Device, ...(number && { number }) } }),
  ...(confirmedNumber && { confirmedNumber }),
});
