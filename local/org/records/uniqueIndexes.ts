import type { Row, Value } from './row.ts';

type Table = Readonly<Record<string, Row>>;

/** Finds records by fields that are unique, so that a large table is not searched for each. */
interface UniqueIndexes {
  /** The record with this value. The first question about a field indexes it. */
  find(table: Table, field: string, value: Value): Row | undefined;
  /** A record of the table is another one now, is new or is gone. */
  replaced(table: Table, before: Row | undefined, after: Row | undefined): void;
}

export function createUniqueIndexes(): UniqueIndexes {
  const indexes = new WeakMap<Table, Map<string, Map<Value | undefined, string>>>();

  function indexOf(table: Table, field: string): Map<Value | undefined, string> {
    const ofTable = indexes.get(table) ?? new Map<string, Map<Value | undefined, string>>();
    indexes.set(table, ofTable);
    const known = ofTable.get(field);
    if (known) return known;
    const index = new Map(Object.entries(table).map(([id, row]) => [row[field], id] as const));
    ofTable.set(field, index);
    return index;
  }

  return {
    find(table, field, value) {
      const id = indexOf(table, field).get(value);
      return id === undefined ? undefined : table[id];
    },
    replaced(table, before, after) {
      for (const [field, index] of indexes.get(table) ?? []) {
        if (before && index.get(before[field]) === before.Id) index.delete(before[field]);
        if (after) index.set(after[field], String(after.Id));
      }
    },
  };
}
