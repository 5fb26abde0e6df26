import { toId18 } from '../ids/recordId.ts';
import { openRecordsFile, type State } from './recordsFile.ts';
import type { Row, Value } from './row.ts';
import { createUniqueIndex } from './uniqueIndex.ts';

/** The rows of all objects, by the object's name and the record's id. Nothing is checked here. */
export interface Tables {
  /** Increases with each change of any row. */
  revision(): number;
  isEmpty(): boolean;
  /** A number that no record has had yet. */
  nextNumber(): number;
  rows(object: string): Row[];
  find(object: string, id: string): Row | undefined;
  /** Finds a row by a field with unique values. */
  findUnique(object: string, field: string, value: Value): Row | undefined;
  /** Adds or replaces a row, or removes it if there is no new one. */
  put(object: string, id: string, row: Row | undefined): void;
  replaceAll(object: string, rows: readonly Row[]): void;
  /** Deleted records of all objects. */
  deletedRows(): Row[];
  findDeleted(id: string): Row | undefined;
  putDeleted(id: string, row: Row): void;
  /** Rolls back all changes when `work` throws. */
  atomically<T>(work: () => T): T;
  /** Writes the file soon, if there is a data folder. Changes until then are included. */
  save(): void;
  /** Writes pending changes now. */
  close(): void;
  clear(): void;
}

const SAVED_WITHIN_MS = 250;

/** Rows in memory, and in a file of `dataDir` if there is one. */
export function createTables(dataDir?: string): Tables {
  const file = dataDir ? openRecordsFile(dataDir) : undefined;
  let state: State = file?.saved ?? { counter: 0, tables: {}, deleted: {} };
  const unique = createUniqueIndex();
  let revision = 0;
  let saving: NodeJS.Timeout | undefined;
  /** Functions that undo the changes since `atomically` began; undefined outside it. */
  let undoing: (() => void)[] | undefined;

  function write(): void {
    clearTimeout(saving);
    saving = undefined;
    file!.write(state);
  }

  const table = (object: string): Record<string, Row> => (state.tables[object] ??= {});

  function change(rows: Record<string, Row>, id: string, row: Row | undefined): void {
    const before = rows[id];
    file?.changed(rows, id);
    unique.changed(rows, { id, before, after: row });
    undoing?.push(() => {
      unique.changed(rows, { id, before: row, after: before });
      if (before) rows[id] = before;
      else delete rows[id];
    });
    if (row) rows[id] = row;
    else delete rows[id];
  }

  return {
    revision: () => revision,
    isEmpty: () => state.counter === 0,
    nextNumber: () => (state.counter += 1),
    rows: (object) => Object.values(table(object)),
    find: (object, id) => state.tables[object]?.[toId18(id)],
    findUnique: (object, field, value) => unique.find(table(object), field, value),
    put(object, id, row) {
      revision += 1;
      change(table(object), id, row);
    },
    replaceAll(object, rows) {
      revision += 1;
      file?.replaced(object);
      state.tables[object] = Object.fromEntries(rows.map((row) => [row.Id as string, row]));
    },
    deletedRows: () => Object.values(state.deleted),
    findDeleted: (id) => state.deleted[toId18(id)],
    putDeleted: (id, row) => change(state.deleted, id, row),
    atomically(work) {
      const outer = undoing;
      const undo: (() => void)[] = (undoing = []);
      try {
        const answer = work();
        outer?.push(...undo);
        return answer;
      } catch (error) {
        revision += 1;
        for (const step of undo.reverse()) step();
        throw error;
      } finally {
        undoing = outer;
      }
    },
    save() {
      if (file) saving ??= setTimeout(write, SAVED_WITHIN_MS);
    },
    close() {
      if (saving) write();
    },
    clear() {
      revision += 1;
      file?.cleared();
      state = { counter: 0, tables: {}, deleted: {} };
    },
  };
}
