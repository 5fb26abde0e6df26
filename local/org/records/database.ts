import { OrgError } from '../errors/orgError.ts';
import { idOf } from '../ids/recordId.ts';
import type { ObjectDef, Schema } from '../schema/schema.ts';
import { checkRecord, checkValues } from './checks.ts';
import { copiesOf, copyFor, goneWith, withDerivedTimes } from './events.ts';
import type { Records } from './records.ts';
import type { Row, Value } from './row.ts';
import { createTables, type Tables } from './tables.ts';

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
  update(
    object: string,
    id: string,
    change: { readonly values: Row; readonly userId?: string },
  ): Row;
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

/** Records in memory, checked as the platform checks them, and kept in `dataDir` if there is one. */
export function createDatabase(schema: Schema, dataDir?: string): Database {
  const tables = createTables(dataDir);
  const object = (name: string): ObjectDef => objectOf(schema, name);
  const rows = (name: string): Row[] => tables.rows(object(name).name);
  const records: Records = {
    schema,
    find: (name, id) => tables.find(name, id),
    isDeleted: (id) => tables.findDeleted(id) !== undefined,
    rows,
    findBy: (name, field, value) => findBy(tables, object(name), { field, value }),
  };
  const writing = createWriting(records, tables);

  return {
    schema,
    revision: () => tables.revision(),
    object,
    rows,
    findBy: (name, field, value) => records.findBy(name, field, value),
    ...writing,
    replaceAll: (name, replacing) => tables.replaceAll(object(name).name, replacing),

    merge(name, loserId, winnerId) {
      const [loser, winner] = [writing.get(name, loserId), writing.get(name, winnerId)];
      for (const def of schema.values()) {
        const lookups = [...def.fields.values()]
          .filter((field) => field.type === 'reference')
          .map((field) => field.name);
        for (const row of records.rows(def.name))
          for (const lookup of lookups)
            if (row[lookup] === loser.Id)
              tables.put(def.name, row.Id as string, { ...row, [lookup]: winner.Id! });
      }
      writing.remove(name, loserId);
      tables.findDeleted(loser.Id as string)!.MasterRecordId = winner.Id!;
    },

    deletedRows: (name) =>
      tables.deletedRows().filter((row) => String(row.Id).startsWith(object(name).prefix)),
    atomically: (work) => tables.atomically(work),
    save: () => tables.save(),
    close: () => tables.close(),
    isEmpty: () => tables.isEmpty(),
    clear: () => tables.clear(),
  };
}

function objectOf(schema: Schema, name: string): ObjectDef {
  const found =
    schema.get(name) ??
    [...schema.values()].find((def) => def.name.toLowerCase() === name.toLowerCase());
  if (!found) throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
  return found;
}

/** Only deployments write custom metadata. */
function writableObject(schema: Schema, name: string): ObjectDef {
  const def = objectOf(schema, name);
  if (def.name.endsWith('__mdt'))
    throw new OrgError(
      400,
      'INVALID_TYPE_FOR_OPERATION',
      `entity type ${def.name} cannot be inserted`,
    );
  return def;
}

function findBy(
  tables: Tables,
  def: ObjectDef,
  { field, value }: { readonly field: string; readonly value: Value },
): Row | undefined {
  if (field === 'Id') return tables.find(def.name, String(value));
  return value !== null && def.fields.get(field)?.unique
    ? tables.findUnique(def.name, field, value)
    : tables.rows(def.name).find((row) => row[field] === value);
}

/** Reads and writes single records. */
function createWriting(
  records: Records,
  tables: Tables,
): Pick<Database, 'get' | 'insert' | 'update' | 'remove' | 'onSave'> {
  const { schema } = records;
  const beforeSave: SaveCheck[] = [];

  function get(name: string, id: string): Row {
    const row = tables.find(objectOf(schema, name).name, id);
    if (row) return row;
    if (records.isDeleted(id)) throw new OrgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    throw new OrgError(
      404,
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible: ' + id,
    );
  }

  /** Without a user, the platform itself writes, and validation rules are skipped. */
  function put(
    def: ObjectDef,
    row: Row,
    { before, userId }: { readonly before?: Row; readonly userId: string | undefined },
  ): Row {
    checkRecord(records, def, row);
    if (userId) for (const check of beforeSave) check(def.name, row, before, userId);
    tables.put(def.name, row.Id as string, row);
    writeCopies(records, tables, { object: def.name, row });
    return row;
  }

  function remove(name: string, id: string): void {
    const row = get(name, id);
    tables.put(objectOf(schema, name).name, row.Id as string, undefined);
    tables.putDeleted(row.Id as string, { ...row, IsDeleted: true });
    for (const [object, gone] of goneWith(records, name, row))
      if (records.find(object, gone)) remove(object, gone);
  }

  return {
    get,
    insert(name, values, userId) {
      const def = writableObject(schema, name);
      checkValues(records, def, { values });
      return put(def, newRow(def, { values, userId, number: tables.nextNumber() }), { userId });
    },
    update(name, id, { values, userId }) {
      const def = objectOf(schema, name);
      const before = get(name, id);
      checkValues(records, def, { values, existing: before });
      const now = new Date().toISOString();
      const changed = { ...before, ...values, LastModifiedDate: now, SystemModstamp: now };
      return put(def, withDerived(def, changed), { before, userId });
    },
    remove,
    onSave: (check) => void beforeSave.push(check),
  };
}

/** A row with the defaults of its object and what the platform sets. */
function newRow(
  def: ObjectDef,
  {
    values,
    userId,
    number,
  }: { readonly values: Row; readonly userId: string; readonly number: number },
): Row {
  const now = new Date().toISOString();
  const defaults: Row = def.fields.has('OwnerId') ? { OwnerId: userId } : {};
  if (def.name === 'Task') defaults.TaskSubtype = 'Task';
  for (const { name: field, defaultValue } of def.fields.values())
    if (defaultValue !== undefined) defaults[field] = defaultValue;
  const row = withDerived(def, {
    ...defaults,
    ...values,
    Id: idOf(def.prefix, number),
    CreatedDate: now,
    LastModifiedDate: now,
    SystemModstamp: now,
    CreatedById: userId,
  });
  if (def.numbering)
    row.Name = def.numbering.replace(/\{(0+)\}/, (_all, digits: string) =>
      String(number).padStart(digits.length, '0'),
    );
  return row;
}

/** A row with the fields that the platform computes from others. */
const withDerived = (def: ObjectDef, row: Row): Row => ({
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

/** Writes the copies of an event in the calendars of invitees. */
function writeCopies(
  records: Records,
  tables: Tables,
  { object, row }: { readonly object: string; readonly row: Row },
): void {
  const invited = object === 'EventRelation' && records.find('Event', String(row.EventId));
  if (invited && records.find('User', String(row.RelationId))) {
    const copy = {
      ...copyFor(invited, row.RelationId),
      Id: idOf(objectOf(records.schema, 'Event').prefix, tables.nextNumber()),
    };
    tables.put('Event', String(copy.Id), copy);
    tables.put('Event', String(invited.Id), { ...invited, IsGroupEvent: true });
  }
  if (object === 'Event')
    for (const copy of copiesOf(records, row))
      tables.put('Event', String(copy.Id), { ...copyFor(row, copy.OwnerId), Id: copy.Id ?? null });
}
