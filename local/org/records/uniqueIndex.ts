import type { Row, Value } from './row.ts';

type Rows = Record<string, Row>;

/** Finds rows by a field with unique values, without reading each row. */
export interface UniqueIndex {
  find(rows: Rows, field: string, value: Value): Row | undefined;
  /** Called for each row that is added, replaced or removed. */
  changed(
    rows: Rows,
    row: {
      readonly id: string;
      readonly before: Row | undefined;
      readonly after: Row | undefined;
    },
  ): void;
}

/** A field is indexed when it is first used. */
export function createUniqueIndex(): UniqueIndex {
  /** The ids by value, for each table and field. */
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
    changed(rows, { id, before, after }) {
      for (const [field, byValue] of ids.get(rows) ?? []) {
        const was = before?.[field] ?? null;
        if (byValue.get(was) === id) byValue.delete(was);
        if (after) byValue.set(after[field] ?? null, id);
      }
    },
  };
}
