import type pg from 'pg';
import type { Policy } from '../../domain/policy/policy.ts';
import type { PolicyHistory } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';

interface Row {
  policy: Policy;
  since: Date;
}

const LATEST = `select "policy", "since" from "PolicyInForce"
  where "orgId" = $1 order by "since" desc limit 1`;

/** The policies of an org over time. Rows are only added. */
export function createPolicyHistory(pool: pg.Pool): PolicyHistory {
  return {
    async latest(orgId) {
      const {
        rows: [row],
      } = await pool.query<Row>(LATEST, [orgId]);
      return row && { policy: row.policy, since: row.since.toISOString() };
    },

    async find(orgId, version) {
      const {
        rows: [row],
      } = await pool.query<Row>(
        `select "policy", "since" from "PolicyInForce"
         where "orgId" = $1 and "version" = $2 limit 1`,
        [orgId, version],
      );
      return row?.policy;
    },

    async list(orgId) {
      const { rows } = await pool.query<{ version: string; since: Date }>(
        'select "version", "since" from "PolicyInForce" where "orgId" = $1 order by "since" desc',
        [orgId],
      );
      return rows.map(({ version, since }) => ({ version, since: since.toISOString() }));
    },

    async comesIntoForce(orgId, { policy, since }, auditOf) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        // Lets one instance at a time compare with the policy in force and add the new one.
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `policy of ${orgId}`,
        ]);
        const {
          rows: [before],
        } = await client.query<Row>(LATEST, [orgId]);
        const isNew = before?.policy.version !== policy.version;
        if (isNew) {
          // Makes it later than the previous policy, even if the clocks of two instances differ.
          await client.query(
            `insert into "PolicyInForce" ("orgId", "since", "version", "policy")
             values ($1, greatest($2::timestamptz, $5::timestamptz + interval '1 ms'), $3, $4)`,
            [orgId, since, policy.version, JSON.stringify(policy), before?.since ?? null],
          );
          await insertAudit(client, auditOf(before?.policy));
        }
        await client.query('commit');
        return isNew;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
  };
}
