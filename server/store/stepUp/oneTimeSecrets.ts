import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { OneTimeSecrets } from '../../ports/index.ts';
import { prepared } from '../calls/group/prepared.ts';
import { gathered } from '../database/gathered.ts';

interface Row {
  hash: string;
  purpose: string;
  orgId: string;
  userId: string;
  data: Record<string, string>;
  expiresAt: Date;
}

type Kept = Omit<Row, 'expiresAt'> & { expiresAt: string };

const KEEP = `with expired as (
    delete from "OneTimeSecret" where "expiresAt" < now() - interval '1 hour')
  insert into "OneTimeSecret" ("hash", "purpose", "orgId", "userId", "data", "expiresAt")
  select "hash", "purpose", "orgId", "userId", "data", "expiresAt"
  from jsonb_populate_recordset(null::"OneTimeSecret", $1::jsonb)`;
const TAKE = `delete from "OneTimeSecret" s
  using (select distinct * from unnest($1::text[], $2::text[]) w("hash", "purpose")) wanted
  where s."hash" = wanted."hash" and s."purpose" = wanted."purpose"
  returning s."hash", s."purpose", s."orgId", s."userId", s."data", s."expiresAt"`;

const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Secrets that can be used once and until they expire, stored as SHA-256 hashes. */
export function createOneTimeSecrets(pool: Pick<Pool, 'query'>): OneTimeSecrets {
  const store = gathered(async (rows: readonly Kept[]) => {
    await pool.query(prepared({ text: KEEP, values: [JSON.stringify(rows)] }));
    return [];
  });
  const claim = gathered(async (wanted: readonly Pick<Row, 'hash' | 'purpose'>[]) => {
    const { rows } = await pool.query<Row>(
      prepared({
        text: TAKE,
        values: [wanted.map(({ hash }) => hash), wanted.map(({ purpose }) => purpose)],
      }),
    );
    const claimed = new Map(rows.map((row) => [keyOf(row), row]));
    return wanted.map((one) => {
      const row = claimed.get(keyOf(one));
      // If two requests show the same secret at the same time, only the first one succeeds.
      claimed.delete(keyOf(one));
      return row;
    });
  });

  return {
    async store(secret, { orgId, userId, purpose, expiresAt, data = {} }) {
      await store({ hash: hashed(secret), purpose, orgId, userId, data, expiresAt });
    },

    async redeem(secret, purpose, now) {
      const row = await claim({ hash: hashed(secret), purpose });
      return row && row.expiresAt.getTime() > Date.parse(now)
        ? { orgId: row.orgId, userId: row.userId, data: row.data }
        : undefined;
    },
  };
}

const keyOf = ({ hash, purpose }: Pick<Row, 'hash' | 'purpose'>): string => `${purpose} ${hash}`;
