import { XMLParser } from 'fast-xml-parser';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database, Row, Value } from '../records/database.ts';
import { idOf } from '../ids/recordId.ts';
import type { FieldDef } from '../schema/fields.ts';
import type { ObjectDef } from '../schema/schema.ts';

interface RecordXml {
  label: string;
  values?: { field: string; value?: string | number }[];
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name) => name === 'values',
});

/** Replaces the org's custom metadata records by the package's, as a deploy does. */
export function loadCustomMetadata(packageDir: string, database: Database): void {
  const dir = join(packageDir, 'main/default/customMetadata');
  const files = existsSync(dir)
    ? readdirSync(dir).filter((file) => file.endsWith('.md-meta.xml'))
    : [];
  for (const def of database.schema.values()) {
    if (!def.name.endsWith('__mdt')) continue;
    const type = def.name.replace(/__mdt$/, '');
    const own = files.filter((file) => file.startsWith(`${type}.`)).toSorted();
    database.replaceAll(
      def.name,
      own.map((file, i) => recordOf(join(dir, file), file.split('.')[1]!, def, i + 1)),
    );
  }
}

/** Adds a record of a custom metadata type, as a deploy or Setup does. Returns it. */
export function addCustomMetadata(database: Database, type: string, values: Row): Row {
  const def = database.object(type);
  const rows = database.rows(type);
  const row: Row = {
    Id: idOf(def.prefix, rows.length + 1),
    Language: 'en_US',
    NamespacePrefix: null,
    ...values,
  };
  database.replaceAll(type, [...rows, row]);
  return row;
}

function recordOf(path: string, name: string, def: ObjectDef, n: number): Row {
  const { CustomMetadata: xml } = parser.parse(readFileSync(path, 'utf8')) as {
    CustomMetadata: RecordXml;
  };
  const row: Row = {
    Id: idOf(def.prefix, n),
    DeveloperName: name,
    QualifiedApiName: name,
    MasterLabel: xml.label,
    Label: xml.label,
    Language: 'en_US',
    NamespacePrefix: null,
  };
  for (const { field, value } of xml.values ?? []) {
    const known = def.fields.get(field);
    if (!known) throw new Error(`${path} sets ${field}, which ${def.name} does not have`);
    row[field] = typed(known, value);
  }
  return row;
}

function typed({ type }: FieldDef, value: string | number | undefined): Value {
  if (value === undefined || value === '') return type === 'boolean' ? false : null;
  if (type === 'boolean') return String(value) === 'true';
  return ['double', 'int', 'currency'].includes(type) ? Number(value) : String(value);
}
