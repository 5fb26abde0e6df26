import type { Database, Row, Value } from '../records/database.ts';

interface Indexes {
  /** The revision of the records that were indexed. */
  readonly revision: number;
  readonly byField: Map<string, ReadonlyMap<Value, readonly Placed[]>>;
}

/** A row and its place in the table. */
interface Placed {
  readonly row: Row;
  readonly at: number;
}

const known = new WeakMap<Database, Indexes>();

/**
 * The rows of an object whose field has one of these values, in the order of the table. The index
 * is built on first use, and again after records have changed.
 */
export function rowsAmong(
  database: Database,
  object: string,
  {
    field,
    values,
    read,
  }: {
    readonly field: string;
    readonly values: readonly Value[];
    readonly read: (row: Row) => Value;
  },
): readonly Row[] {
  const indexes = current(database);
  const name = `${object}.${field}`;
  const index =
    indexes.byField.get(name) ??
    Map.groupBy(
      database.rows(object).map((row, at): Placed => ({ row, at })),
      ({ row }) => read(row),
    );
  indexes.byField.set(name, index);
  return [...new Set(values)]
    .flatMap((value) => index.get(value) ?? [])
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
}

function current(database: Database): Indexes {
  const found = known.get(database);
  if (found?.revision === database.revision()) return found;
  const fresh: Indexes = { revision: database.revision(), byField: new Map() };
  known.set(database, fresh);
  return fresh;
}
