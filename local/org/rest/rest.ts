import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import { ownPermissions } from '../permissions/ownPermissions.ts';
import { createSharing } from '../permissions/sharing.ts';
import { viewerFor } from '../permissions/viewer.ts';
import type { Database } from '../records/database.ts';
import type { Analytics } from '../reports/analytics.ts';
import type { Filter } from '../reports/definition.ts';
import { USUAL_SHAPE, type OrgShape } from '../schema/shape.ts';
import { BATCH_SIZE, createPaging } from '../soql/paging.ts';
import { runQuery } from '../soql/query.ts';
import { runSearch } from '../soql/search.ts';
import { API_PATH } from './apiPath.ts';
import { runCollection } from './collections.ts';
import { runComposite, runGraphs } from './composite.ts';
import { createNotifications, type Notifications } from './notifications.ts';
import type { OrgRest, RestCall } from './restCall.ts';
import { answerSobjects } from './sobjects.ts';

/** The records that are served, and who may see them. */
export interface RestDeps {
  readonly database: Database;
  readonly access: Access;
  readonly notifications?: Notifications;
}

/** The requests of a day. */
interface Usage {
  readonly used: number;
  readonly most: number;
}

/** How the org differs from a usual one, and what tests pretend about it. */
export interface RestOptions {
  readonly usage?: () => Usage;
  readonly shape?: OrgShape;
  readonly analytics?: Analytics;
  /** A pretended number of rows of an object; undefined for the real number. */
  readonly rowsOf?: (object: string) => number | undefined;
  /** Records per page of a query, at most. */
  readonly pageSize?: () => number;
}

/**
 * The REST resources that Dealside uses.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_list.htm
 */
export function createRest(
  { database, access, notifications = createNotifications(database, access) }: RestDeps,
  {
    usage = () => ({ used: 0, most: 15_000 }),
    shape = USUAL_SHAPE,
    analytics,
    rowsOf = () => undefined,
    pageSize = () => BATCH_SIZE,
  }: RestOptions = {},
): OrgRest {
  const sharing = createSharing(database, access);
  const paging = createPaging(API_PATH, pageSize);

  const query = ({ query, userId }: RestCall, withDeleted: boolean) =>
    paging.first(
      ownPermissions(access, userId, query.get('q') ?? '') ??
        runQuery(database, query.get('q') ?? '', {
          apiPath: API_PATH,
          viewer: viewerFor(database, access, { ...shape, userId }),
          withDeleted,
          rowsOf,
        }),
    );

  const rest: OrgRest = (call) => {
    const parts = call.path.split('/').filter(Boolean);
    switch (parts[0]) {
      case undefined:
        return {
          status: 200,
          body: {
            sobjects: `${API_PATH}/sobjects`,
            query: `${API_PATH}/query`,
            composite: `${API_PATH}/composite`,
            limits: `${API_PATH}/limits`,
          },
        };
      case 'sobjects':
        return answerSobjects({ database, access, sharing }, call, parts);
      case 'query':
      case 'queryAll':
        return {
          status: 200,
          body: parts[1] ? paging.next(parts[1]) : query(call, parts[0] === 'queryAll'),
        };
      case 'search':
        return {
          status: 200,
          body: runSearch(database, call.query.get('q') ?? '', {
            apiPath: API_PATH,
            viewer: viewerFor(database, access, { ...shape, userId: call.userId }),
            rowsOf,
          }),
        };
      case 'composite':
        if (parts.length === 1 && call.method === 'POST') return runComposite(database, rest, call);
        if (parts[1] === 'graph') return runGraphs(database, rest, call);
        if (parts[1] === 'sobjects') return runCollection(database, rest, call, parts);
        break;
      case 'limits':
        return { status: 200, body: limits(usage()) };
      case 'analytics':
        if (analytics) return { status: 200, body: analyticsAnswer(analytics, call, parts) };
        break;
      case 'actions':
        if (call.path === '/actions/standard/customNotificationAction' && call.method === 'POST')
          return notifications.send(call.body, call.userId);
        break;
    }
    throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  };
  return (call) => {
    if (!access.hasUserPermission(call.userId, 'ApiEnabled'))
      throw new OrgError(
        403,
        'API_DISABLED_FOR_ORG',
        'The REST API is not enabled for this Organization or Partner',
      );
    const reply = rest(call);
    if (call.method !== 'GET') database.save();
    return reply;
  };
}

const limits = ({ used, most }: Usage) => ({
  DailyApiRequests: { Max: most, Remaining: Math.max(0, most - used) },
});

/**
 * Reports and dashboards: lists, and runs with the filters that are posted.
 * https://developer.salesforce.com/docs/atlas.en-us.api_analytics.meta/api_analytics/analytics_api_report_example.htm
 */
function analyticsAnswer(
  analytics: Analytics,
  { userId, body }: RestCall,
  [, kind, id]: readonly string[],
): unknown {
  const posted = body as { reportMetadata?: { reportFilters?: readonly Filter[] } } | undefined;
  // The API separates the names of columns with a dot.
  const more = (posted?.reportMetadata?.reportFilters ?? []).map((filter) => ({
    ...filter,
    column: filter.column.replace('.', '$'),
  }));
  if (kind === 'reports') return id ? analytics.report(id, userId, more) : analytics.reports();
  if (kind === 'dashboards')
    return id ? analytics.dashboard(id, userId) : { dashboards: analytics.dashboards() };
  throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
}
