import type { FieldType, Query } from 'soql-parser-js';
import { OrgError } from '../errors/orgError.ts';
import type { Row, Value } from '../records/database.ts';
import type { ObjectDef } from '../schema/schema.ts';
import type { Reader } from './reader.ts';

/** The most groups that an aggregate query returns; it has no further pages. */
const MAX_GROUPS = 2_000;

interface Column {
  readonly name: string;
  readonly valueOf: (rows: readonly Row[]) => Value;
}

/** Whether the query has COUNT(field) or MAX(field), or groups its rows. */
export const isAggregate = ({ fields = [], groupBy }: Query): boolean =>
  groupBy !== undefined ||
  fields.some(
    (field) =>
      field.type === 'FieldFunctionExpression' &&
      argumentOf(field) !== undefined &&
      labeledField(field) === undefined,
  );

/**
 * The results of an aggregate query: one per group of rows, or one for all rows. Supports COUNT and
 * MAX. Throws OrgError for anything else.
 */
export function aggregated(
  { fields = [], groupBy }: Query,
  def: ObjectDef,
  { rows, reader }: { readonly rows: readonly Row[]; readonly reader: Reader },
): Record<string, unknown>[] {
  const keys = [groupBy ?? []].flat().map((clause) => {
    if (!('field' in clause)) throw unsupported('functions in GROUP BY');
    reader.verify(def, clause.field.split('.'));
    return clause.field;
  });
  const columns = fields.map((field, index) => columnOf(field, index, { def, keys, reader }));
  const groups =
    keys.length === 0
      ? [rows]
      : [
          ...Map.groupBy(rows, (row) =>
            JSON.stringify(keys.map((key) => reader.read(def, row, key.split('.')))),
          ).values(),
        ];
  if (groups.length > MAX_GROUPS)
    throw new OrgError(
      500,
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  return groups.map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(columns.map(({ name, valueOf }) => [name, valueOf(group)])),
  }));
}

function columnOf(
  field: FieldType,
  index: number,
  { def, keys, reader }: { def: ObjectDef; keys: readonly string[]; reader: Reader },
): Column {
  if (field.type === 'Field') {
    if (!keys.includes(field.field))
      throw new OrgError(
        400,
        'MALFORMED_QUERY',
        `Field must be grouped or aggregated: ${field.field}`,
      );
    return { name: field.field, valueOf: ([first]) => reader.read(def, first!, [field.field]) };
  }
  const argument = argumentOf(field);
  if (field.type !== 'FieldFunctionExpression' || argument === undefined)
    throw unsupported(`${field.type} beside aggregates`);
  const path = argument.split('.');
  reader.verify(def, path);
  const name = field.alias ?? `expr${index}`;
  const present = (rows: readonly Row[]): Value[] =>
    rows.map((row) => reader.read(def, row, path)).filter((value) => value !== null);
  switch (field.functionName) {
    case 'COUNT':
      return { name, valueOf: (rows) => present(rows).length };
    case 'MAX':
      return {
        name,
        valueOf: (rows) =>
          present(rows).reduce<Value>(
            (most, value) => (most === null || value! > most ? value : most),
            null,
          ),
      };
    default:
      throw unsupported(String(field.functionName));
  }
}

/** The field whose label toLabel() requests; undefined for anything else. */
export const labeledField = (field: FieldType): string | undefined =>
  field.type === 'FieldFunctionExpression' && /^toLabel$/i.test(field.functionName)
    ? argumentOf(field)
    : undefined;

/** The field within the parentheses; undefined for COUNT(), which has none. */
function argumentOf(field: FieldType): string | undefined {
  const [argument] = (field as { parameters?: unknown[] }).parameters ?? [];
  return typeof argument === 'string' ? argument : undefined;
}

const unsupported = (what: string): OrgError =>
  new OrgError(400, 'MALFORMED_QUERY', `this stand-in does not support ${what}`);
