import type { Condition, Query } from 'soql-parser-js';
import { OrgError } from '../errors/orgError.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';
import type { Reader } from './reader.ts';
import { foldWhere, type FieldCondition } from './where.ts';

/**
 * From this many rows on, a query of an object must be selective.
 * https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_SOQL_VLSQ.htm
 */
const LARGE_OBJECT_ROWS = 200_000;

const INDEXED = ['Id', 'Name', 'CreatedDate', 'SystemModstamp', 'Username', 'Email'];
const SEARCHES_ALL = ['!=', '<>', 'NOT IN', 'EXCLUDES'];

/** Lookups, external ids and unique fields are indexed, and a few standard ones. */
const isIndexed = ({ name, type, externalId, unique }: FieldDef): boolean =>
  type === 'id' ||
  type === 'reference' ||
  externalId === true ||
  unique === true ||
  INDEXED.includes(name);

/**
 * Throws OrgError QUERY_TIMEOUT if a query would search all rows of a large object, because no
 * condition that every row must meet is about an indexed field. @param rows the number of rows
 */
export function refuseUnselective(
  { where, sObject }: Query,
  def: ObjectDef,
  { reader, rows }: { readonly reader: Reader; readonly rows: number },
): void {
  if (rows < LARGE_OBJECT_ROWS) return;
  const isSelective =
    where !== undefined &&
    foldWhere<boolean>(where, {
      condition: (condition) => narrows(condition, def, reader),
      and: (parts) => parts.includes(true),
      or: (parts) => !parts.includes(false),
      not: () => false,
    });
  if (!isSelective)
    throw new OrgError(
      400,
      'QUERY_TIMEOUT',
      `Your query request was running for too long: ${sObject} has ${rows} rows, and no filter is on an indexed field.`,
    );
}

function narrows(condition: Condition, def: ObjectDef, reader: Reader): boolean {
  const { field, operator, value } = condition as unknown as FieldCondition;
  if (!field || SEARCHES_ALL.includes(operator)) return false;
  if (operator === 'LIKE' && /^'?[%_]/.test(String(value))) return false;
  return isIndexed(reader.verify(def, field.split('.')));
}
