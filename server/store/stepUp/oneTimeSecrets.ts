import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { OneTimeSecrets } from '../../ports/index.ts';

interface Row {
  orgId: string;
  userId: string;
  data: Record<string, string>;
}

const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Secrets that work once and until they expire, stored by their SHA-256 hash. */
export function createOneTimeSecrets(pool: Pick<Pool, 'query'>): OneTimeSecrets {
  return {
    async keep(secret, { orgId, userId, purpose, expiresAt, data = {} }) {
      await pool.query(
        'delete from "OneTimeSecret" where "expiresAt" < now() - interval \'1 hour\'',
      );
      await pool.query(
        `insert into "OneTimeSecret" ("hash", "purpose", "orgId", "userId", "data", "expiresAt")
         values ($1, $2, $3, $4, $5, $6)`,
        [hashed(secret), purpose, orgId, userId, data, expiresAt],
      );
    },

    async take(secret, purpose, now) {
      const { rows } = await pool.query<Row & { expiresAt: Date }>(
        `delete from "OneTimeSecret" where "hash" = $1 and "purpose" = $2
         returning "orgId", "userId", "data", "expiresAt"`,
        [hashed(secret), purpose],
      );
      const [row] = rows;
      return row && row.expiresAt.getTime() > Date.parse(now)
        ? { orgId: row.orgId, userId: row.userId, data: row.data }
        : undefined;
    },
  };
}
