import { OrgError } from '../errors/orgError.ts';
import type { Database, Row, Value } from '../records/database.ts';
import { fieldValue } from '../records/fieldValue.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';

/** The user who queries. */
export interface Viewer {
  /** Throws if this person may not read these fields of the object. */
  mayRead(object: string, fields: readonly string[]): void;
  /** Whether sharing shows this record to the person. */
  sees(object: string, row: Row): boolean;
  readonly language: string;
  /**
   * The text of a value in the person's language. The platform translates some of its own values.
   */
  inOwnLanguage(object: string, field: string, value: Value): Value;
}

const EVERYTHING: Viewer = {
  mayRead: () => undefined,
  sees: () => true,
  language: 'en_US',
  inOwnLanguage: (_object, _field, value) => value,
};

/** Reads fields of records, through parent relationships such as Account.Name. */
export interface Reader {
  /** Throws OrgError when the object does not exist or the user may not see it. */
  object(name: string): ObjectDef;
  /**
   * The field at the end of a path. Throws OrgError when the path does not exist or the user may
   * not read it.
   */
  verify(def: ObjectDef, path: readonly string[]): FieldDef;
  /** The value at the end of a path; null when a parent is missing or not shared. */
  read(def: ObjectDef, row: Row, path: readonly string[]): Value;
  /** The label of a picklist value for the viewer. */
  labelOf(field: FieldDef, value: Value): Value;
  /** Whether the record is shared with the viewer. */
  sees(def: ObjectDef, row: Row): boolean;
}

export function createReader(database: Database, viewer: Viewer = EVERYTHING): Reader {
  const guard = viewer.mayRead;
  const parentOf = (def: ObjectDef, name: string): { lookup: FieldDef; target: ObjectDef } => {
    const lookup = [...def.fields.values()].find((candidate) =>
      same(candidate.relationshipName, name),
    );
    if (!lookup?.referenceTo || !database.schema.has(lookup.referenceTo)) throw noField(def, name);
    return { lookup, target: database.object(lookup.referenceTo) };
  };

  const fieldOf = (def: ObjectDef, name: string): FieldDef => {
    const field = [...def.fields.values()].find((candidate) => same(candidate.name, name));
    if (!field) throw noField(def, name);
    return field;
  };

  const reader: Reader = {
    object(name) {
      const found = [...database.schema.values()].find((def) => same(def.name, name));
      if (!found)
        throw new OrgError(400, 'INVALID_TYPE', `sObject type '${name}' is not supported.`);
      guard(found.name, []);
      return found;
    },
    verify(def, [head = '', ...rest]) {
      if (rest.length > 0) {
        const { lookup, target } = parentOf(def, head);
        guard(def.name, [lookup.name]);
        return reader.verify(target, rest);
      }
      const field = fieldOf(def, head);
      guard(def.name, [field.name]);
      return field;
    },
    read(def, row, [head = '', ...rest]) {
      if (rest.length === 0) {
        const field = fieldOf(def, head);
        const value = fieldValue(field, row);
        return viewer.inOwnLanguage(def.name, field.name, value);
      }
      const { lookup, target } = parentOf(def, head);
      const parent = database
        .rows(target.name)
        .find((candidate) => candidate.Id === row[lookup.name]);
      return parent && viewer.sees(target.name, parent) ? reader.read(target, parent, rest) : null;
    },
    labelOf({ valueLabels, germanLabels }, value) {
      const label = valueLabels?.[String(value)];
      if (label === undefined) return value;
      return (viewer.language.startsWith('de') && germanLabels?.[label]) || label;
    },
    sees: (def, row) => viewer.sees(def.name, row),
  };
  return reader;
}

const same = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

const noField = (def: ObjectDef, name: string) =>
  new OrgError(
    400,
    'INVALID_FIELD',
    `No such column '${name}' on entity '${def.name}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`,
  );
