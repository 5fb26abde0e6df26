import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

/**
 * What administrators can rely on in a part of the package: a text, or a list of what it offers,
 * such as the values of a picklist.
 */
export type Facts = Readonly<Record<string, string | readonly string[]>>;

/** The parts of a package by their names, such as `objects/Rep_Call__c/fields/Mode__c`. */
export type Manifest = ReadonlyMap<string, Facts>;

type Xml = Readonly<Record<string, unknown>>;

/** Folders of the package that an upgrade deploys; translations only follow the parts. */
const FOLDERS = ['default', 'access', 'org', 'skills'];
/**
 * Records belong to the customer, and a label that no component reads is missed by nobody: neither
 * is a part.
 */
const NOT_A_PART = /__tests__|^(customMetadata|labels)\//;
const META = /\.([A-Za-z]+)-meta\.xml$/;
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false });

/** Reads what the package below this folder, such as `force-app`, consists of. */
export function readManifest(packageDir: string): Manifest {
  const parts = new Map<string, Facts>();
  for (const folder of FOLDERS)
    for (const path of filesBelow(join(packageDir, 'main', folder)))
      for (const [name, facts] of partsOf(join(packageDir, 'main', folder), path))
        parts.set(name, facts);
  return new Map([...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function filesBelow(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && META.test(entry.name))
      .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !NOT_A_PART.test(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function partsOf(dir: string, path: string): [name: string, facts: Facts][] {
  const xml = rootOf(parser.parse(readFileSync(join(dir, path), 'utf8')) as Xml);
  const [folder] = path.split('/');
  if (folder === 'lwc') return [[`lwc/${path.split('/')[1]!}`, componentFacts(xml)]];
  const name = `${path.slice(0, path.lastIndexOf('/'))}/${basename(path).replace(META, '')}`;
  return [[name, factsOf(folder!, path, xml)]];
}

function factsOf(folder: string, path: string, xml: Xml): Facts {
  if (folder === 'permissionsets') return { grants: grantsOf(xml) };
  if (path.includes('/fields/')) return fieldFacts(xml);
  if (path.endsWith('.object-meta.xml')) return known(xml, ['sharingModel', 'visibility']);
  return {};
}

const rootOf = (document: Xml): Xml =>
  Object.entries(document).find(([name]) => !name.startsWith('?'))?.[1] as Xml;

const listOf = (value: unknown): Xml[] =>
  value === undefined ? [] : ((Array.isArray(value) ? value : [value]) as Xml[]);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Those of these elements that are there. */
const known = (xml: Xml, names: readonly string[]): Facts =>
  Object.fromEntries(
    names.flatMap((name) => (textOf(xml[name]) === '' ? [] : [[name, textOf(xml[name])]])),
  );

const FIELD_FACTS = [
  'type',
  'length',
  'precision',
  'scale',
  'required',
  'unique',
  'externalId',
  'referenceTo',
  'fieldManageability',
];

function fieldFacts(xml: Xml): Facts {
  const set = (xml.valueSet as Xml | undefined)?.valueSetDefinition as Xml | undefined;
  const values = listOf(set?.value).map(({ fullName }) => textOf(fullName));
  return { ...known(xml, FIELD_FACTS), ...(values.length > 0 && { values }) };
}

/** Where administrators can place a component, and what they can set there. */
function componentFacts(xml: Xml): Facts {
  const targets = listOf((xml.targets as Xml | undefined)?.target).map(String);
  const properties = listOf((xml.targetConfigs as Xml | undefined)?.targetConfig).flatMap(
    (config) => listOf(config.property).map((property) => textOf(property['@_name'])),
  );
  return {
    ...known(xml, ['isExposed']),
    ...(targets.length > 0 && { targets: [...new Set(targets)].toSorted() }),
    ...(properties.length > 0 && { properties: [...new Set(properties)].toSorted() }),
  };
}

/** What a set grants, one line each, such as `fieldPermissions Task.Mode__c editable`. */
function grantsOf(xml: Xml): string[] {
  return Object.entries(xml)
    .flatMap(([kind, entries]) =>
      listOf(entries)
        .filter((entry) => typeof entry === 'object')
        .flatMap((entry) => grantsIn(kind, entry)),
    )
    .toSorted();
}

function grantsIn(kind: string, entry: Xml): string[] {
  const granted = Object.keys(entry).filter((name) => entry[name] === 'true');
  const subject = Object.values(entry).filter(
    (value) => typeof value === 'string' && value !== 'true' && value !== 'false',
  );
  const what = [kind, ...subject].join(' ');
  return kind === 'tabSettings' ? [what] : granted.map((right) => `${what} ${right}`);
}
