import { OrgError } from '../errors/orgError.ts';
import { idOf, toId18 } from '../ids/recordId.ts';
import type { ObjectDef, Schema } from '../schema/schema.ts';
import { checkRecord, checkValues } from './checks.ts';
import { copiesOf, copyFor, goneWith, withDerivedTimes } from './events.ts';
import type { Records } from './records.ts';
import { openRecordsFile, type State } from './recordsFile.ts';
import type { Row, Value } from './row.ts';
import { createUniqueIndex } from './uniqueIndex.ts';

export type { Row, Value } from './row.ts';

/** The records of the org. Its methods throw OrgError where the platform refuses. */
export interface Database {
  readonly schema: Schema;
  /** Increases with each change of any record. */
  revision(): number;
  object(name: string): ObjectDef;
  rows(object: string): Row[];
  get(object: string, id: string): Row;
  findBy(object: string, field: string, value: Value): Row | undefined;
  insert(object: string, values: Row, userId: string): Row;
  /** Without a user, the platform itself writes, and validation rules are skipped. */
  update(object: string, id: string, values: Row, userId?: string): Row;
  remove(object: string, id: string): void;
  /**
   * References to the loser become references to the winner. The loser is deleted, with the winner
   * as its MasterRecordId.
   */
  merge(object: string, loserId: string, winnerId: string): void;
  /** Deleted records, which queryAll also finds. */
  deletedRows(object: string): Row[];
  /** Adds a check of each record that a user saves. */
  onSave(check: SaveCheck): void;
  /** Replaces all records of an object, unchecked, as a deploy does. */
  replaceAll(object: string, rows: readonly Row[]): void;
  /** Rolls back all changes when `work` throws. */
  atomically<T>(work: () => T): T;
  /** Writes the file soon, if there is a data folder. Changes until then are included. */
  save(): void;
  /** Writes pending changes now. */
  close(): void;
  isEmpty(): boolean;
  clear(): void;
}

/** Throws OrgError to refuse a save. `before` is undefined for a new record. */
type SaveCheck = (object: string, record: Row, before: Row | undefined, userId: string) => void;

const SAVED_WITHIN_MS = 250;

/** Records in memory, checked as the platform checks them, and kept in `dataDir` if there is one. */
export function createDatabase(schema: Schema, dataDir?: string): Database {
  const beforeSave: SaveCheck[] = [];
  const file = dataDir ? openRecordsFile(dataDir) : undefined;
  let state: State = file?.saved ?? { counter: 0, tables: {}, deleted: {} };
  const unique = createUniqueIndex();
  let revision = 0;
  let saving: NodeJS.Timeout | undefined;

  function write(): void {
    clearTimeout(saving);
    saving = undefined;
    file!.write(state);
  }

  function object(name: string): ObjectDef {
    const found =
      schema.get(name) ??
      [...schema.values()].find((def) => def.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return found;
  }

  /** Only deployments write custom metadata. */
  function writable(name: string): ObjectDef {
    const def = object(name);
    if (def.name.endsWith('__mdt'))
      throw new OrgError(
        400,
        'INVALID_TYPE_FOR_OPERATION',
        `entity type ${def.name} cannot be inserted`,
      );
    return def;
  }

  const table = (name: string): Record<string, Row> => (state.tables[object(name).name] ??= {});
  /** Returns the table for a change, and increases the revision. */
  const changing = (name: string): Record<string, Row> => {
    revision += 1;
    return table(name);
  };

  /** Functions that undo the changes since `atomically` began; undefined outside it. */
  let undoing: (() => void)[] | undefined;

  function put(rows: Record<string, Row>, id: string, row: Row | undefined): void {
    const before = rows[id];
    file?.changed(rows, id);
    unique.changed(rows, id, before, row);
    undoing?.push(() => {
      unique.changed(rows, id, row, before);
      if (before) rows[id] = before;
      else delete rows[id];
    });
    if (row) rows[id] = row;
    else delete rows[id];
  }

  const findBy = (name: string, field: string, value: Value): Row | undefined => {
    if (field === 'Id') return table(name)[String(value)];
    return value !== null && object(name).fields.get(field)?.unique
      ? unique.find(table(name), field, value)
      : Object.values(table(name)).find((row) => row[field] === value);
  };

  const records: Records = {
    schema,
    find: (name, id) => state.tables[name]?.[toId18(id)],
    isDeleted: (id) => state.deleted[toId18(id)] !== undefined,
    rows: (name) => Object.values(table(name)),
    findBy,
  };

  /** Without a user, the platform itself writes, and validation rules are skipped. */
  function checkedRow(
    def: ObjectDef,
    row: Row,
    { before, userId }: { readonly before?: Row; readonly userId: string | undefined },
  ): Row {
    checkRecord(records, def, row);
    if (userId) for (const check of beforeSave) check(def.name, row, before, userId);
    return row;
  }

  const derived = (def: ObjectDef, row: Row): Row => ({
    ...row,
    ...(def.name === 'Event' && withDerivedTimes(row)),
    ...((def.name === 'Contact' || def.name === 'Lead') && {
      Name: [row.FirstName, row.LastName].filter(Boolean).join(' '),
    }),
    ...(def.name === 'Task' && {
      IsClosed: def.fields.get('Status')?.closed?.includes(String(row.Status)) ?? false,
    }),
    ...(def.name === 'Opportunity' && {
      IsClosed: String(row.StageName).startsWith('Closed'),
      IsWon: row.StageName === 'Closed Won',
    }),
  });

  /** The copies that the platform writes into the calendars of invitees. */
  function writeCopies(name: string, row: Row): void {
    const invited = name === 'EventRelation' && records.find('Event', String(row.EventId));
    if (invited && records.find('User', String(row.RelationId))) {
      state.counter += 1;
      const copy = {
        ...copyFor(invited, row.RelationId),
        Id: idOf(object('Event').prefix, state.counter),
      };
      put(changing('Event'), String(copy.Id), copy);
      put(changing('Event'), String(invited.Id), { ...invited, IsGroupEvent: true });
    }
    if (name === 'Event')
      for (const copy of copiesOf(records, row))
        put(changing('Event'), String(copy.Id), {
          ...copyFor(row, copy.OwnerId),
          Id: copy.Id ?? null,
        });
  }

  return {
    schema,
    revision: () => revision,
    object,
    rows: (name) => Object.values(table(name)),

    get(name, id) {
      const row = table(name)[toId18(id)];
      if (row) return row;
      if (state.deleted[toId18(id)])
        throw new OrgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
      throw new OrgError(
        404,
        'NOT_FOUND',
        'Provided external ID field does not exist or is not accessible: ' + id,
      );
    },

    findBy,

    replaceAll(name, rows) {
      revision += 1;
      file?.replaced(object(name).name);
      state.tables[object(name).name] = Object.fromEntries(
        rows.map((row) => [row.Id as string, row]),
      );
    },

    insert(name, values, userId) {
      const def = writable(name);
      checkValues(records, def, { values });
      state.counter += 1;
      const now = new Date().toISOString();
      const defaults: Row = def.fields.has('OwnerId') ? { OwnerId: userId } : {};
      if (def.name === 'Task') defaults.TaskSubtype = 'Task';
      for (const { name: field, defaultValue } of def.fields.values())
        if (defaultValue !== undefined) defaults[field] = defaultValue;
      const row = derived(def, {
        ...defaults,
        ...values,
        Id: idOf(def.prefix, state.counter),
        CreatedDate: now,
        LastModifiedDate: now,
        SystemModstamp: now,
        CreatedById: userId,
      });
      if (def.numbering)
        row.Name = def.numbering.replace(/\{(0+)\}/, (_all, digits: string) =>
          String(state.counter).padStart(digits.length, '0'),
        );
      put(changing(name), row.Id as string, checkedRow(def, row, { userId }));
      writeCopies(def.name, row);
      return row;
    },

    update(name, id, values, userId) {
      const def = object(name);
      const existing = this.get(name, id);
      checkValues(records, def, { values, existing });
      const now = new Date().toISOString();
      const row = derived(def, {
        ...existing,
        ...values,
        LastModifiedDate: now,
        SystemModstamp: now,
      });
      put(
        changing(name),
        existing.Id as string,
        checkedRow(def, row, { before: existing, userId }),
      );
      writeCopies(def.name, row);
      return row;
    },

    remove(name, id) {
      const row = this.get(name, id);
      put(changing(name), row.Id as string, undefined);
      put(state.deleted, row.Id as string, { ...row, IsDeleted: true });
      for (const [object, gone] of goneWith(records, name, row))
        if (records.find(object, gone)) this.remove(object, gone);
    },

    merge(name, loserId, winnerId) {
      const [loser, winner] = [this.get(name, loserId), this.get(name, winnerId)];
      for (const def of schema.values()) {
        const lookups = [...def.fields.values()]
          .filter((field) => field.type === 'reference')
          .map((field) => field.name);
        for (const row of records.rows(def.name))
          for (const lookup of lookups)
            if (row[lookup] === loser.Id)
              put(changing(def.name), row.Id as string, { ...row, [lookup]: winner.Id! });
      }
      this.remove(name, loserId);
      state.deleted[loser.Id as string]!.MasterRecordId = winner.Id!;
    },

    deletedRows: (name) =>
      Object.values(state.deleted).filter((row) => String(row.Id).startsWith(object(name).prefix)),
    onSave: (check) => void beforeSave.push(check),

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

    isEmpty: () => state.counter === 0,
    clear() {
      revision += 1;
      file?.cleared();
      state = { counter: 0, tables: {}, deleted: {} };
    },
  };
}
