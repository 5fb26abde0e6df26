import type pg from 'pg';
import type { NamedRecord } from '../../domain/audit/namedChanges.ts';
import type { AuditedRecords } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

export const createAuditedRecords = (pool: pg.Pool): AuditedRecords => ({
  async latest(orgId, kind) {
    const { rows } = await pool.query<{ records: NamedRecord[]; since: Date }>(
      'select "records", "since" from "KeptRecords" where "orgId" = $1 and "kind" = $2',
      [orgId, kind],
    );
    return rows[0] && { records: rows[0].records, since: rows[0].since.toISOString() };
  },

  async replace(orgId, kind, { records, at, since, audit }) {
    const kept = await inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        since === undefined
          ? `insert into "KeptRecords" ("orgId", "kind", "records", "since")
             values ($1, $2, $3, $4) on conflict do nothing`
          : `update "KeptRecords" set "records" = $3,
               "since" = greatest($4::timestamptz, "since" + interval '1 ms')
             where "orgId" = $1 and "kind" = $2 and "since" = $5`,
        [orgId, kind, JSON.stringify(records), at, ...(since === undefined ? [] : [since])],
      );
      if (rowCount !== 1) return undefined;
      await insertAudit(client, audit);
      return true;
    });
    return kept === true;
  },
});
