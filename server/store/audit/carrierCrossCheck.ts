import type { Pool } from 'pg';
import type {
  CarrierReport,
  KeptReport,
  PlacedEntry,
} from '../../domain/audit/carrierCrossCheck.ts';
import type { Party } from '../../domain/call/call.ts';
import type { AudibleTo } from '../../domain/call/modes.ts';
import type { CarrierCrossCheck } from '../../ports/audit/carrierCrossCheck.ts';
import { incidentQueries, incidentChanges } from './incidents.ts';

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

/** A report as it is stored. If its call is unknown, it is stored under the org `elsewhere`. */
export const reportRow = ({ party, audibleTo, ...report }: CarrierReport, elsewhere: string) => ({
  ...report,
  orgId: elsewhere,
  said: { party, audibleTo },
});

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
    ...reportsOfCalls(hot),
    ...crossCheckCursor(hot),
    ...incidentChanges(pool),
    ...incidentQueries(pool),
  };
}

/** What the carrier reported, and what the audit says of the same calls. */
const reportsOfCalls = (
  hot: Pick<Pool, 'query'>,
): Pick<CarrierCrossCheck, 'storeReports' | 'reportsOf' | 'entriesOf'> => ({
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
});

/** How far the cross-check has come, and what came after that. */
const crossCheckCursor = (
  hot: Pick<Pool, 'query'>,
): Pick<CarrierCrossCheck, 'newestReports' | 'cursor' | 'touchedCalls' | 'advance'> => ({
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
});

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
