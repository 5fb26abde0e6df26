import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import { ownPermissions } from '../permissions/ownPermissions.ts';
import { createSharing } from '../permissions/sharing.ts';
import { viewerFor } from '../permissions/viewer.ts';
import type { Database, Row } from '../records/database.ts';
import type { Analytics } from '../reports/analytics.ts';
import type { Filter } from '../reports/definition.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';
import { USUAL_SHAPE, type OrgShape } from '../schema/shape.ts';
import { BATCH_SIZE, createPaging } from '../soql/paging.ts';
import { runQuery } from '../soql/query.ts';
import { runCollection } from './collections.ts';
import { runComposite, runGraphs } from './composite.ts';
import { createNotifications, type Notifications } from './notifications.ts';
import type { OrgRest, RestCall, RestReply } from './restCall.ts';

/** The version of the API that is served. */
export const API_PATH = '/services/data/v66.0';

/** How the org differs from a usual one, and what tests pretend about it. */
export interface RestOptions {
  readonly usage?: () => { readonly used: number; readonly most: number };
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
  database: Database,
  access: Access,
  notifications: Notifications = createNotifications(database, access),
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

  function sobjects(call: RestCall, [, name, id, externalId]: string[]): RestReply {
    const { method, userId } = call;
    if (!name)
      return {
        status: 200,
        body: {
          encoding: 'UTF-8',
          maxBatchSize: 200,
          sobjects: [...database.schema.values()].map(brief),
        },
      };
    const def = database.object(name);
    if (id === 'describe') return { status: 200, body: described(call.userId, def) };
    if (externalId !== undefined)
      return upsert(call, def, { fieldName: id!, value: decodeURIComponent(externalId) });
    if (method === 'POST' && !id)
      return { status: 201, body: create(def, call.body as Row, userId) };
    if (!id) return { status: 200, body: { objectDescribe: brief(def), recentItems: [] } };
    if (method === 'PATCH') {
      const values = call.body as Row;
      access.check(userId, def.name, 'edit', Object.keys(values));
      sharing.checkEdit(userId, def, database.get(def.name, id));
      database.update(def.name, id, values, userId);
      return { status: 204 };
    }
    if (method === 'DELETE') {
      access.check(userId, def.name, 'delete', []);
      sharing.checkDelete(userId, def, database.get(def.name, id));
      database.remove(def.name, id);
      return { status: 204 };
    }
    if (method !== 'GET')
      throw new OrgError(
        405,
        'METHOD_NOT_ALLOWED',
        `HTTP Method '${method}' not allowed. Allowed are GET,PATCH,DELETE`,
      );
    return {
      status: 200,
      body: retrieve(def, id, { asked: call.query.get('fields')?.split(','), userId }),
    };
  }

  /** Leaves out the fields that the user may not read. */
  function described(userId: string, def: ObjectDef) {
    try {
      access.check(userId, def.name, 'read', []);
    } catch {
      throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
    }
    return {
      ...brief(def),
      fields: [...def.fields.values()]
        .filter(({ name }) => access.mayRead(userId, def.name, name))
        .map(describeField),
    };
  }

  /** The requested fields, or all that the user may read. */
  function retrieve(
    def: ObjectDef,
    id: string,
    { asked, userId }: { readonly asked: readonly string[] | undefined; readonly userId: string },
  ) {
    access.check(userId, def.name, 'read', asked ?? []);
    const unknown = asked?.find((field) => !def.fields.has(field));
    if (unknown)
      throw new OrgError(
        400,
        'INVALID_FIELD',
        `No such column '${unknown}' on sobject of type ${def.name}`,
      );
    const wanted =
      asked ?? [...def.fields.keys()].filter((field) => access.mayRead(userId, def.name, field));
    const row = database.get(def.name, id);
    if (!sharing.sees(userId, def, row))
      throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return {
      attributes: attributes(def, row),
      ...Object.fromEntries(wanted.map((field) => [field, row[field] ?? null])),
    };
  }

  function create(def: ObjectDef, values: Row, userId: string) {
    access.check(userId, def.name, 'create', Object.keys(values));
    const row = database.insert(def.name, values, userId);
    return { id: row.Id, success: true, errors: [] };
  }

  function upsert(
    { body, userId }: RestCall,
    def: ObjectDef,
    { fieldName, value }: { readonly fieldName: string; readonly value: string },
  ): RestReply {
    const field = def.fields.get(fieldName);
    if (!field?.externalId && fieldName !== 'Id')
      throw new OrgError(400, 'INVALID_FIELD', `${fieldName} is not an external id of ${def.name}`);
    const values = body as Row;
    if (fieldName in values)
      throw new OrgError(
        400,
        'INVALID_FIELD',
        `The ${fieldName} field should not be specified in the sobject data.`,
      );
    const existing = database.findBy(def.name, fieldName, value);
    if (!existing)
      return {
        status: 201,
        body: { ...create(def, { ...values, [fieldName]: value }, userId), created: true },
      };
    access.check(userId, def.name, 'edit', Object.keys(values));
    sharing.checkEdit(userId, def, existing);
    database.update(def.name, existing.Id as string, values, userId);
    return { status: 200, body: { id: existing.Id, success: true, errors: [], created: false } };
  }

  const query = ({ query, userId }: RestCall, withDeleted: boolean) =>
    paging.first(
      ownPermissions(access, userId, query.get('q') ?? '') ??
        runQuery(database, query.get('q') ?? '', API_PATH, {
          viewer: viewerFor(database, access, shape, userId),
          withDeleted,
          rowsOf,
        }),
    );

  function limits() {
    const { used, most } = usage();
    return {
      status: 200,
      body: { DailyApiRequests: { Max: most, Remaining: Math.max(0, most - used) } },
    };
  }

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
        return sobjects(call, parts);
      case 'query':
      case 'queryAll':
        return {
          status: 200,
          body: parts[1] ? paging.next(parts[1]) : query(call, parts[0] === 'queryAll'),
        };
      case 'composite':
        if (parts.length === 1 && call.method === 'POST') return runComposite(database, rest, call);
        if (parts[1] === 'graph') return runGraphs(database, rest, call);
        if (parts[1] === 'sobjects') return runCollection(database, rest, call, parts);
        break;
      case 'limits':
        return limits();
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

const attributes = (def: ObjectDef, row: Row) => ({
  type: def.name,
  url: `${API_PATH}/sobjects/${def.name}/${row.Id}`,
});

const brief = ({ name, label, prefix, custom }: ObjectDef) => ({
  name,
  label,
  keyPrefix: prefix,
  custom,
  queryable: true,
  createable: true,
  updateable: true,
  urls: {
    sobject: `${API_PATH}/sobjects/${name}`,
    describe: `${API_PATH}/sobjects/${name}/describe`,
  },
});

const describeField = (field: FieldDef) => ({
  name: field.name,
  label: field.label,
  type: field.type,
  length: field.length ?? 0,
  custom: field.custom ?? false,
  externalId: field.externalId ?? false,
  unique: field.unique ?? false,
  nillable: !field.required,
  createable: !field.readOnly,
  updateable: !field.readOnly && !field.createOnly,
  referenceTo: field.referenceTo ? [field.referenceTo] : [],
  relationshipName: field.relationshipName ?? null,
  restrictedPicklist: field.restricted ?? false,
  picklistValues: (field.values ?? []).map((value) => ({
    active: true,
    value,
    label: value,
    defaultValue: false,
  })),
});
