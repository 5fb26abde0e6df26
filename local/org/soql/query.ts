import soqlParser, { type Condition, type FieldType, type Query } from 'soql-parser-js';
import { OrgError } from '../errors/orgError.ts';
import { toId18 } from '../ids/recordId.ts';
import type { Database, Row, Value } from '../records/database.ts';
import type { ObjectDef } from '../schema/schema.ts';
import { aggregated, isAggregate, labeledField } from './aggregates.ts';
import { createReader, type Reader, type Viewer } from './reader.ts';
import { refuseUnselective } from './selectivity.ts';
import { foldWhere, tokensOf, type FieldCondition, type WhereClause } from './where.ts';
import { rowsAmong } from './index.ts';

/** The result of a query before paging. */
export interface QueryResult {
  totalSize: number;
  done: true;
  records: Record<string, unknown>[];
}

const UNSUPPORTED = [
  'having',
  'withDataCategory',
  'withAccessLevel',
  'usingScope',
  'for',
  'update',
] as const;

/** The limits of a statement's length and of OFFSET. */
const MAX_STATEMENT = 100_000;
const MAX_OFFSET = 2_000;

/** The options of one query. */
export interface QueryOptions {
  /** The user who queries; without one, everything is visible. */
  readonly viewer?: Viewer;
  readonly withDeleted?: boolean;
  /** A pretended number of rows of an object; by default that of the table. */
  readonly rowsOf?: (object: string) => number | undefined;
}

/** Caches parsed queries, because the same ones come repeatedly. They must not be modified. */
const known = new Map<string, Query>();
const KNOWN_AT_MOST = 500;
const LONGEST_KNOWN = 4_000;

/** Throws OrgError on a malformed query. */
function parsed(soql: string): Query {
  const before = known.get(soql);
  if (before) return before;
  try {
    const query = soqlParser.parseQuery(soql);
    if (known.size >= KNOWN_AT_MOST) known.clear();
    if (soql.length <= LONGEST_KNOWN) known.set(soql, query);
    return query;
  } catch (error) {
    throw new OrgError(400, 'MALFORMED_QUERY', (error as Error).message);
  }
}

/**
 * Runs a SOQL query. Throws OrgError if the query is malformed, unsupported, too long or not
 * selective enough, or if the viewer may not read the data.
 */
export function runQuery(
  database: Database,
  soql: string,
  { apiPath, viewer, withDeleted = false, rowsOf }: QueryOptions & { readonly apiPath: string },
): QueryResult {
  if (soql.length > MAX_STATEMENT)
    throw new OrgError(
      400,
      'MALFORMED_QUERY',
      `SOQL statements cannot be longer than ${MAX_STATEMENT} characters.`,
    );
  const query = parsed(soql);
  const unsupported = UNSUPPORTED.find((clause) => query[clause] !== undefined);
  if (unsupported)
    throw new OrgError(400, 'MALFORMED_QUERY', `this stand-in does not support ${unsupported}`);

  if ((query.offset ?? 0) > MAX_OFFSET)
    throw new OrgError(
      400,
      'NUMBER_OUTSIDE_VALID_RANGE',
      `Maximum SOQL offset allowed is ${MAX_OFFSET}`,
    );

  const reader = createReader(database, viewer);
  const def = reader.object(query.sObject ?? '');
  const fields = query.fields ?? [];
  const counts = isCount(fields);
  const aggregates = isAggregate(query);
  if (!counts && !aggregates) for (const field of fields) reader.verify(def, pathOf(field));

  const filter = query.where ? whereOf(database, def, { reader, clause: query.where }) : () => true;
  refuseUnselective(query, def, {
    reader,
    rows: rowsOf?.(def.name) ?? database.rows(def.name).length,
  });
  const candidates =
    (query.where && listed(database, def, { reader, clause: query.where })) ??
    database.rows(def.name);
  const all = (
    withDeleted ? [...candidates, ...database.deletedRows(def.name)] : candidates
  ).filter((row) => reader.sees(def, row));
  if (aggregates) {
    const records = aggregated(query, def, { rows: all.filter(filter), reader });
    return { totalSize: records.length, done: true, records };
  }
  const rows = ordered(all.filter(filter), query, { def, reader });
  const page = rows.slice(query.offset ?? 0).slice(0, query.limit);
  const records = counts ? [] : page.map((row) => projected(def, row, { fields, reader, apiPath }));
  return { totalSize: page.length, done: true, records };
}

type Test = (row: Row) => boolean;

const whereOf = (
  database: Database,
  def: ObjectDef,
  { reader, clause }: { readonly reader: Reader; readonly clause: WhereClause },
): Test =>
  foldWhere<Test>(clause, {
    condition: (condition) => conditionOf(database, def, { reader, condition }),
    and: (parts) => (row) => parts.every((part) => part(row)),
    or: (parts) => (row) => parts.some((part) => part(row)),
    not: (part) => (row) => !part(row),
  });

/**
 * The rows that can match a condition with a list of values, found by an index. Undefined if there
 * is no such condition that must hold.
 */
function listed(
  database: Database,
  def: ObjectDef,
  { reader, clause }: { readonly reader: Reader; readonly clause: WhereClause },
): readonly Row[] | undefined {
  const tokens = tokensOf(clause);
  if (tokens.includes('OR') || tokens.includes('NOT')) return undefined;
  const conditions = tokens.filter((token) => typeof token === 'object');
  for (const condition of conditions as unknown as FieldCondition[]) {
    const { field, operator, value, literalType } = condition;
    if (operator !== 'IN' || !Array.isArray(value) || !field || field.includes('.')) continue;
    if (reader.verify(def, [field]).type === 'datetime') continue;
    const types = [literalType].flat();
    const wanted = value.map((one, i) => folded(normal(literal(one, types[i] ?? types[0]))));
    return rowsAmong(database, def.name, {
      field,
      values: wanted,
      read: (row) => folded(normal(reader.read(def, row, [field]))),
    });
  }
  return undefined;
}

function conditionOf(
  database: Database,
  def: ObjectDef,
  { reader, condition }: { readonly reader: Reader; readonly condition: Condition },
): Test {
  const { field, operator, value, literalType, valueQuery } =
    condition as unknown as FieldCondition;
  if (!field)
    throw new OrgError(
      400,
      'MALFORMED_QUERY',
      'this stand-in does not support functions in conditions',
    );
  const path = field.split('.');
  const { type } = reader.verify(def, path);
  const comparable = (value: Value): Value =>
    type === 'datetime' && value !== null ? Date.parse(String(value)) : normal(value);
  const actual = (row: Row) => comparable(reader.read(def, row, path));
  const types = Array.isArray(literalType) ? literalType : [literalType];

  if (operator === 'IN' || operator === 'NOT IN') {
    const values = valueQuery
      ? [...subquery(database, reader, valueQuery)]
      : (value as string[]).map((one, i) => comparable(literal(one, types[i] ?? types[0])));
    const wanted = new Set(values.map(folded));
    const isWanted = (row: Row) => wanted.has(folded(actual(row)));
    return operator === 'IN' ? isWanted : (row) => !isWanted(row);
  }
  const wanted = comparable(literal(value as string, types[0]));
  /** null is neither less nor greater than any value. */
  const whenNotNull =
    (holds: (difference: number) => boolean): Test =>
    (row) => {
      const value = actual(row);
      return value !== null && wanted !== null && holds(compare(value, wanted));
    };
  switch (operator) {
    case '=':
      return (row) => equal(actual(row), wanted);
    case '!=':
    case '<>':
      return (row) => !equal(actual(row), wanted);
    case '<':
      return whenNotNull((difference) => difference < 0);
    case '<=':
      return whenNotNull((difference) => difference <= 0);
    case '>':
      return whenNotNull((difference) => difference > 0);
    case '>=':
      return whenNotNull((difference) => difference >= 0);
    case 'LIKE': {
      const pattern = new RegExp(
        `^${String(wanted)
          .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
          .replaceAll('%', '.*')
          .replaceAll('_', '.')}$`,
        'is',
      );
      return (row) => pattern.test(String(actual(row) ?? ''));
    }
    default:
      throw new OrgError(
        400,
        'MALFORMED_QUERY',
        `this stand-in does not support the operator ${operator}`,
      );
  }
}

function subquery(database: Database, reader: Reader, query: Query): Set<Value> {
  const def = reader.object(query.sObject ?? '');
  const filter = query.where ? whereOf(database, def, { reader, clause: query.where }) : () => true;
  const path = pathOf(query.fields![0]!);
  reader.verify(def, path);
  return new Set(
    database
      .rows(def.name)
      .filter((row) => reader.sees(def, row) && filter(row))
      .map((row) => normal(reader.read(def, row, path))),
  );
}

function literal(value: string, type: string | undefined): Value {
  switch (type) {
    case 'STRING':
      return value.replace(/^'|'$/g, '').replace(/\\(['\\])/g, '$1');
    case 'NULL':
      return null;
    case 'BOOLEAN':
      return value.toLowerCase() === 'true';
    case 'INTEGER':
    case 'DECIMAL':
      return Number(value);
    case 'DATE':
    case 'DATETIME':
      return value;
    case 'DATE_LITERAL':
      return value.toUpperCase() === 'TODAY'
        ? new Date().toISOString().slice(0, 10)
        : refuseLiteral(value);
    default:
      return refuseLiteral(value);
  }
}

function refuseLiteral(value: string): never {
  throw new OrgError(400, 'MALFORMED_QUERY', `this stand-in does not support the literal ${value}`);
}

const ID = /^[a-zA-Z0-9]{15}$/;
const normal = (value: Value): Value =>
  typeof value === 'string' && ID.test(value) ? toId18(value) : value;
/** Upper and lower case count only in ids. */
const folded = (value: Value): Value =>
  typeof value === 'string' && value.length !== 18 ? value.toLowerCase() : value;
const equal = (a: Value, b: Value): boolean => folded(a) === folded(b);

function compare(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function ordered(
  rows: Row[],
  { orderBy }: Query,
  { def, reader }: { readonly def: ObjectDef; readonly reader: Reader },
): Row[] {
  const clauses = (Array.isArray(orderBy) ? orderBy : orderBy ? [orderBy] : []) as {
    field?: string;
    order?: 'ASC' | 'DESC';
    nulls?: string;
  }[];
  const keys = clauses.map(({ field, order, nulls }) => {
    if (!field || nulls)
      throw new OrgError(
        400,
        'MALFORMED_QUERY',
        `this stand-in does not support ${nulls ? 'NULLS' : 'functions'} in ORDER BY`,
      );
    const path = field.split('.');
    reader.verify(def, path);
    return { path, sign: order === 'DESC' ? -1 : 1 };
  });
  return rows.toSorted((a, b) => {
    for (const { path, sign } of keys) {
      const difference = compare(reader.read(def, a, path), reader.read(def, b, path));
      if (difference !== 0) return sign * difference;
    }
    return 0;
  });
}

const isCount = ([field, ...others]: readonly FieldType[]): boolean => {
  const { functionName, parameters } = (field ?? {}) as {
    functionName?: string;
    parameters?: unknown[];
  };
  return functionName === 'COUNT' && !parameters?.length && others.length === 0;
};

function pathOf(field: FieldType): string[] {
  const labeled = labeledField(field);
  if (labeled) return labeled.split('.');
  if (field.type === 'Field') return [field.field];
  if (field.type === 'FieldRelationship') return [...field.relationships, field.field];
  throw new OrgError(
    400,
    'MALFORMED_QUERY',
    `this stand-in does not support ${field.type} in SELECT`,
  );
}

function projected(
  def: ObjectDef,
  row: Row,
  {
    fields,
    reader,
    apiPath,
  }: { readonly fields: readonly FieldType[]; readonly reader: Reader; readonly apiPath: string },
): Record<string, unknown> {
  const record: Record<string, unknown> = {
    attributes: { type: def.name, url: `${apiPath}/sobjects/${def.name}/${row.Id}` },
  };
  for (const field of fields) {
    const path = pathOf(field);
    const value = reader.read(def, row, path);
    place(record, path, {
      exists: (depth) => reader.read(def, row, [...path.slice(0, depth), 'Id']) !== null,
      value: labeledField(field) ? reader.labelOf(reader.verify(def, path), value) : value,
    });
  }
  return record;
}

/** Sets a nested value below its parents. A missing parent is null. */
function place(
  record: Record<string, unknown>,
  path: readonly string[],
  { exists, value }: { readonly exists: (depth: number) => boolean; readonly value: Value },
): void {
  let at = record;
  for (const [i, name] of path.slice(0, -1).entries()) {
    if (!exists(i + 1)) return void (at[name] = null);
    at = (at[name] ??= {}) as Record<string, unknown>;
  }
  at[path.at(-1)!] = value;
}
