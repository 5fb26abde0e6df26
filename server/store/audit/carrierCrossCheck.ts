import type { Pool } from 'pg';
import type {
  CarrierReport,
  KeptReport,
  PlacedEntry,
} from '../../domain/audit/carrierCrossCheck.ts';
import type { Party } from '../../domain/call/call.ts';
import type { AudibleTo } from '../../domain/call/modes.ts';
import type {
  StoredIncident,
  CarrierCrossCheck,
  IncidentQuery,
} from '../../ports/audit/carrierCrossCheck.ts';
import { CHANNEL, newsOfIncident } from '../calls/news.ts';
import { filtered, type Conditions } from '../database/filters.ts';
import { inTransaction } from '../database/transaction.ts';
import { insertAudit } from './auditEntries.ts';

/**
 * Reports are never changed, so reports from before the field was renamed still have `voice`
 * instead of `audibleTo`.
 */
type ReportContent = {
  readonly party?: Party;
  readonly audibleTo?: AudibleTo;
  readonly voice?: AudibleTo;
};

interface ReportRow {
  key: string;
  callId: string;
  conferenceId: string;
  connectionId: string | null;
  label: string | null;
  event: string;
  source: 'callback' | 'look';
  at: Date;
  said: ReportContent;
}
type EntryRow = { position: string; at: Date } & Record<string, unknown>;
type IncidentRow = { [K in keyof StoredIncident]: StoredIncident[K] | null } & {
  position: string | null;
  raisedAt: Date;
  resolvedAt: Date | null;
};

const INCIDENT = `select "incidentId", "orgId", "kind", "message", "callId", "interventionId",
  "connectionId", "position", "raisedAt", "resolvedAt", "resolvedBy", "resolutionNote"
  from "Incident"`;

const FILTERS: Conditions<IncidentQuery> = {
  orgId: (value) => `"orgId" = ${value}`,
  callId: (value) => `"callId" = ${value}`,
  open: (value) => `("resolvedAt" is null) = ${value}::boolean`,
};

/** A report as it is stored. If its call is unknown, it is stored under the org `elsewhere`. */
export const reportRow = (
  { form, party, audibleTo, ...report }: CarrierReport,
  elsewhere: string,
) => ({ ...report, orgId: elsewhere, form: { ...form }, said: { party, audibleTo } });

/**
 * Inserts reports of calls whose orgs are known, from one JSON parameter. Reports that are stored
 * already are ignored.
 */
export const INSERT_REPORTS = (parameter: string): string =>
  `insert into "CarrierReport" ("key", "orgId", "callId", "conferenceId", "connectionId",
     "label", "event", "source", "said", "at", "form")
   select "key", "orgId", "callId", "conferenceId", "connectionId", "label", "event", "source",
     "said", "at", "form"
   from jsonb_populate_recordset(null::"CarrierReport", ${parameter}::jsonb)
   on conflict ("key") do nothing`;

/**
 * Like `INSERT_REPORTS`, but looks the calls up. The org of a row is used only if its call is
 * unknown.
 */
const INSERT_LISTED = (parameter: string): string =>
  `insert into "CarrierReport" ("key", "orgId", "callId", "conferenceId", "connectionId",
     "label", "event", "source", "said", "at", "form")
   select r."key", coalesce(c."orgId", r."orgId"), r."callId", r."conferenceId",
     r."connectionId", r."label", r."event", r."source", r."said", r."at", r."form"
   from jsonb_populate_recordset(null::"CarrierReport", ${parameter}::jsonb) r
     left join lateral (select "orgId" from "Call" where "callId" = r."callId" limit 1) c on true
   on conflict ("key") do nothing`;

/** @param hot for the frequent queries */
export function createCarrierCrossCheck(
  pool: Pool,
  hot: Pick<Pool, 'query'> = pool,
): CarrierCrossCheck {
  return {
    async storeReports(reports, elsewhere) {
      if (reports.length === 0) return;
      await hot.query(INSERT_LISTED('$1'), [
        JSON.stringify(reports.map((report) => reportRow(report, elsewhere))),
      ]);
    },

    async reportsOf(callIds) {
      const { rows } = await hot.query<ReportRow>(
        `select "key", "callId", "conferenceId", "connectionId", "label", "event", "source", "said",
           "at"
         from "CarrierReport" where "callId" = any($1::text[]) order by "at", "reportId"`,
        [callIds],
      );
      return Map.groupBy(rows.map(reportOf), ({ callId }) => callId);
    },

    async entriesOf(orgId, callIds) {
      const { rows } = await hot.query<EntryRow>(
        `select "position", "auditId", "orgId", "at", "actor", "action", "callId", "interventionId",
           "result", "details"
         from "AuditEntry" where "callId" = any($2::text[]) and "orgId" = $1 order by "position"`,
        [orgId, callIds],
      );
      return Map.groupBy(rows.map(entryOf), ({ callId }) => callId ?? '');
    },

    async newestReports() {
      const { rows } = await hot.query<{ orgId: string; newest: string }>(
        `with recursive orgs as (
          (select "orgId" from "CarrierReport" order by "orgId" limit 1)
          union all
          select (
            select r."orgId" from "CarrierReport" r
            where r."orgId" > orgs."orgId" order by r."orgId" limit 1)
          from orgs where orgs."orgId" is not null)
        select "orgId",
          (select max(r."reportId") from "CarrierReport" r where r."orgId" = orgs."orgId") as newest
        from orgs where "orgId" is not null`,
      );
      return new Map(rows.map(({ orgId, newest }) => [orgId, Number(newest)]));
    },

    async cursor(orgId) {
      const { rows } = await hot.query<{ since: string; position: string; reportId: string }>(
        'select "since", "position", "reportId" from "CrossCheckCursor" where "orgId" = $1',
        [orgId],
      );
      const { since = 0, position = 0, reportId = 0 } = rows[0] ?? {};
      return { since: Number(since), position: Number(position), reportId: Number(reportId) };
    },

    async touchedCalls(orgId, after, upTo) {
      const { rows } = await hot.query<{ callId: string }>(
        `select "callId" from "AuditEntry"
         where "orgId" = $1 and "position" > $2 and "position" <= $3 and "callId" is not null
           and "action" in ('ParticipantJoined', 'SupervisorJoined', 'ModeConfirmed')
         union select "callId" from "CarrierReport"
         where "orgId" = $1 and "reportId" > $4 and "reportId" <= $5`,
        [orgId, after.position, upTo.position, after.reportId, upTo.reportId],
      );
      return rows.map(({ callId }) => callId);
    },

    async advance(orgId, { position, reportId }) {
      await hot.query(
        `insert into "CrossCheckCursor" ("orgId", "position", "reportId") values ($1, $2, $3)
         on conflict ("orgId") do update set
           "position" = greatest("CrossCheckCursor"."position", $2),
           "reportId" = greatest("CrossCheckCursor"."reportId", $3)`,
        [orgId, position, reportId],
      );
    },

    async raise(
      {
        incidentId,
        orgId,
        kind,
        message,
        callId,
        interventionId,
        connectionId,
        position,
        raisedAt,
      },
      entry,
    ) {
      return (
        (await inTransaction(pool, async (client) => {
          const { rowCount } = await client.query(
            `insert into "Incident" ("incidentId", "orgId", "kind", "message", "callId",
             "interventionId", "connectionId", "position", "raisedAt")
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
            [
              incidentId,
              orgId,
              kind,
              message,
              callId,
              interventionId,
              connectionId,
              position,
              raisedAt,
            ],
          );
          if (rowCount !== 1) return undefined;
          await client.query('select pg_notify($1, $2)', [CHANNEL, newsOfIncident(incidentId)]);
          await insertAudit(client, [entry]);
          return true;
        })) ?? false
      );
    },

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

    async resolve({ orgId, incidentId, at, by, note }, entry) {
      return (
        (await inTransaction(pool, async (client) => {
          const { rowCount } = await client.query(
            `update "Incident" set "resolvedAt" = $3, "resolvedBy" = $4, "resolutionNote" = $5
           where "orgId" = $1 and "incidentId" = $2 and "resolvedAt" is null`,
            [orgId, incidentId, at, by, note ?? null],
          );
          if (rowCount !== 1) return undefined;
          await client.query('select pg_notify($1, $2)', [CHANNEL, newsOfIncident(incidentId)]);
          await insertAudit(client, [entry]);
          return true;
        })) ?? false
      );
    },
  };
}

const reportOf = ({
  at,
  said: { voice, audibleTo = voice, ...said },
  connectionId,
  label,
  ...row
}: ReportRow): KeptReport => ({
  ...row,
  ...said,
  ...(audibleTo && { audibleTo }),
  ...(connectionId !== null && { connectionId }),
  ...(label !== null && { label }),
  at: at.toISOString(),
});

const entryOf = (row: EntryRow): PlacedEntry =>
  ({
    ...row,
    position: Number(row.position),
    at: row.at.toISOString(),
    interventionId: row.interventionId ?? undefined,
  }) as unknown as PlacedEntry;

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
