import type { Pool, PoolClient } from 'pg';
import type { AuditEntry } from '../../domain/audit/entries.ts';
import type {
  StoredIncident,
  CarrierCrossCheck,
  IncidentQuery,
} from '../../ports/audit/carrierCrossCheck.ts';
import { CHANNEL, newsOfIncident } from '../calls/news.ts';
import { filtered, type Conditions } from '../database/filters.ts';
import { inTransaction } from '../database/transaction.ts';
import { insertAudit } from './auditEntries.ts';

type IncidentRow = { [K in keyof StoredIncident]: StoredIncident[K] | null } & {
  position: string | null;
  raisedAt: Date;
  resolvedAt: Date | null;
};

const INCIDENT = `select "incidentId", "orgId", "kind", "message", "facts", "callId", "interventionId",
  "connectionId", "position", "raisedAt", "resolvedAt", "resolvedBy", "resolutionNote"
  from "Incident"`;

const FILTERS: Conditions<IncidentQuery> = {
  orgId: (value) => `"orgId" = ${value}`,
  callId: (value) => `"callId" = ${value}`,
  open: (value) => `("resolvedAt" is null) = ${value}::boolean`,
};

function incidentOf({ position, raisedAt, resolvedAt, ...row }: IncidentRow): StoredIncident {
  const times = {
    raisedAt: raisedAt.toISOString(),
    ...(resolvedAt && { resolvedAt: resolvedAt.toISOString() }),
    ...(position !== null && { position: Number(position) }),
  };
  return {
    ...Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    ...times,
  } as StoredIncident;
}

/** Incidents that were raised. */
export const incidentQueries = (
  pool: Pool,
): Pick<CarrierCrossCheck, 'incidents' | 'countIncidents' | 'openIncidents' | 'incident'> => ({
  async incidents({ limit = 200, ...query }) {
    const { where, values } = filtered(FILTERS, query);
    const { rows } = await pool.query<IncidentRow>(
      `${INCIDENT} where ${where} order by "raisedAt" desc limit $${values.length + 1}`,
      [...values, limit],
    );
    return rows.map(incidentOf);
  },

  async countIncidents(query) {
    const { where, values } = filtered(FILTERS, query);
    const { rows } = await pool.query<{ count: number }>(
      `select count(*)::int as count from "Incident" where ${where}`,
      [...values],
    );
    return rows[0]!.count;
  },

  async openIncidents(orgId, callIds) {
    const { rows } = await pool.query<IncidentRow>(
      `${INCIDENT} where "orgId" = $1 and "callId" = any($2::text[]) and "resolvedAt" is null`,
      [orgId, callIds],
    );
    return Map.groupBy(rows.map(incidentOf), ({ callId }) => callId ?? '');
  },

  async incident(incidentId) {
    const { rows } = await pool.query<IncidentRow>(`${INCIDENT} where "incidentId" = $1`, [
      incidentId,
    ]);
    return rows[0] && incidentOf(rows[0]);
  },
});

/** Raises and resolves incidents, each with its audit entry. */
export const incidentChanges = (pool: Pool): Pick<CarrierCrossCheck, 'raise' | 'resolve'> => ({
  raise: (incident, entry) =>
    changeIncident(pool, { incidentId: incident.incidentId, entry }, (client) =>
      client.query(
        `insert into "Incident" ("incidentId", "orgId", "kind", "message", "callId",
           "interventionId", "connectionId", "position", "raisedAt", "facts")
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
        [
          incident.incidentId,
          incident.orgId,
          incident.kind,
          incident.message,
          incident.callId,
          incident.interventionId,
          incident.connectionId,
          incident.position,
          incident.raisedAt,
          incident.facts ?? null,
        ],
      ),
    ),

  resolve: ({ orgId, incidentId, at, by, note }, entry) =>
    changeIncident(pool, { incidentId, entry }, (client) =>
      client.query(
        `update "Incident" set "resolvedAt" = $3, "resolvedBy" = $4, "resolutionNote" = $5
         where "orgId" = $1 and "incidentId" = $2 and "resolvedAt" is null`,
        [orgId, incidentId, at, by, note ?? null],
      ),
    ),
});

/** Writes a change and its audit entry, and notifies all instances. False if nothing changed. */
async function changeIncident(
  pool: Pool,
  { incidentId, entry }: { readonly incidentId: string; readonly entry: AuditEntry },
  write: (client: PoolClient) => Promise<{ readonly rowCount: number | null }>,
): Promise<boolean> {
  const isChanged = await inTransaction(pool, async (client) => {
    const { rowCount } = await write(client);
    if (rowCount !== 1) return undefined;
    await client.query('select pg_notify($1, $2)', [CHANNEL, newsOfIncident(incidentId)]);
    await insertAudit(client, [entry]);
    return true;
  });
  return isChanged ?? false;
}
