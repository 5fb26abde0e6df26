import { DISPOSITIONS } from '../../../server/domain/call/dispositions.ts';
import { HELP_REASON_CODES } from '../../../server/domain/call/helpRequest.ts';
import { INTERVENTION_END_REASONS } from '../../../server/domain/call/intervention.ts';
import { REFUSAL_CODES } from '../../../server/domain/call/refusals.ts';
import { SHIPPED_VOCABULARY } from '../../../server/domain/vocabulary/shipped.ts';
import { modelOf, type Field, type Model } from './model.ts';
import {
  childrenOf,
  doubles,
  nameOf,
  textOf,
  withSuffix,
  type Check,
  type Element,
  type Tree,
} from './tree.ts';

const MOST_NAME = 40;
const TYPES: Record<string, readonly string[]> = {
  Checkbox: ['xsd:boolean'],
  Number: ['xsd:double', 'xsd:int'],
  Date: ['xsd:date'],
  DateTime: ['xsd:dateTime'],
};

/**
 * Custom metadata records fill fields that exist with values that fit, and the words are those of
 * the server.
 */
export const checkRecords: Check = (tree) => {
  const model = modelOf(tree);
  return [
    ...withSuffix(tree, 'md').flatMap((path) => recordFaults(tree, model, path)),
    ...vocabularyFaults(tree, model),
  ];
};

function recordFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const [type = '', name = ''] = nameOf(path).split('.');
  const fields = model.objects.get(`${type}__mdt`);
  if (!fields) return [`${path}: there is no type ${type}__mdt`];
  const values = childrenOf(xml, 'values');
  return [
    ...(/^[A-Za-z](?!.*__)\w*[A-Za-z0-9]$/.test(name) && name.length <= MOST_NAME
      ? []
      : [`${path}: ${name} cannot be a developer name`]),
    ...((textOf(xml, 'label') ?? '').length > MOST_NAME
      ? [`${path}: its label is longer than ${MOST_NAME}`]
      : []),
    ...doubles(values.map((value) => textOf(value, 'field') ?? '')).map(
      (field) => `${path}: fills ${field} twice`,
    ),
    ...values.flatMap((entry) =>
      valueFaults(path, entry, fields.get(textOf(entry, 'field') ?? '')),
    ),
    ...[...fields.values()]
      .filter(
        (field) => field.required && !values.some((entry) => textOf(entry, 'field') === field.name),
      )
      .map((field) => `${path}: does not fill ${field.name}`),
  ];
}

function valueFaults(path: string, entry: Element, field: Field | undefined): string[] {
  if (!field?.custom) return [`${path}: there is no field ${textOf(entry, 'field')}`];
  const [value] = childrenOf(entry, 'value');
  if (!value || value.attributes['xsi:nil'] === 'true') return [];
  const wanted = TYPES[field.type] ?? ['xsd:string'];
  return [
    ...(wanted.includes(value.attributes['xsi:type'] ?? '')
      ? []
      : [`${path}: ${field.name} wants ${wanted[0]}`]),
    ...(field.values && value.text && !field.values.includes(value.text)
      ? [`${path}: ${field.name} has no value ${value.text}`]
      : []),
    ...(field.length && value.text.length > field.length
      ? [`${path}: ${field.name} has ${field.length} characters at most`]
      : []),
  ];
}

/** Codes that travel between server and org are the same on both sides. */
function vocabularyFaults(tree: Tree, model: Model): string[] {
  const pairs: [string, readonly string[], string][] = [
    ['Reason_Code__c', SHIPPED_VOCABULARY.reasons.map(({ code }) => code), 'Dealside_Reason_Code'],
    ['Outcome__c', SHIPPED_VOCABULARY.outcomes.map(({ code }) => code), 'Dealside_Outcome'],
  ];
  const helpValues = model.field('Help_Request__c', 'Reason_Code__c')?.values ?? [];
  const help = HELP_REASON_CODES.filter((code) => !helpValues.includes(code)).map(
    (code) => `objects/Help_Request__c/fields/Reason_Code__c: lacks the value ${code}`,
  );
  const words: [string, readonly string[]][] = [
    ['Disposition__c', Object.keys(DISPOSITIONS)],
    ['Disposition_Family__c', Object.values(DISPOSITIONS).map(({ family }) => family)],
  ];
  const ofRepCalls = words.flatMap(([field, codes]) => {
    const values = model.field('Rep_Call__c', field)?.values ?? [];
    return [...new Set(codes)]
      .filter((code) => !values.includes(code))
      .map((code) => `objects/Rep_Call__c/fields/${field}: lacks the value ${code}`);
  });
  const ends = model.field('Call_Intervention__c', 'Ended_Because__c')?.values ?? [];
  const ofEnds = differences(ends, INTERVENTION_END_REASONS).map(
    (code) =>
      `objects/Call_Intervention__c/fields/Ended_Because__c: ${code} is not in both package and server`,
  );
  const refusals = model
    .field('Call_Day__c', 'Refusal_Code__c')
    ?.values?.filter((code) => !(REFUSAL_CODES as readonly string[]).includes(code))
    .map((code) => `objects/Call_Day__c/fields/Refusal_Code__c: the server does not know ${code}`);
  return [
    ...help,
    ...ofRepCalls,
    ...ofEnds,
    ...(refusals ?? []),
    ...pairs.flatMap(([field, codes, type]) => {
      const values = model.field('Call_Intervention__c', field)?.values ?? [];
      const records = withSuffix(tree, 'md')
        .map(nameOf)
        .filter((name) => name.startsWith(`${type}.`))
        .map((name) => name.split('.')[1]!);
      return [
        ...codes
          .filter((code) => !values.includes(code))
          .map((code) => `objects/Call_Intervention__c/fields/${field}: lacks the value ${code}`),
        ...codes
          .filter((code) => !records.includes(code))
          .map((code) => `seeds/customMetadata/${type}: lacks a record ${code}`),
        ...records
          .filter((code) => !codes.includes(code))
          .map((code) => `seeds/customMetadata/${type}: the server does not know ${code}`),
      ];
    }),
  ];
}

/** What is in one of them alone. */
const differences = (some: readonly string[], others: readonly string[]): string[] => [
  ...some.filter((one) => !others.includes(one)),
  ...others.filter((one) => !some.includes(one)),
];
