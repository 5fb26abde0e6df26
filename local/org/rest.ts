import type { Access } from './access.ts';
import type { Database, Row } from './database.ts';
import { OrgError } from './errors.ts';
import type { FieldDef } from './fields.ts';
import type { ObjectDef } from './schema.ts';
import { runQuery } from './soql.ts';

export const API_PATH = '/services/data/v66.0';

export interface RestCall {
  readonly method: string;
  /** Below /services/data/vXX.X. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly userId: string;
}

export interface RestReply { readonly status: number; readonly body?: unknown }

export type OrgRest = (call: RestCall) => RestReply;

/** The REST resources that Dealside uses. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_list.htm */
export function createRest(database: Database, access: Access): OrgRest {
  function sobjects(call: RestCall, [, name, id, externalId]: string[]): RestReply {
    const { method, userId } = call;
    if (!name) return { status: 200, body: { encoding: 'UTF-8', maxBatchSize: 200, sobjects: [...database.schema.values()].map(brief) } };
    const def = database.object(name);
    if (id === 'describe') return { status: 200, body: { ...brief(def), fields: [...def.fields.values()].map(describeField) } };
    if (externalId !== undefined) return upsert(call, def, id!, decodeURIComponent(externalId));
    if (method === 'POST' && !id) return { status: 201, body: create(def, call.body as Row, userId) };
    if (!id) return { status: 200, body: { objectDescribe: brief(def), recentItems: [] } };
    if (method === 'PATCH') {
      const values = call.body as Row;
      access.check(userId, def.name, 'edit', Object.keys(values));
      database.update(def.name, id, values);
      return { status: 204 };
    }
    if (method === 'DELETE') {
      database.remove(def.name, id);
      return { status: 204 };
    }
    const row = database.get(def.name, id);
    const wanted = call.query.get('fields')?.split(',') ?? [...def.fields.keys()];
    access.check(userId, def.name, 'read', call.query.has('fields') ? wanted : []);
    return { status: 200, body: { attributes: attributes(def, row), ...Object.fromEntries(wanted.map((field) => [field, row[field] ?? null])) } };
  }

  function create(def: ObjectDef, values: Row, userId: string) {
    access.check(userId, def.name, 'create', Object.keys(values));
    const row = database.insert(def.name, values, userId);
    return { id: row.Id, success: true, errors: [] };
  }

  function upsert({ body, userId }: RestCall, def: ObjectDef, fieldName: string, value: string): RestReply {
    const field = def.fields.get(fieldName);
    if (!field?.externalId && fieldName !== 'Id') throw new OrgError(400, 'INVALID_FIELD', `${fieldName} is not an external id of ${def.name}`);
    const values = body as Row;
    const existing = database.findBy(def.name, fieldName, value);
    if (!existing) return { status: 201, body: { ...create(def, { ...values, [fieldName]: value }, userId), created: true } };
    access.check(userId, def.name, 'edit', Object.keys(values));
    database.update(def.name, existing.Id as string, values);
    return { status: 200, body: { id: existing.Id, success: true, errors: [], created: false } };
  }

  function composite({ body, userId }: RestCall): RestReply {
    const { allOrNone = false, compositeRequest } = body as CompositeBody;
    if (compositeRequest.length > 25) throw new OrgError(400, 'LIMIT_EXCEEDED', 'The limit of 25 subrequests per composite request was exceeded');
    const answers: SubAnswer[] = [];
    const results = new Map<string, Record<string, unknown>>();
    const work = (): void => {
      for (const sub of compositeRequest) {
        try {
          const url = new URL(filled(sub.url, results), 'http://org');
          const reply = rest({ method: sub.method, path: url.pathname.slice(API_PATH.length), query: url.searchParams, body: JSON.parse(filled(JSON.stringify(sub.body ?? null), results)), userId });
          results.set(sub.referenceId, (reply.body ?? {}) as Record<string, unknown>);
          answers.push({ body: reply.body ?? null, httpHeaders: {}, httpStatusCode: reply.status, referenceId: sub.referenceId });
        } catch (error) {
          if (!(error instanceof OrgError)) throw error;
          answers.push({ body: [error.toJSON()], httpHeaders: {}, httpStatusCode: error.status, referenceId: sub.referenceId });
          if (allOrNone) throw error;
        }
      }
    };
    try {
      if (allOrNone) database.atomically(work);
      else work();
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { status: 200, body: { compositeResponse: compositeRequest.map((sub) => halted(sub, answers)) } };
    }
    return { status: 200, body: { compositeResponse: answers } };
  }

  const rest: OrgRest = (call) => {
    const parts = call.path.split('/').filter(Boolean);
    switch (parts[0]) {
      case undefined: return { status: 200, body: { sobjects: `${API_PATH}/sobjects`, query: `${API_PATH}/query`, composite: `${API_PATH}/composite`, limits: `${API_PATH}/limits` } };
      case 'sobjects': return sobjects(call, parts);
      case 'query': case 'queryAll': return { status: 200, body: runQuery(database, call.query.get('q') ?? '', API_PATH) };
      case 'composite': if (parts.length === 1) return composite(call); break;
      case 'limits': return { status: 200, body: { DailyApiRequests: { Max: 15000, Remaining: 14000 } } };
    }
    throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  };
  return (call) => {
    const reply = rest(call);
    if (call.method !== 'GET') database.save();
    return reply;
  };
}

interface CompositeBody { allOrNone?: boolean; compositeRequest: { method: string; url: string; referenceId: string; body?: unknown }[] }
interface SubAnswer { body: unknown; httpHeaders: object; httpStatusCode: number; referenceId: string }

/** In an all-or-none request one failure halts every other part. */
function halted({ referenceId }: { referenceId: string }, answers: readonly SubAnswer[]): SubAnswer {
  const own = answers.find((answer) => answer.referenceId === referenceId);
  if (own && own.httpStatusCode >= 400) return own;
  const error = new OrgError(400, 'PROCESSING_HALTED', 'The transaction was rolled back since another operation in the same transaction failed.');
  return { body: [error.toJSON()], httpHeaders: {}, httpStatusCode: 400, referenceId };
}

/** Puts earlier results where a later part refers to them, as in @{intervention.id}. */
const filled = (text: string, results: ReadonlyMap<string, Record<string, unknown>>): string =>
  text.replace(/@\{(\w+)\.(\w+)\}/g, (whole, reference: string, field: string) => String(results.get(reference)?.[field] ?? whole));

const attributes = (def: ObjectDef, row: Row) => ({ type: def.name, url: `${API_PATH}/sobjects/${def.name}/${row.Id}` });

const brief = ({ name, label, prefix, custom }: ObjectDef) => ({
  name, label, keyPrefix: prefix, custom, queryable: true, createable: true, updateable: true,
  urls: { sobject: `${API_PATH}/sobjects/${name}`, describe: `${API_PATH}/sobjects/${name}/describe` },
});

const describeField = (field: FieldDef) => ({
  name: field.name, label: field.label, type: field.type, length: field.length ?? 0, custom: field.custom ?? false, externalId: field.externalId ?? false,
  unique: field.unique ?? false, nillable: !field.required, createable: !field.readOnly, updateable: !field.readOnly && !field.createOnly,
  referenceTo: field.referenceTo ? [field.referenceTo] : [], relationshipName: field.relationshipName ?? null, restrictedPicklist: field.restricted ?? false,
  picklistValues: (field.values ?? []).map((value) => ({ active: true, value, label: value, defaultValue: false })),
});
