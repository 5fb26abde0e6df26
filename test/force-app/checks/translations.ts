import { modelOf, type Model } from './model.ts';
import {
  childrenOf,
  deep,
  doubles,
  nameOf,
  textOf,
  textsOf,
  withSuffix,
  type Check,
  type Element,
  type Tree,
} from './tree.ts';

const LABELS = 'default/labels/CustomLabels.labels-meta.xml';
const GERMAN = 'german/translations/de.translation-meta.xml';
const LANGUAGE = 'de';
const MOST_LABEL = 1000;
const MOST_SHORT = 80;

/**
 * Every text that a person reads is there in German too, and every German text belongs to one that
 * is there.
 */
export const checkTranslations: Check = (tree) => {
  if (!tree.has(GERMAN)) return [`${GERMAN}: is missing`];
  const model = modelOf(tree);
  return [
    ...labelFaults(tree),
    ...globalFaults(tree),
    ...withSuffix(tree, 'objectTranslation').flatMap((path) => objectFaults(tree, path)),
    ...objectsWithout(tree, model),
    ...withSuffix(tree, 'fieldTranslation').flatMap((path) => fieldFaults(tree, path)),
  ];
};

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join(' ');

/**
 * Apex fills places that have a number with String.format, which takes an apostrophe for the begin
 * of a quotation: the places after it stay as they are.
 * https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_string.htm
 */
const isQuotedByApex = (text: string): boolean => /\{\d+\}/.test(text) && text.includes("'");

function labelFaults(tree: Tree): string[] {
  const labels = childrenOf(tree.xml(LABELS), 'labels');
  const german = new Map(
    childrenOf(tree.xml(GERMAN), 'customLabels').map((entry) => [
      textOf(entry, 'name') ?? '',
      textOf(entry, 'label') ?? '',
    ]),
  );
  const names = labels.map((label) => textOf(label, 'fullName') ?? '');
  return [
    ...doubles(names).map((name) => `${LABELS}: ${name} is there twice`),
    ...[...german.keys()]
      .filter((name) => !names.includes(name))
      .map((name) => `${GERMAN}: there is no label ${name}`),
    ...labels.flatMap((label) => {
      const [name = '', english = '', short = ''] = ['fullName', 'value', 'shortDescription'].map(
        (key) => textOf(label, key),
      );
      const other = german.get(name);
      return [
        ...(english ? [] : [`${LABELS}: ${name} is empty`]),
        ...(english.length > MOST_LABEL || short.length > MOST_SHORT
          ? [`${LABELS}: ${name} is too long`]
          : []),
        ...(other ? [] : [`${GERMAN}: ${name} is not translated`]),
        ...(other && placeholders(other) !== placeholders(english)
          ? [`${GERMAN}: ${name} does not fill the same places as in English`]
          : []),
        ...([english, other].some((text) => text && isQuotedByApex(text))
          ? [`${LABELS}: ${name} is filled by Apex and has an apostrophe`]
          : []),
        ...(/[{}]/.test(english.replace(/\{\w+\}/g, ''))
          ? [`${LABELS}: ${name} has a brace that is no place to fill`]
          : []),
      ];
    }),
  ];
}

/** App, tabs of components and report types: one translation each. */
function globalFaults(tree: Tree): string[] {
  const xml = tree.xml(GERMAN);
  const custom = withSuffix(tree, 'tab').filter(
    (path) => textOf(tree.xml(path), 'customObject') !== 'true',
  );
  const kinds: [string, string[]][] = [
    ['customApplications', withSuffix(tree, 'app').map(nameOf)],
    ['customTabs', custom.map(nameOf)],
    ['reportTypes', withSuffix(tree, 'reportType').map(nameOf)],
  ];
  return kinds.flatMap(([kind, names]) =>
    paired(
      GERMAN,
      kind,
      names,
      childrenOf(xml, kind).flatMap((entry) => textsOf(entry, 'name')),
    ),
  );
}

const paired = (
  path: string,
  kind: string,
  wanted: readonly string[],
  found: readonly string[],
): string[] => [
  ...wanted.filter((name) => !found.includes(name)).map((name) => `${path}: ${kind} lacks ${name}`),
  ...found
    .filter((name) => !wanted.includes(name))
    .map((name) => `${path}: ${kind} names ${name}, which is not there`),
  ...doubles(found).map((name) => `${path}: ${kind} names ${name} twice`),
];

const inObject = (tree: Tree, object: string, suffix: string): string[] =>
  withSuffix(tree, suffix)
    .filter((path) => path.includes(`/objects/${object}/`))
    .map(nameOf);

function objectsWithout(tree: Tree, model: Model): string[] {
  const translated = withSuffix(tree, 'objectTranslation').map(nameOf);
  return [...model.ownObjects.filter((name) => name.endsWith('__c')), 'Activity']
    .filter((object) => !translated.includes(`${object}-${LANGUAGE}`))
    .map((object) => `german/objectTranslations: ${object} is not translated`);
}

function objectFaults(tree: Tree, path: string): string[] {
  const xml = tree.xml(path);
  const object = nameOf(path).replace(new RegExp(`-${LANGUAGE}$`), '');
  const translatedFields = withSuffix(tree, 'fieldTranslation')
    .filter((each) => each.includes(`/${nameOf(path)}/`))
    .map(nameOf);
  const layouts = childrenOf(xml, 'layouts');
  return [
    ...paired(path, 'fields', inObject(tree, object, 'field'), translatedFields),
    ...paired(
      path,
      'validationRules',
      inObject(tree, object, 'validationRule'),
      childrenOf(xml, 'validationRules').flatMap((rule) => textsOf(rule, 'name')),
    ),
    ...(object.endsWith('__c') && childrenOf(xml, 'caseValues').length < 2
      ? [`${path}: the object has no German name`]
      : []),
    ...layouts.flatMap((layout) => {
      const file = `default/layouts/${object}-${textOf(layout, 'layout')}.layout-meta.xml`;
      if (!tree.has(file)) return [`${path}: there is no layout ${textOf(layout, 'layout')}`];
      const own = childrenOf(tree.xml(file), 'layoutSections')
        .filter((section) => textOf(section, 'customLabel') === 'true')
        .flatMap((section) => textsOf(section, 'label'));
      return paired(
        path,
        'sections',
        own,
        childrenOf(layout, 'sections').flatMap((section) => textsOf(section, 'section')),
      );
    }),
  ];
}

function fieldFaults(tree: Tree, path: string): string[] {
  const xml = tree.xml(path);
  const object = path
    .split('/')
    .at(-2)!
    .replace(new RegExp(`-${LANGUAGE}$`), '');
  const file = `default/objects/${object}/fields/${nameOf(path)}.field-meta.xml`;
  if (!tree.has(file)) return [`${path}: there is no such field`];
  const field = tree.xml(file);
  const texts: [string, string][] = [
    ['label', 'label'],
    ['help', 'inlineHelpText'],
    ['relationshipLabel', 'relationshipLabel'],
  ];
  return [
    ...(textOf(xml, 'name') === nameOf(path)
      ? []
      : [`${path}: is called ${textOf(xml, 'name')} inside`]),
    ...texts
      .filter(
        ([german, english]) => Boolean(textOf(xml, german)) !== Boolean(textOf(field, english)),
      )
      .map(([german]) => `${path}: has ${german} in one language only`),
    ...paired(
      path,
      'picklistValues',
      valuesOf(field),
      childrenOf(xml, 'picklistValues')
        .filter((value) => textOf(value, 'translation'))
        .flatMap((value) => textsOf(value, 'masterLabel')),
    ),
  ];
}

const valuesOf = (field: Element): string[] =>
  deep(field, 'value').flatMap((value) => textsOf(value, 'label'));
