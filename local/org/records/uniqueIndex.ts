import type { Row, Value } from './row.ts';

type Rows = Record<string, Row>;

/** Finds rows by a field of which no two rows have the same value, without a look at each row. */
export interface UniqueIndex {
  find(rows: Rows, field: string, value: Value): Row | undefined;
  /** Is told of each row that is put, replaced or taken away. */
  changed(rows: Rows, id: string, before: Row | undefined, after: Row | undefined): void;
}

/** A field is read of all rows when it is asked for the first time. */
export function createUniqueIndex(): UniqueIndex {
  /** By rows and field: the ids by value. */
  const ids = new WeakMap<Rows, Map<string, Map<Value, string>>>();

  function idsBy(rows: Rows, field: string): Map<Value, string> {
    const fields = ids.get(rows) ?? new Map<string, Map<Value, string>>();
    ids.set(rows, fields);
    let found = fields.get(field);
    if (!found) {
      found = new Map(Object.entries(rows).map(([id, row]) => [row[field] ?? null, id]));
      fields.set(field, found);
    }
    return found;
  }

  return {
    find: (rows, field, value) => rows[idsBy(rows, field).get(value) ?? ''],
    changed(rows, id, before, after) {
      for (const [field, byValue] of ids.get(rows) ?? []) {
        const was = before?.[field] ?? null;
        if (byValue.get(was) === id) byValue.delete(was);
        if (after) byValue.set(after[field] ?? null, id);
      }
    },
  };
}
