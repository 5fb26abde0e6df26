import { OrgError } from '../errors/orgError.ts';
import type { Database, Row } from '../records/database.ts';
import type { OrgRest, RestCall, RestReply } from './restCall.ts';

interface CollectionRecord extends Record<string, unknown> {
  attributes?: { type?: string };
  id?: string;
  Id?: string;
}
interface SaveResult {
  id?: unknown;
  success: boolean;
  created?: unknown;
  errors: { statusCode: string; message: string; fields: readonly string[] }[];
}

const MAX_RECORDS = 200;
const ROLLED_BACK: SaveResult = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message:
        'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};

/**
 * Handles sObject collections: up to 200 records in one request.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm
 */
export function runCollection(
  database: Database,
  rest: OrgRest,
  call: RestCall,
  [, , object, externalId]: string[],
): RestReply {
  const { allOrNone, parts } = partsOf(database, call, { object, externalId });
  if (parts.length > MAX_RECORDS)
    throw new OrgError(
      400,
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MAX_RECORDS} records in this request`,
    );

  const results: SaveResult[] = [];
  const work = (): void => {
    for (const part of parts) results.push(attempt(rest, part));
    if (allOrNone && results.some((result) => !result.success)) throw new RolledBack();
  };
  try {
    if (allOrNone) database.atomically(work);
    else work();
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return { status: 200, body: results.map((result) => (result.success ? ROLLED_BACK : result)) };
  }
  return { status: 200, body: results };
}

class RolledBack extends Error {}

/** The equivalent single-record request for each record. */
function partsOf(
  database: Database,
  call: RestCall,
  {
    object,
    externalId,
  }: { readonly object: string | undefined; readonly externalId: string | undefined },
): { allOrNone: boolean; parts: RestCall[] } {
  const { method, query, userId } = call;
  const single = (how: string, path: string, body?: unknown): RestCall => ({
    method: how,
    path,
    query: new URLSearchParams(),
    body,
    userId,
  });
  if (method === 'DELETE') {
    const ids = query.get('ids')?.split(',') ?? [];
    return {
      allOrNone: query.get('allOrNone') === 'true',
      parts: ids.map((id) => single('DELETE', `/sobjects/${objectOf(database, id)}/${id}`)),
    };
  }
  const { allOrNone = false, records } = (call.body ?? {}) as {
    allOrNone?: boolean;
    records?: CollectionRecord[];
  };
  if (!Array.isArray(records)) throw new OrgError(400, 'JSON_PARSER_ERROR', 'records is missing');
  return {
    allOrNone,
    parts: records.map(({ attributes, id, Id, ...values }) => {
      const type = object ?? attributes?.type;
      if (!type)
        throw new OrgError(400, 'INVALID_INPUT', 'each record needs attributes with its type');
      if (method === 'POST') return single('POST', `/sobjects/${type}`, values);
      if (!externalId) return single('PATCH', `/sobjects/${type}/${id ?? Id}`, values);
      const { [externalId]: key, ...rest } = values as Row;
      return single(
        'PATCH',
        `/sobjects/${type}/${externalId}/${encodeURIComponent(String(key))}`,
        rest,
      );
    }),
  };
}

/** The object of a record, by the key prefix of its id. */
function objectOf(database: Database, id: string): string {
  const def = [...database.schema.values()].find(({ prefix }) => id.startsWith(prefix));
  if (!def) throw new OrgError(400, 'INVALID_ID_FIELD', `invalid record id ${id}`);
  return def.name;
}

function attempt(rest: OrgRest, part: RestCall): SaveResult {
  try {
    const { body } = rest(part);
    const saved = (body ?? {}) as { id?: unknown; created?: unknown };
    return {
      id: saved.id ?? part.path.split('/').at(-1),
      success: true,
      ...(saved.created !== undefined && { created: saved.created }),
      errors: [],
    };
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return {
      success: false,
      errors: [{ statusCode: error.errorCode, message: error.message, fields: error.fields }],
    };
  }
}
