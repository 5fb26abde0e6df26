import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OrgError } from './errors.ts';
import { idOf, toId18 } from './ids.ts';
import type { FieldDef } from './fields.ts';
import type { ObjectDef, Schema } from './schema.ts';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

export interface Database {
  readonly schema: Schema;
  object(name: string): ObjectDef;
  rows(object: string): Row[];
  get(object: string, id: string): Row;
  findBy(object: string, field: string, value: Value): Row | undefined;
  insert(object: string, values: Row, userId: string): Row;
  update(object: string, id: string, values: Row): Row;
  remove(object: string, id: string): void;
  /** What a deploy brings: all records of an object at once, unchecked. */
  replaceAll(object: string, rows: readonly Row[]): void;
  /** Does all of it or, when it throws, nothing. */
  atomically<T>(work: () => T): T;
  save(): void;
  isEmpty(): boolean;
  clear(): void;
}

interface State { counter: number; tables: Record<string, Record<string, Row>>; deleted: Record<string, true> }

/** Records in memory, checked as the platform checks them, kept in a file that is replaced whole. */
export function createDatabase(schema: Schema, dataDir?: string): Database {
  const file = dataDir && join(dataDir, 'records.json');
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  let state: State = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : { counter: 0, tables: {}, deleted: {} };

  function object(name: string): ObjectDef {
    const found = schema.get(name) ?? [...schema.values()].find((def) => def.name.toLowerCase() === name.toLowerCase());
    if (!found) throw new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');
    return found;
  }

  /** Custom metadata comes by deploys only. */
  function writable(name: string): ObjectDef {
    const def = object(name);
    if (def.name.endsWith('__mdt')) throw new OrgError(400, 'INVALID_TYPE_FOR_OPERATION', `entity type ${def.name} cannot be inserted`);
    return def;
  }

  const table = (name: string): Record<string, Row> => (state.tables[object(name).name] ??= {});

  function checked(def: ObjectDef, values: Row, existing?: Row): Row {
    for (const [name, value] of Object.entries(values)) {
      const field = def.fields.get(name);
      if (!field) throw new OrgError(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${def.name}`);
      checkValue(def, field, value, existing);
    }
    return values;
  }

  function checkValue(def: ObjectDef, field: FieldDef, value: Value, existing?: Row): void {
    const { name, label } = field;
    if (field.readOnly || (field.createOnly && existing && value !== existing[name])) {
      throw new OrgError(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${name}. Please check the security settings of this field.`, [name]);
    }
    if (value === null) return;
    if (field.length !== undefined && typeof value === 'string' && value.length > field.length) {
      throw new OrgError(400, 'STRING_TOO_LONG', `${label}: data value too large (max length=${field.length})`, [name]);
    }
    if (field.restricted && !field.values?.includes(String(value))) {
      throw new OrgError(400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', `${label}: bad value for restricted picklist field: ${value}`, [name]);
    }
    if (field.type === 'boolean' && typeof value !== 'boolean') throw malformed(field, value);
    if (['double', 'int', 'currency'].includes(field.type) && typeof value !== 'number') throw malformed(field, value);
    if (field.type === 'date' && !isDate(value)) throw malformed(field, value);
    if (field.type === 'datetime' && !isDateTime(value)) throw malformed(field, value);
    if (field.type === 'reference') checkReference(def, field, String(value));
    if (field.unique) {
      const twin = Object.values(table(def.name)).find((row) => row[name] === value && row.Id !== existing?.Id);
      if (twin) throw new OrgError(400, 'DUPLICATE_VALUE', `duplicate value found: ${name} duplicates value on record with id: ${twin.Id}`, [name]);
    }
  }

  function checkReference(def: ObjectDef, field: FieldDef, value: string): void {
    const id = toId18(value);
    if (state.deleted[id]) throw new OrgError(400, 'ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
    const targets = field.referenceTo === '*' ? [...schema.keys()] : [field.referenceTo!];
    if (!targets.some((target) => state.tables[target]?.[id])) {
      throw new OrgError(400, 'INVALID_CROSS_REFERENCE_KEY', `invalid cross reference id`, [field.name]);
    }
    if (def.name === 'Task') checkActivity(field, id);
  }

  function checkActivity(field: FieldDef, id: string): void {
    const isContact = state.tables.Contact?.[id] !== undefined;
    const isUser = state.tables.User?.[id] !== undefined;
    if (field.name === 'WhoId' && !isContact) throw new OrgError(400, 'FIELD_INTEGRITY_EXCEPTION', 'Contact/Lead ID: id value of incorrect type: ' + id, [field.name]);
    if (field.name === 'WhatId' && (isContact || isUser)) throw new OrgError(400, 'FIELD_INTEGRITY_EXCEPTION', 'Related To ID: id value of incorrect type: ' + id, [field.name]);
    if (field.name === 'OwnerId' && !state.tables.User?.[id]?.IsActive) throw new OrgError(400, 'INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', [field.name]);
  }

  function checkRow(def: ObjectDef, row: Row): void {
    for (const field of def.fields.values()) {
      if (field.required && (row[field.name] === undefined || row[field.name] === null || row[field.name] === '')) {
        throw new OrgError(400, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${field.name}]`, [field.name]);
      }
    }
  }

  const derived = (def: ObjectDef, row: Row): Row => ({
    ...row,
    ...((def.name === 'Contact' || def.name === 'Lead') && { Name: [row.FirstName, row.LastName].filter(Boolean).join(' ') }),
    ...(def.name === 'Task' && { IsClosed: row.Status === 'Completed' }),
    ...(def.name === 'Opportunity' && { IsClosed: String(row.StageName).startsWith('Closed') }),
  });

  return {
    schema,
    object,
    rows: (name) => Object.values(table(name)),

    get(name, id) {
      const row = table(name)[toId18(id)];
      if (row) return row;
      if (state.deleted[toId18(id)]) throw new OrgError(404, 'ENTITY_IS_DELETED', 'entity is deleted');
      throw new OrgError(404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible: ' + id);
    },

    findBy: (name, field, value) => Object.values(table(name)).find((row) => row[field] === value),

    replaceAll(name, rows) {
      state.tables[object(name).name] = Object.fromEntries(rows.map((row) => [row.Id as string, row]));
    },

    insert(name, values, userId) {
      const def = writable(name);
      state.counter += 1;
      const now = new Date().toISOString();
      const defaults: Row = def.fields.has('OwnerId') ? { OwnerId: userId } : {};
      if (def.name === 'Task') Object.assign(defaults, { TaskSubtype: 'Task', Priority: 'Normal' });
      const row = derived(def, { ...defaults, ...checked(def, values), Id: idOf(def.prefix, state.counter), CreatedDate: now, LastModifiedDate: now, SystemModstamp: now, CreatedById: userId });
      if (def.numbering) row.Name = def.numbering.replace(/\{(0+)\}/, (_all, digits: string) => String(state.counter).padStart(digits.length, '0'));
      checkRow(def, row);
      table(name)[row.Id as string] = row;
      return row;
    },

    update(name, id, values) {
      const def = object(name);
      const existing = this.get(name, id);
      const now = new Date().toISOString();
      const row = derived(def, { ...existing, ...checked(def, values, existing), LastModifiedDate: now, SystemModstamp: now });
      checkRow(def, row);
      table(name)[existing.Id as string] = row;
      return row;
    },

    remove(name, id) {
      const row = this.get(name, id);
      delete table(name)[row.Id as string];
      state.deleted[row.Id as string] = true;
    },

    atomically(work) {
      const before = structuredClone(state);
      try {
        return work();
      } catch (error) {
        state = before;
        throw error;
      }
    },

    save() {
      if (!file) return;
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    },

    isEmpty: () => state.counter === 0,
    clear: () => void (state = { counter: 0, tables: {}, deleted: {} }),
  };
}

/** Of the calendar, not only of the form: there is no 31 February. */
const isDate = (value: Value): boolean => {
  const [text] = /^\d{4}-\d{2}-\d{2}$/.exec(String(value)) ?? [];
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
};

const isDateTime = (value: Value): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(String(value)) && !Number.isNaN(Date.parse(String(value)));

const malformed = (field: FieldDef, value: Value) =>
  new OrgError(400, 'JSON_PARSER_ERROR', `Cannot deserialize instance of ${field.type} from value ${JSON.stringify(value)}`, [field.name]);
