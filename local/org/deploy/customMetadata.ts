import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { OrgError } from '../errors/orgError.ts';
import { packageXml } from '../files/packageXml.ts';
import { idOf } from '../ids/recordId.ts';
import type { Database, Row, Value } from '../records/database.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';

interface RecordXml {
  label: string;
  values?: { field: string; value?: string | number }[];
}

const readXml = packageXml(['values']);
const SUFFIX = '.md-meta.xml';

/** The files of custom metadata records in a folder. */
export const recordFilesIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((file) => file.endsWith(SUFFIX))
        .toSorted()
        .map((file) => join(dir, file))
    : [];

/**
 * Deploys custom metadata records as Salesforce does: each replaces the org's record of the same
 * name, whoever changed it, and other records stay. Throws OrgError.
 */
export function deployCustomMetadata(files: readonly string[], database: Database): void {
  for (const [object, paths] of byObject(files)) {
    const def = database.schema.get(object);
    if (!def) throw invalid(`no CustomObject named ${object} found`);
    const rows = [...database.rows(object)];
    for (const path of paths) {
      const name = nameOf(path);
      const at = rows.findIndex((row) => row.DeveloperName === name);
      const id = at >= 0 ? (rows[at]!.Id as string) : freeId(def, rows);
      rows[at >= 0 ? at : rows.length] = recordOf(path, name, { def, id });
    }
    database.replaceAll(object, rows);
  }
}

/** The seed records of types of which the org has no record. */
export const seedsToLay = (files: readonly string[], database: Database): string[] =>
  [...byObject(files)].flatMap(([object, paths]) =>
    database.rows(object).length === 0 ? paths : [],
  );

function byObject(files: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of files) {
    const object = `${basename(file).split('.')[0]!}__mdt`;
    found.set(object, [...(found.get(object) ?? []), file]);
  }
  return found;
}

const nameOf = (path: string): string => basename(path, SUFFIX).split('.')[1]!;

function freeId({ prefix }: ObjectDef, rows: readonly Row[]): string {
  for (let n = rows.length + 1; ; n += 1) {
    const id = idOf(prefix, n);
    if (!rows.some((row) => row.Id === id)) return id;
  }
}

function recordOf(
  path: string,
  name: string,
  { def, id }: { readonly def: ObjectDef; readonly id: string },
): Row {
  const { CustomMetadata: xml } = readXml(path) as {
    CustomMetadata: RecordXml;
  };
  const row: Row = {
    Id: id,
    DeveloperName: name,
    QualifiedApiName: name,
    MasterLabel: xml.label,
    Label: xml.label,
    Language: 'en_US',
    NamespacePrefix: null,
  };
  for (const { field, value } of xml.values ?? []) {
    const known = def.fields.get(field);
    if (!known) throw invalid(`${path} sets ${field}, which ${def.name} does not have`);
    row[field] = typed(known, value);
    refuseUnfit(path, known, row[field]);
  }
  return row;
}

function refuseUnfit(
  path: string,
  { name, type, restricted, values, length }: FieldDef,
  value: Value,
) {
  if (typeof value !== 'string') return;
  if (type === 'picklist' && restricted && values && !values.includes(value))
    throw invalid(`${path}: bad value for restricted picklist field: ${name}: ${value}`);
  if (length !== undefined && value.length > length)
    throw invalid(`${path}: ${name}: data value too large (max length=${length})`);
}

function typed({ type }: FieldDef, value: string | number | undefined): Value {
  if (value === undefined || value === '') return type === 'boolean' ? false : null;
  if (type === 'boolean') return String(value) === 'true';
  return ['double', 'int', 'currency'].includes(type) ? Number(value) : String(value);
}

const invalid = (message: string): OrgError => new OrgError(400, 'INVALID_FIELD', message);
