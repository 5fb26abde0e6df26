import type { Pool } from 'pg';
import type { Passkey, Passkeys } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

interface PasskeyRow {
  credentialId: string;
  publicKey: Buffer;
  counter: string;
  transports: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
}

/**
 * Passkeys by person. Each change is written together with its audit entries in one transaction.
 */
export function createPasskeys(pool: Pool): Passkeys {
  return {
    async of({ orgId, userId }) {
      const { rows } = await pool.query<PasskeyRow>(
        `select "credentialId", "publicKey", "counter", "transports", "createdAt", "lastUsedAt"
         from "Passkey" where "orgId" = $1 and "userId" = $2 order by "createdAt"`,
        [orgId, userId],
      );
      return rows.map(
        ({ credentialId, publicKey, counter, transports, createdAt, lastUsedAt }): Passkey => ({
          credentialId,
          publicKey: new Uint8Array(publicKey),
          counter: Number(counter),
          transports,
          createdAt: createdAt.toISOString(),
          ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
        }),
      );
    },

    async add(
      { orgId, userId },
      { credentialId, publicKey, counter, transports, createdAt },
      audit,
    ) {
      await inTransaction(pool, async (client) => {
        await client.query(
          `insert into "Passkey"
             ("credentialId", "orgId", "userId", "publicKey", "counter", "transports", "createdAt")
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [credentialId, orgId, userId, Buffer.from(publicKey), counter, transports, createdAt],
        );
        await insertAudit(client, audit);
        return true;
      });
    },

    async used({ orgId, userId }, { credentialId, counter, before, at, provedUntil }, audit) {
      return await inTransaction(pool, async (client) => {
        // Of two responses with the same counter, only the first is accepted.
        const written = await client.query(
          `update "Passkey" set "counter" = $4, "lastUsedAt" = $5, "provedUntil" = $6
           where "credentialId" = $1 and "orgId" = $2 and "userId" = $3 and "counter" = $7`,
          [credentialId, orgId, userId, counter, at, provedUntil, before],
        );
        if (written.rowCount === 1) await insertAudit(client, audit);
        return written.rowCount === 1;
      });
    },

    async remove({ orgId, userId }, credentialId, audit) {
      return await inTransaction(pool, async (client) => {
        const removed = await client.query(
          `delete from "Passkey" where "orgId" = $1 and "userId" = $2
             and ($3::text is null or "credentialId" = $3)`,
          [orgId, userId, credentialId ?? null],
        );
        if (removed.rowCount) await insertAudit(client, audit);
        return removed.rowCount ?? 0;
      });
    },

    async provedUntil({ orgId, userId }) {
      const { rows } = await pool.query<{ until: Date | null }>(
        'select max("provedUntil") as until from "Passkey" where "orgId" = $1 and "userId" = $2',
        [orgId, userId],
      );
      return rows[0]?.until?.toISOString();
    },
  };
}
