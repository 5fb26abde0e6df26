import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import type { Database, Row, Value } from '../records/database.ts';
import { fieldValue } from '../records/fieldValue.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';
import type { Bucket, ReportDefinition, ReportType } from './definition.ts';

/** A record of the base object, and the joined record if the report type has a join. */
export interface Joined {
  readonly base: Row;
  readonly child?: Row;
}

/** The value of a cell, and its formatted text. */
export interface Cell {
  readonly value: Value;
  readonly label: string;
}

/** A column of a report: a field, also of a parent, or a bucket of a field. */
export interface Column {
  readonly name: string;
  readonly label: string;
  readonly type: FieldDef['type'];
  /** The values of a picklist, in their order. */
  readonly order?: readonly string[];
  read(joined: Joined): Cell;
}

interface ColumnReading {
  readonly database: Database;
  readonly access: Access;
  readonly userId: string;
  /** Whether sharing shows the record. */
  readonly sees: (object: string, row: Row) => boolean;
}

const NOTHING: Cell = { value: null, label: '-' };

/** Finds the columns of a report by name. Throws OrgError if there is none. */
export function createColumns(
  reading: ColumnReading,
  { buckets }: Pick<ReportDefinition, 'buckets'>,
  type: ReportType,
): (name: string) => Column {
  const { database } = reading;
  const known = new Map<string, Column>();
  const child = type.join && childOf(database, type);

  function column(name: string): Column {
    const found = known.get(name) ?? create(name);
    known.set(name, found);
    return found;
  }
  function create(name: string): Column {
    const bucket = buckets.find((one) => one.name === name);
    if (bucket) return bucketed(bucket, column(bucket.source));
    const [table = '', path = ''] = name.split('$');
    const isOfChild = table.includes('.');
    const def = isOfChild ? child?.def : database.object(table);
    if (!def || (!isOfChild && table !== type.base)) throw noColumn(name);
    const read = pathReader(reading, def, { path: path.split('.'), name });
    return {
      name,
      label: read.label,
      type: read.field.type,
      ...(read.field.values && { order: read.field.values }),
      read: ({ base, child: joined }) => {
        const row = isOfChild ? joined : base;
        return row ? read.cell(row) : NOTHING;
      },
    };
  }
  return column;
}

/** The object of the joined list, and the field that names the parent. */
export function childOf(
  database: Database,
  { base, join }: ReportType,
): { readonly def: ObjectDef; readonly lookup: string } {
  const list = join?.relationship.replace(/__r$/, '') ?? '';
  for (const def of database.schema.values())
    for (const field of def.fields.values())
      if (field.custom && field.referenceTo === base && field.listName === list)
        return { def, lookup: field.name };
  throw new OrgError(400, 'BAD_REQUEST', `${base} has no list ${list}`);
}

function pathReader(
  { database, access, userId, sees }: ColumnReading,
  def: ObjectDef,
  { path, name }: { readonly path: readonly string[]; readonly name: string },
): { readonly field: FieldDef; readonly label: string; cell(row: Row): Cell } {
  const [head = '', ...rest] = path;
  const field =
    def.fields.get(head) ??
    [...def.fields.values()].find(({ relationshipName }) => relationshipName === head);
  if (!field) throw noColumn(name);
  const isReadable = access.mayRead(userId, def.name, field.name);
  const target = field.referenceTo ? database.schema.get(field.referenceTo) : undefined;
  const parentOf = (row: Row): Row | undefined =>
    target && database.findBy(target.name, 'Id', row[field.name] ?? null);
  if (rest.length > 0) {
    if (!target) throw noColumn(name);
    const next = pathReader({ database, access, userId, sees }, target, { path: rest, name });
    return {
      field: next.field,
      label: `${field.label}: ${next.label}`,
      cell(row) {
        const parent = isReadable ? parentOf(row) : undefined;
        return parent && sees(target.name, parent) ? next.cell(parent) : NOTHING;
      },
    };
  }
  return {
    field,
    label: field.label,
    cell(row) {
      const value = isReadable ? fieldValue(field, row) : null;
      if (value === null || value === '') return NOTHING;
      if (field.type === 'reference') {
        const parent = parentOf(row);
        return { value, label: String(parent?.Name ?? value) };
      }
      if (field.type === 'boolean') return { value, label: value ? 'true' : 'false' };
      return { value, label: field.valueLabels?.[String(value)] ?? String(value) };
    },
  };
}

const bucketed = (bucket: Bucket, source: Column): Column => ({
  name: bucket.name,
  label: bucket.label,
  type: 'string',
  order: [...bucket.values.map(({ label }) => label), ...(bucket.other ? [bucket.other] : [])],
  read(joined) {
    const { value } = source.read(joined);
    if (value === null) return NOTHING;
    const found = bucket.values.find(({ listed, from, to }) =>
      listed.length > 0
        ? listed.includes(String(value))
        : Number(value) > (from ?? -Infinity) && Number(value) <= (to ?? Infinity),
    );
    const label = found?.label ?? bucket.other;
    return label === undefined ? NOTHING : { value: label, label };
  },
});

const noColumn = (name: string) =>
  new OrgError(400, 'BAD_REQUEST', `The report has no column ${name}`);
