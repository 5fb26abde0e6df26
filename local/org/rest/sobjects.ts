import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import type { createSharing } from '../permissions/sharing.ts';
import type { Database, Row } from '../records/database.ts';
import { fieldValue } from '../records/fieldValue.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';
import { API_PATH } from './apiPath.ts';
import type { RestCall, RestReply } from './restCall.ts';

export interface SobjectDeps {
  readonly database: Database;
  readonly access: Access;
  readonly sharing: ReturnType<typeof createSharing>;
}

/**
 * Describes objects, and reads and writes single records.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_list.htm
 */
export function answerSobjects(
  deps: SobjectDeps,
  call: RestCall,
  [, name, id, externalId]: readonly string[],
): RestReply {
  const { database, access, sharing } = deps;
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
  if (id === 'describe') return { status: 200, body: described(deps, call.userId, def) };
  if (externalId !== undefined)
    return upsert(deps, call, {
      def,
      fieldName: id!,
      value: decodeURIComponent(externalId),
    });
  if (method === 'POST' && !id)
    return { status: 201, body: create(deps, def, { values: call.body as Row, userId }) };
  if (!id) return { status: 200, body: { objectDescribe: brief(def), recentItems: [] } };
  if (method === 'PATCH') {
    const values = call.body as Row;
    access.check(userId, { object: def.name, action: 'edit', fields: Object.keys(values) });
    sharing.checkEdit(userId, def, database.get(def.name, id));
    database.update(def.name, id, { values, userId });
    return { status: 204 };
  }
  if (method === 'DELETE') {
    access.check(userId, { object: def.name, action: 'delete', fields: [] });
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
    body: retrieve(deps, def, { id, asked: call.query.get('fields')?.split(','), userId }),
  };
}

/** Leaves out the fields that the user may not read. */
function described({ access }: SobjectDeps, userId: string, def: ObjectDef) {
  try {
    access.check(userId, { object: def.name, action: 'read', fields: [] });
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
  { database, access, sharing }: SobjectDeps,
  def: ObjectDef,
  {
    id,
    asked,
    userId,
  }: {
    readonly id: string;
    readonly asked: readonly string[] | undefined;
    readonly userId: string;
  },
) {
  access.check(userId, { object: def.name, action: 'read', fields: asked ?? [] });
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
    ...Object.fromEntries(
      wanted.map((field) => {
        const found = def.fields.get(field);
        return [field, found?.formula ? fieldValue(found, row) : (row[field] ?? null)];
      }),
    ),
  };
}

function create(
  { database, access }: SobjectDeps,
  def: ObjectDef,
  { values, userId }: { readonly values: Row; readonly userId: string },
) {
  access.check(userId, { object: def.name, action: 'create', fields: Object.keys(values) });
  const row = database.insert(def.name, values, userId);
  return { id: row.Id, success: true, errors: [] };
}

function upsert(
  deps: SobjectDeps,
  { body, userId }: RestCall,
  {
    def,
    fieldName,
    value,
  }: { readonly def: ObjectDef; readonly fieldName: string; readonly value: string },
): RestReply {
  const { database, access, sharing } = deps;
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
      body: {
        ...create(deps, def, { values: { ...values, [fieldName]: value }, userId }),
        created: true,
      },
    };
  access.check(userId, { object: def.name, action: 'edit', fields: Object.keys(values) });
  sharing.checkEdit(userId, def, existing);
  database.update(def.name, existing.Id as string, { values, userId });
  return { status: 200, body: { id: existing.Id, success: true, errors: [], created: false } };
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
