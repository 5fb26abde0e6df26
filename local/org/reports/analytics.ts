import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import { createSharing } from '../permissions/sharing.ts';
import type { Database } from '../records/database.ts';
import {
  filtersOfPart,
  loadDashboards,
  withNamesOf,
  type DashboardDefinition,
} from './dashboards.ts';
import { loadReports, loadReportTypes, type Filter, type ReportDefinition } from './definition.ts';
import { runReport, type ReportRun } from './runReport.ts';

/** Reports and dashboards of the package, run as a person. Throws OrgError. */
export interface Analytics {
  reports(): { id: string; name: string; developerName: string; description: string }[];
  dashboards(): { id: string; name: string; developerName: string; description: string }[];
  /** A run of a report in the shape of the Analytics API, with further filters. */
  report(idOrName: string, userId: string, more?: readonly Filter[]): ReturnType<typeof asAnswer>;
  /** A dashboard with the runs of its reports. `chosen` is the chosen option of each filter. */
  dashboard(
    idOrName: string,
    userId: string,
    chosen?: readonly (number | undefined)[],
  ): ReturnType<typeof dashboardAnswer>;
}

export function createAnalytics(
  packageDir: string,
  database: Database,
  { access, nowMs = Date.now }: { readonly access: Access; readonly nowMs?: () => number },
): Analytics {
  const types = loadReportTypes(packageDir);
  const reports = loadReports(packageDir);
  const dashboards = loadDashboards(packageDir);
  const sharing = createSharing(database, access);
  const run = (definition: ReportDefinition, userId: string, more: readonly Filter[]) =>
    asAnswer(
      definition,
      runReport(definition, { database, access, sharing, types, userId, nowMs: nowMs(), more }),
      types.get(definition.reportType)?.label ?? '',
    );
  const named = <T extends { readonly id: string; readonly developerName: string }>(
    those: readonly T[],
    idOrName: string,
  ): T => {
    const found = those.find(
      ({ id, developerName }) =>
        id === idOrName || id.slice(0, 15) === idOrName || developerName === idOrName,
    );
    if (!found)
      throw new OrgError(404, 'NOT_FOUND', 'The data you’re trying to access is unavailable.');
    return found;
  };
  return {
    reports: () =>
      reports.map(({ id, name, developerName, description }) => ({
        id,
        name,
        developerName,
        description,
      })),
    dashboards: () =>
      dashboards.map(({ id, title, developerName, description }) => ({
        id,
        name: title,
        developerName,
        description,
      })),
    report: (idOrName, userId, more = []) => run(named(reports, idOrName), userId, more),
    dashboard(idOrName, userId, chosen = []) {
      const dashboard = withNamesOf(named(dashboards, idOrName), namesIn(database));
      return dashboardAnswer(dashboard, (part) =>
        run(named(reports, part.report), userId, filtersOfPart(dashboard, part, chosen)),
      );
    },
  };
}

/**
 * The names of the org's queues, and of the managers of reps; where there are no reps, of all
 * managers: those that the deploy to an org adds (local/salesforce/dashboardFilters.ts).
 */
function namesIn(database: Database): Record<'Queue' | 'Team', string[]> {
  const sorted = (names: Iterable<unknown>): string[] =>
    [...new Set([...names].map(String))]
      .filter((name) => !/[",]/.test(name))
      .sort()
      .slice(0, MOST_NAMES);
  const people = database.rows('User').filter(({ IsActive }) => IsActive === true);
  const sets = new Map(database.rows('PermissionSet').map(({ Id, Name }) => [Id, Name]));
  const reps = new Set(
    database
      .rows('PermissionSetAssignment')
      .filter(({ PermissionSetId }) => sets.get(PermissionSetId) === 'Dealside_Rep')
      .map(({ AssigneeId }) => AssigneeId),
  );
  const managersOf = (those: typeof people): string[] => {
    const ids = new Set(those.map(({ ManagerId }) => ManagerId));
    return sorted(
      database
        .rows('User')
        .filter(({ Id }) => ids.has(Id))
        .map(({ Name }) => Name),
    );
  };
  const ofReps = managersOf(people.filter(({ Id }) => reps.has(Id)));
  return {
    Queue: sorted(
      database
        .rows('Group')
        .filter(({ Type }) => Type === 'Queue')
        .map(({ Name }) => Name),
    ),
    Team: ofReps.length > 0 ? ofReps : managersOf(people),
  };
}

/** A filter has 50 options at the most, and two are there already. */
const MOST_NAMES = 48;

/**
 * The response of /analytics/reports/{id}, limited to what pages and programs need.
 * https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/sforce_analytics_rest_api_getreportrundata.htm
 */
function asAnswer(definition: ReportDefinition, run: ReportRun, reportTypeLabel: string) {
  const { id, name, developerName, format, down, across, filters, description } = definition;
  const grouping = ({ field, granularity, isDescending }: (typeof down)[number]) => ({
    name: field.replace('$', '.'),
    sortOrder: isDescending ? 'Desc' : 'Asc',
    dateGranularity: granularity === 'Day' ? 'None' : granularity,
  });
  return {
    attributes: { type: 'Report', reportId: id, reportName: name },
    allData: true,
    hasDetailRows: definition.showsDetails,
    factMap: run.facts,
    groupingsDown: { groupings: run.down },
    groupingsAcross: { groupings: run.across },
    reportExtendedMetadata: {
      aggregateColumnInfo: Object.fromEntries(
        run.aggregates.map(({ name: aggregate, label, datatype }) => [
          aggregate,
          { label, dataType: datatype },
        ]),
      ),
      detailColumnInfo: Object.fromEntries(
        run.columns.map(({ name: column, label, type }) => [
          column.replace('$', '.'),
          { label, dataType: type },
        ]),
      ),
    },
    reportMetadata: {
      id,
      name,
      developerName,
      description,
      reportFormat: format.toUpperCase(),
      reportType: { type: definition.reportType, label: reportTypeLabel },
      aggregates: run.aggregates.map(({ name: aggregate }) => aggregate),
      detailColumns: run.columns.map(({ name: column }) => column.replace('$', '.')),
      groupingsDown: down.map(grouping),
      groupingsAcross: across.map(grouping),
      reportFilters: filters.map(({ column, operator, value }) => ({
        column: column.replace('$', '.'),
        operator,
        value,
      })),
      hasDetailRows: definition.showsDetails,
    },
  };
}

function dashboardAnswer(
  { id, title, developerName, description, filters, parts }: DashboardDefinition,
  runOf: (part: DashboardDefinition['parts'][number]) => ReturnType<typeof asAnswer>,
) {
  return {
    id,
    name: title,
    developerName,
    description,
    filters,
    components: parts.map((part) => ({ ...part, reportResult: runOf(part) })),
  };
}
