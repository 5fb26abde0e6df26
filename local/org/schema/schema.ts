import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageXml } from '../files/packageXml.ts';
import { parseFormula } from '../validation/formulas.ts';
import type { FieldDef, FieldType } from './fields.ts';
import { USUAL_SHAPE, type OrgShape } from './shape.ts';
import { loadSharingRules, type SharingRule } from './sharingRules.ts';
import { CURRENCY_TYPE, SKILL_OBJECTS, STANDARD_OBJECTS } from './standardObjects.ts';
import { OWN_SURVEY } from './surveyObjects.ts';

/** An object, as `describe` shows it. */
export interface ObjectDef {
  readonly name: string;
  readonly label: string;
  readonly prefix: string;
  readonly custom: boolean;
  /** Whether a task's WhatId may refer to its records. */
  readonly hasActivities: boolean;
  /**
   * Whether records are visible only to owners, people above in the role hierarchy, and by shares.
   */
  readonly isPrivate?: boolean;
  readonly sharingRules?: readonly SharingRule[];
  /** The display format of an auto-number name, such as CI-{000000}. */
  readonly numbering?: string;
  readonly fields: ReadonlyMap<string, FieldDef>;
}

/** All objects, by API name. */
export type Schema = ReadonlyMap<string, ObjectDef>;

const SYSTEM_FIELDS: FieldDef[] = [
  { name: 'Id', label: 'Record Id', type: 'id', readOnly: true },
  { name: 'CreatedDate', label: 'Created Date', type: 'datetime', readOnly: true },
  { name: 'LastModifiedDate', label: 'Last Modified Date', type: 'datetime', readOnly: true },
  { name: 'SystemModstamp', label: 'System Modstamp', type: 'datetime', readOnly: true },
  { name: 'IsDeleted', label: 'Deleted', type: 'boolean', readOnly: true },
  {
    name: 'CreatedById',
    label: 'Created By',
    type: 'reference',
    referenceTo: 'User',
    relationshipName: 'CreatedBy',
    readOnly: true,
  },
];

const OWNER: FieldDef = {
  name: 'OwnerId',
  label: 'Owner',
  type: 'reference',
  referenceTo: 'User',
  relationshipName: 'Owner',
};

const METADATA_TYPES: Record<string, FieldType> = {
  Text: 'string',
  LongTextArea: 'textarea',
  TextArea: 'textarea',
  Picklist: 'picklist',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Checkbox: 'boolean',
  Number: 'double',
  Percent: 'double',
  DateTime: 'datetime',
  Date: 'date',
  Url: 'string',
  Email: 'email',
  Phone: 'phone',
};

/** Fields of every custom metadata type. */
const CUSTOM_METADATA_FIELDS: FieldDef[] = [
  'DeveloperName',
  'MasterLabel',
  'Label',
  'Language',
  'NamespacePrefix',
  'QualifiedApiName',
].map((name) => ({ name, label: name, type: 'string', length: 80, readOnly: true }));

const readXml = packageXml(['value']);
const readTranslation = packageXml(['picklistValues']);

/**
 * Reads the schema: the standard objects that Dealside uses, and the package's objects and fields.
 * Other fields do not exist.
 */
export function loadSchema(packageDir: string, shape: OrgShape = USUAL_SHAPE): Schema {
  const objectsDir = join(packageDir, 'main/default/objects');
  const added = existsSync(objectsDir)
    ? readdirSync(objectsDir)
        .filter((name) => /__(c|mdt)$/.test(name))
        .toSorted((a, b) => age(a) - age(b) || (a < b ? -1 : 1))
    : [];
  const sharingRules = loadSharingRules(packageDir);
  const objects = [
    ...standardObjects(objectsDir, shape),
    objectDef({
      name: OWN_SURVEY.name,
      label: OWN_SURVEY.label,
      prefix: OWN_SURVEY.prefix,
      custom: true,
      fields: [{ name: 'Name', label: 'Name', type: 'string' }, OWNER, ...OWN_SURVEY.fields],
    }),
    ...added
      .filter((name) => name.endsWith('__c'))
      .map((name, i) => customObject(objectsDir, name, { place: i, sharingRules })),
    ...added
      .filter((name) => name.endsWith('__mdt'))
      .map((name, i) =>
        objectDef({
          name,
          label: objectXml(objectsDir, name).label,
          prefix: `m${prefixEnd(i)}`,
          custom: true,
          fields: [...CUSTOM_METADATA_FIELDS, ...packageFields(join(objectsDir, name))],
        }),
      ),
  ];
  return new Map(objects.map((def) => [def.name, def]));
}

/** An object with these fields and those that every object has. */
const objectDef = (
  def: Omit<ObjectDef, 'fields' | 'hasActivities'> & {
    readonly fields: readonly FieldDef[];
    readonly hasActivities?: boolean;
  },
): ObjectDef => ({
  hasActivities: !def.custom,
  ...def,
  fields: new Map([...SYSTEM_FIELDS, ...def.fields].map((field) => [field.name, field])),
});

function standardObjects(objectsDir: string, shape: OrgShape): ObjectDef[] {
  const hasCurrencies = shape.currencies.length > 1;
  const currency = hasCurrencies ? [currencyField(shape)] : [];
  const standard = { ...STANDARD_OBJECTS, ...(hasCurrencies && { CurrencyType: CURRENCY_TYPE }) };
  return Object.entries(standard)
    .filter(([name]) => shape.hasSkills || !SKILL_OBJECTS.includes(name))
    .map(([name, { label, prefix, fields }]) =>
      objectDef({
        name,
        label,
        prefix,
        custom: false,
        fields: [
          ...fields.map((field) => ({
            ...field,
            label: field.label ?? field.name,
            ...(name === 'Task' && taskValues(field.name, shape)),
          })),
          ...(HAS_CURRENCY.includes(name) ? currency : []),
          ...packageFields(join(objectsDir, ACTIVITIES.includes(name) ? 'Activity' : name)),
        ],
        ...(name === 'Event' && { isPrivate: true }),
      }),
    );
}

/** An object of the package. @param place its place among the objects of the package */
function customObject(
  objectsDir: string,
  name: string,
  {
    place,
    sharingRules,
  }: { readonly place: number; readonly sharingRules: ReturnType<typeof loadSharingRules> },
): ObjectDef {
  const { label, nameField, sharingModel, enableActivities } = objectXml(objectsDir, name);
  return objectDef({
    name,
    label,
    prefix: `a${prefixEnd(place)}`,
    custom: true,
    fields: [
      {
        name: 'Name',
        label: nameField?.label ?? 'Name',
        type: 'string',
        readOnly: nameField?.type === 'AutoNumber',
      },
      ...(sharingModel === 'ControlledByParent' ? [] : [OWNER]),
      ...packageFields(join(objectsDir, name)),
    ],
    ...(nameField?.displayFormat && { numbering: nameField.displayFormat }),
    hasActivities: enableActivities === 'true',
    isPrivate: sharingModel === 'Private',
    sharingRules: sharingRules.get(name) ?? [],
  });
}

const objectXml = (objectsDir: string, name: string): ObjectXml =>
  (readXml(join(objectsDir, name, `${name}.object-meta.xml`)) as { CustomObject: ObjectXml })
    .CustomObject;

/** Added later, so they come last to keep the prefixes of the others. */
const LATER_OBJECTS = ['Dealside_Call_Note__c', 'Call_Day__c', 'Dealside_Package__mdt'];
const age = (name: string): number => LATER_OBJECTS.indexOf(name);

/** Custom fields of activities belong to both. */
const ACTIVITIES = ['Task', 'Event'];

/** Standard objects whose records have a currency in an org with several. */
const HAS_CURRENCY = ['User', 'Account', 'Contact', 'Lead', 'Opportunity'];

const currencyField = ({ currencies }: OrgShape): FieldDef => ({
  name: 'CurrencyIsoCode',
  label: 'Currency ISO Code',
  type: 'picklist',
  values: currencies.map(({ code }) => code),
  restricted: true,
});

function taskValues(field: string, shape: OrgShape): Partial<FieldDef> {
  const of = (from: readonly { readonly value: string; readonly isDefault?: boolean }[]) => ({
    values: from.map(({ value }) => value),
    defaultValue: from.find(({ isDefault }) => isDefault)?.value,
  });
  if (field === 'Priority') return of(shape.taskPriorities);
  if (field !== 'Status') return {};
  const closed = shape.taskStatuses.filter(({ isClosed }) => isClosed);
  return { ...of(shape.taskStatuses), closed: closed.map(({ value }) => value) };
}

const prefixEnd = (i: number): string => i.toString(36).padStart(2, '0');

interface ObjectXml {
  label: string;
  enableActivities?: string;
  sharingModel?: string;
  nameField?: { label: string; type: string; displayFormat?: string };
}

interface FieldXml {
  fullName: string;
  label: string;
  type: string;
  formula?: string;
  length?: string;
  precision?: string;
  scale?: string;
  referenceTo?: string;
  relationshipName?: string;
  externalId?: string;
  unique?: string;
  required?: string;
  valueSet?: {
    restricted?: string;
    valueSetDefinition: { value: { fullName: string; label: string }[] };
  };
}

/** The German labels of a picklist's values, by their English ones. */
function germanLabels(objectDir: string, field: string): Record<string, string> {
  const file = join(
    objectDir,
    '../../../german/objectTranslations',
    `${basename(objectDir)}-de`,
    `${field}.fieldTranslation-meta.xml`,
  );
  if (!existsSync(file)) return {};
  const { CustomFieldTranslation: xml } = readTranslation(file) as {
    CustomFieldTranslation: {
      picklistValues?: { masterLabel: string; translation?: string }[];
    };
  };
  return Object.fromEntries(
    (xml.picklistValues ?? []).flatMap(({ masterLabel, translation }) =>
      translation ? [[masterLabel, translation]] : [],
    ),
  );
}

function packageFields(objectDir: string): FieldDef[] {
  const dir = join(objectDir, 'fields');
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((file) => file.endsWith('.field-meta.xml'))
    .map((file) => {
      const { CustomField: xml } = readXml(join(dir, file)) as { CustomField: FieldXml };
      const type = METADATA_TYPES[xml.type];
      if (!type)
        throw new Error(`${file}: this stand-in does not support the field type ${xml.type}`);
      return {
        name: xml.fullName,
        label: xml.label,
        type,
        custom: true,
        ...(xml.formula && { formula: parseFormula(xml.formula), readOnly: true }),
        length: xml.length ? Number(xml.length) : xml.type === 'TextArea' ? 255 : undefined,
        digits: xml.precision ? Number(xml.precision) - Number(xml.scale ?? 0) : undefined,
        referenceTo: xml.referenceTo,
        relationshipName: xml.referenceTo ? xml.fullName.replace(/__c$/, '__r') : undefined,
        ...(xml.relationshipName && { listName: xml.relationshipName }),
        values: xml.valueSet?.valueSetDefinition.value.map((value) => value.fullName),
        valueLabels: Object.fromEntries(
          xml.valueSet?.valueSetDefinition.value.map(({ fullName, label }) => [fullName, label]) ??
            [],
        ),
        ...(xml.valueSet && { germanLabels: germanLabels(objectDir, xml.fullName) }),
        restricted: xml.valueSet?.restricted === 'true',
        externalId: xml.externalId === 'true',
        unique: xml.unique === 'true',
        required: xml.required === 'true' || xml.type === 'MasterDetail',
      };
    });
}
