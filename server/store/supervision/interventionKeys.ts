import { createHash, randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import type { InterventionKeys, KeyHolder } from '../../ports/index.ts';

const KEY_BYTES = 32;

/** Stores the hash of each key in the row of its intervention, for which alone the key is valid. */
export function createInterventionKeys(pool: Pick<Pool, 'query'>): InterventionKeys {
  return {
    async issue(interventionId) {
      const key = randomBytes(KEY_BYTES).toString('base64url');
      const issued = await pool.query(
        `update "Intervention" set "keyHash" = $2 where "interventionId" = $1`,
        [interventionId, hashOf(key)],
      );
      if (issued.rowCount !== 1) throw new Error('no such intervention to issue a key for');
      return key;
    },

    async holder(interventionId, key) {
      const { rows } = await pool.query<KeyHolder>(
        `select c."orgId", i."supervisorUserId" as "userId", i."status" = 'ended' as "hasEnded"
         from "Intervention" i join "Call" c using ("callId")
         where i."interventionId" = $1 and i."keyHash" = $2`,
        [interventionId, hashOf(key)],
      );
      return rows[0];
    },
  };
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
