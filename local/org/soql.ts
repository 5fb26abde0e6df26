import soqlParser, { type Condition, type FieldType, type Query, type WhereClause } from 'soql-parser-js';
import type { Database, Row, Value } from './database.ts';
import { OrgError } from './errors.ts';
import { toId18 } from './ids.ts';
import type { ObjectDef } from './schema.ts';

export interface QueryResult { totalSize: number; done: true; records: Record<string, unknown>[] }

/** Runs a SOQL query. What this stand-in does not support is refused, never ignored. */
export function runQuery(database: Database, soql: string, apiPath: string): QueryResult {
  let query: Query;
  try {
    query = soqlParser.parseQuery(soql);
  } catch (error) {
    throw new OrgError(400, 'MALFORMED_QUERY', (error as Error).message);
  }
  const unsupported = (['groupBy', 'having', 'withDataCategory', 'withAccessLevel', 'for'] as const).find((clause) => query[clause] !== undefined && clause !== 'withAccessLevel');
  if (unsupported) throw new OrgError(400, 'MALFORMED_QUERY', `this stand-in does not support ${unsupported}`);

  const def = objectOf(database, query.sObject ?? '');
  const reader = readerOf(database);
  const filter = query.where ? whereOf(database, def, reader, query.where) : () => true;
  let rows = database.rows(def.name).filter(filter);
  rows = ordered(rows, query, def, reader);
  rows = rows.slice(query.offset ?? 0).slice(0, query.limit ?? 2000);

  const fields = query.fields ?? [];
  if (isCount(fields)) return { totalSize: rows.length, done: true, records: [] };
  const records = rows.map((row) => projected(def, row, fields, reader, apiPath));
  return { totalSize: records.length, done: true, records };
}

type Reader = (def: ObjectDef, row: Row, path: readonly string[]) => Value;

function objectOf(database: Database, name: string): ObjectDef {
  try {
    return database.object(name);
  } catch {
    throw new OrgError(400, 'INVALID_TYPE', `sObject type '${name}' is not supported.`);
  }
}

/** Reads a field, through parent relationships such as Account.Name. */
function readerOf(database: Database): Reader {
  const read: Reader = (def, row, [head = '', ...rest]) => {
    if (rest.length === 0) {
      const field = [...def.fields.values()].find((candidate) => candidate.name.toLowerCase() === head.toLowerCase());
      if (!field) throw noField(def, head);
      return row[field.name] ?? (field.type === 'boolean' ? false : null);
    }
    const lookup = [...def.fields.values()].find((candidate) => candidate.relationshipName?.toLowerCase() === head.toLowerCase());
    if (!lookup?.referenceTo) throw noField(def, head);
    const target = database.object(lookup.referenceTo);
    const parent = database.rows(target.name).find((candidate) => candidate.Id === row[lookup.name]);
    return parent ? read(target, parent, rest) : (read(target, {}, rest), null);
  };
  return read;
}

const noField = (def: ObjectDef, name: string) =>
  new OrgError(400, 'INVALID_FIELD', `No such column '${name}' on entity '${def.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`);

type Test = (row: Row) => boolean;

const whereOf = (database: Database, def: ObjectDef, read: Reader, clause: WhereClause): Test =>
  expression(tokensOf(clause), (condition) => conditionOf(database, def, read, condition));

type Joint = 'AND' | 'OR' | 'NOT';

/** The parser nests to the right and keeps parentheses as counts; SOQL forbids mixing AND and OR without them. */
function tokensOf(clause: WhereClause): (Condition | Joint)[] {
  const tokens: (Condition | Joint)[] = [];
  for (let current: WhereClause | undefined = clause; current; current = (current as { right?: WhereClause }).right) {
    if (current.left) tokens.push(current.left as Condition);
    const operator = (current as { operator?: Joint }).operator;
    if (operator) tokens.push(operator);
  }
  return tokens;
}

/** Recursive descent over conditions with their parenthesis counts. */
function expression(tokens: (Condition | Joint)[], test: (condition: Condition) => Test): Test {
  type Token = Test | '(' | ')' | Joint;
  const stream: Token[] = tokens.flatMap((token): Token[] => {
    if (typeof token === 'string') return [token];
    const { openParen = 0, closeParen = 0 } = token as { openParen?: number; closeParen?: number };
    const own: Token[] = 'field' in token || 'fn' in token ? [test(token)] : [];
    return [...Array<Token>(openParen).fill('('), ...own, ...Array<Token>(closeParen).fill(')')];
  });
  let at = 0;
  const primary = (): Test => {
    const token = stream[at++];
    if (token === 'NOT') {
      const inner = primary();
      return (row) => !inner(row);
    }
    if (token === '(') {
      const inner = chain();
      if (stream[at++] !== ')') throw new OrgError(400, 'MALFORMED_QUERY', 'missing parenthesis');
      return inner;
    }
    if (typeof token !== 'function') throw new OrgError(400, 'MALFORMED_QUERY', `unexpected ${String(token)}`);
    return token;
  };
  const chain = (): Test => {
    const parts = [primary()];
    let joint: Token | undefined;
    while (stream[at] === 'AND' || stream[at] === 'OR') {
      if (joint && joint !== stream[at]) throw new OrgError(400, 'MALFORMED_QUERY', 'AND and OR need parentheses');
      joint = stream[at++];
      parts.push(primary());
    }
    return joint === 'OR' ? (row) => parts.some((part) => part(row)) : (row) => parts.every((part) => part(row));
  };
  return chain();
}

interface FieldCondition { field: string; operator: string; value?: string | string[]; literalType?: string | string[]; valueQuery?: Query }

function conditionOf(database: Database, def: ObjectDef, read: Reader, condition: Condition): Test {
  const { field, operator, value, literalType, valueQuery } = condition as unknown as FieldCondition;
  if (!field) throw new OrgError(400, 'MALFORMED_QUERY', 'this stand-in does not support functions in conditions');
  const path = field.split('.');
  read(def, {}, path);
  const actual = (row: Row) => normal(read(def, row, path));
  const types = Array.isArray(literalType) ? literalType : [literalType];

  if (operator === 'IN' || operator === 'NOT IN') {
    const wanted = valueQuery ? subquery(database, valueQuery) : new Set((value as string[]).map((one, i) => normal(literal(one, types[i] ?? types[0]))));
    return operator === 'IN' ? (row) => wanted.has(actual(row)) : (row) => !wanted.has(actual(row));
  }
  const wanted = normal(literal(value as string, types[0]));
  switch (operator) {
    case '=': return (row) => equal(actual(row), wanted);
    case '!=': case '<>': return (row) => !equal(actual(row), wanted);
    case '<': return (row) => compare(actual(row), wanted) < 0;
    case '<=': return (row) => compare(actual(row), wanted) <= 0;
    case '>': return (row) => compare(actual(row), wanted) > 0;
    case '>=': return (row) => compare(actual(row), wanted) >= 0;
    case 'LIKE': {
      const pattern = new RegExp(`^${String(wanted).replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('%', '.*').replaceAll('_', '.')}$`, 'is');
      return (row) => pattern.test(String(actual(row) ?? ''));
    }
    default: throw new OrgError(400, 'MALFORMED_QUERY', `this stand-in does not support the operator ${operator}`);
  }
}

function subquery(database: Database, query: Query): Set<Value> {
  const def = objectOf(database, query.sObject ?? '');
  const read = readerOf(database);
  const filter = query.where ? whereOf(database, def, read, query.where) : () => true;
  const [selected] = query.fields ?? [];
  return new Set(database.rows(def.name).filter(filter).map((row) => normal(read(def, row, [(selected as { field: string }).field]))));
}

function literal(value: string, type: string | undefined): Value {
  switch (type) {
    case 'STRING': return value.replace(/^'|'$/g, '').replace(/\\(['\\])/g, '$1');
    case 'NULL': return null;
    case 'BOOLEAN': return value.toLowerCase() === 'true';
    case 'INTEGER': case 'DECIMAL': return Number(value);
    case 'DATE': case 'DATETIME': return value;
    case 'DATE_LITERAL': return value.toUpperCase() === 'TODAY' ? new Date().toISOString().slice(0, 10) : refuseLiteral(value);
    default: return refuseLiteral(value);
  }
}

function refuseLiteral(value: string): never {
  throw new OrgError(400, 'MALFORMED_QUERY', `this stand-in does not support the literal ${value}`);
}

const ID = /^[a-zA-Z0-9]{15}$/;
const normal = (value: Value): Value => (typeof value === 'string' && ID.test(value) ? toId18(value) : value);
const equal = (a: Value, b: Value): boolean => (typeof a === 'string' && typeof b === 'string' && a.length !== 18 ? a.toLowerCase() === b.toLowerCase() : a === b);

function compare(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

function ordered(rows: Row[], { orderBy }: Query, def: ObjectDef, read: Reader): Row[] {
  const clauses = (Array.isArray(orderBy) ? orderBy : orderBy ? [orderBy] : []) as { field: string; order?: 'ASC' | 'DESC' }[];
  return rows.toSorted((a, b) => {
    for (const { field, order } of clauses) {
      const difference = compare(read(def, a, field.split('.')), read(def, b, field.split('.')));
      if (difference !== 0) return order === 'DESC' ? -difference : difference;
    }
    return 0;
  });
}

const isCount = (fields: readonly FieldType[]): boolean => fields.length === 1 && (fields[0] as { functionName?: string }).functionName === 'COUNT';

function projected(def: ObjectDef, row: Row, fields: readonly FieldType[], read: Reader, apiPath: string): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: { type: def.name, url: `${apiPath}/sobjects/${def.name}/${row.Id}` } };
  for (const field of fields) {
    if (field.type === 'Field') record[field.field] = read(def, row, [field.field]);
    else if (field.type === 'FieldRelationship') {
      const value = read(def, row, [...field.relationships, field.field]);
      const [top = ''] = field.relationships;
      const lookup = [...def.fields.values()].find((candidate) => candidate.relationshipName === top);
      const parent = (record[top] ?? (row[lookup?.name ?? ''] ? {} : null)) as Record<string, unknown> | null;
      if (parent) parent[field.relationships.length > 1 ? [...field.relationships.slice(1), field.field].join('.') : field.field] = value;
      record[top] = parent;
    } else throw new OrgError(400, 'MALFORMED_QUERY', `this stand-in does not support ${field.type} in SELECT`);
  }
  return record;
}
