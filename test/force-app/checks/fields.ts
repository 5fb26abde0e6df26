import { modelOf, objectOf, type Model } from './model.ts';
import {
  childrenOf,
  deep,
  nameOf,
  textOf,
  textsOf,
  withSuffix,
  type Check,
  type Element,
  type Tree,
} from './tree.ts';

/** What each type of field must say, and must not, or the deploy fails. */
const RULES: Record<
  string,
  { readonly needs?: readonly string[]; readonly not?: readonly string[] }
> = {
  MasterDetail: {
    needs: ['referenceTo', 'relationshipName', 'relationshipOrder'],
    not: ['required', 'deleteConstraint', 'lookupFilter', 'externalId', 'unique', 'length'],
  },
  Lookup: {
    needs: ['referenceTo', 'relationshipName'],
    not: ['relationshipOrder', 'reparentableMasterDetail', 'length', 'externalId'],
  },
  Text: { needs: ['length'], not: ['precision', 'scale', 'visibleLines', 'valueSet'] },
  LongTextArea: { needs: ['length', 'visibleLines'], not: ['required', 'unique', 'externalId'] },
  Number: { needs: ['precision', 'scale'], not: ['length'] },
  Checkbox: { needs: ['defaultValue'], not: ['required', 'length', 'unique'] },
  Picklist: { needs: ['valueSet'], not: ['length', 'unique', 'externalId'] },
  Url: { not: ['length', 'unique', 'externalId'] },
  Phone: { not: ['length', 'unique', 'externalId'] },
  TextArea: { not: ['unique', 'externalId', 'visibleLines'] },
  Date: { not: ['length', 'precision', 'unique', 'externalId'] },
  DateTime: { not: ['length', 'precision', 'unique', 'externalId'] },
  Summary: {
    needs: ['summaryOperation', 'summaryForeignKey'],
    not: ['precision', 'scale', 'required', 'length'],
  },
};
const OF_METADATA_TYPES = [
  'Checkbox',
  'Date',
  'DateTime',
  'Email',
  'LongTextArea',
  'MetadataRelationship',
  'Number',
  'Percent',
  'Phone',
  'Picklist',
  'Text',
  'TextArea',
  'Url',
];
/** An object that holds records needs these, one that holds custom metadata takes none of them. */
const OF_RECORDS = ['deploymentStatus', 'nameField', 'sharingModel'];
const MOST: Record<string, number> = { MasterDetail: 2, Lookup: 40, Summary: 40 };
const MOST_EXTERNAL_IDS = 25;
const MOST_PICKLIST_VALUES = 1000;
const SHORTEST_LONG_TEXT = 256;
const MOST_DIGITS = 18;

/** In a formula a picklist stands only inside one of these. */
const OF_PICKLISTS = ['ISPICKVAL', 'TEXT', 'CASE', 'ISCHANGED', 'PRIORVALUE'];
const NOT_OF_LONG_TEXTS = ['ISCHANGED', 'PRIORVALUE', 'VALUE'];

/** What the platform refuses of a field or an object when it is deployed. */
export const checkFields: Check = (tree) => {
  const model = modelOf(tree);
  return [
    ...withSuffix(tree, 'field').flatMap((path) => fieldFaults(path, tree.xml(path))),
    ...withSuffix(tree, 'object').flatMap((path) => objectFaults(path, tree.xml(path))),
    ...model.ownObjects.flatMap((object) => tooMany(tree, object)),
    ...model.ownObjects
      .filter((object) => object.endsWith('__c'))
      .flatMap((object) => unseen(tree, object)),
    ...[...withSuffix(tree, 'validationRule'), ...withSuffix(tree, 'field')].flatMap((path) =>
      formulaFaults(tree, model, path),
    ),
  ];
};

function fieldFaults(path: string, xml: Element): string[] {
  const type = textOf(xml, 'type') ?? '';
  const has = (key: string): boolean => childrenOf(xml, key).length > 0;
  const number = (key: string): number => Number(textOf(xml, key));
  const values = deep(xml, 'value');
  const { needs = [], not = [] } = RULES[type] ?? {};
  return [
    ...(RULES[type] ? [] : [`${path}: a field of type ${type} is not known here`]),
    ...(textOf(xml, 'label') ? [] : [`${path}: has no label`]),
    ...(has('formula') ? ['defaultValue', 'required', 'unique'].filter(has) : []).map(
      (key) => `${path}: a formula takes no ${key}`,
    ),
    ...(has('formula') ? [] : needs)
      .filter((key) => !has(key))
      .map((key) => `${path}: ${type} needs ${key}`),
    ...not.filter(has).map((key) => `${path}: ${type} takes no ${key}`),
    ...(objectOf(path).endsWith('__mdt') && !OF_METADATA_TYPES.includes(type)
      ? [`${path}: custom metadata has no ${type}`]
      : []),
    ...(type === 'Number' &&
    !(number('precision') <= MOST_DIGITS && number('scale') <= number('precision'))
      ? [`${path}: has too many digits`]
      : []),
    ...(type === 'LongTextArea' && number('length') < SHORTEST_LONG_TEXT
      ? [`${path}: a long text has at least ${SHORTEST_LONG_TEXT} characters`]
      : []),
    ...(values.length > MOST_PICKLIST_VALUES
      ? [`${path}: has more than ${MOST_PICKLIST_VALUES} values`]
      : []),
    ...(values.filter((value) => textOf(value, 'default') === 'true').length > 1
      ? [`${path}: has two defaults`]
      : []),
    ...values
      .filter((value) => !textOf(value, 'label') || !textOf(value, 'fullName'))
      .map(() => `${path}: a value needs a name and a label`),
    ...(has('relationshipName') && !/^[A-Za-z](?!\w*__)\w*$/.test(textOf(xml, 'relationshipName')!)
      ? [`${path}: ${textOf(xml, 'relationshipName')} cannot name a relationship`]
      : []),
  ];
}

function objectFaults(path: string, xml: Element): string[] {
  const object = nameOf(path);
  if (!/__(c|mdt)$/.test(object)) return [];
  const has = (key: string): boolean => childrenOf(xml, key).length > 0;
  const name = childrenOf(xml, 'nameField')[0];
  const isNumbered = textOf(name, 'type') === 'AutoNumber';
  return [
    ...['label', 'pluralLabel'].filter((key) => !has(key)).map((key) => `${path}: needs ${key}`),
    ...OF_RECORDS.filter((key) => has(key) !== object.endsWith('__c')).map(
      (key) => `${path}: ${has(key) ? 'custom metadata takes no' : 'needs'} ${key}`,
    ),
    ...(isNumbered && !/\{0+\}/.test(textOf(name, 'displayFormat') ?? '')
      ? [`${path}: its numbers need a format such as A-{0000}`]
      : []),
  ];
}

function tooMany(tree: Tree, object: string): string[] {
  const fields = withSuffix(tree, 'field')
    .filter((path) => objectOf(path) === object)
    .map((path) => tree.xml(path));
  const counted = (type: string): number =>
    fields.filter((xml) => textOf(xml, 'type') === type).length;
  return [
    ...Object.entries(MOST)
      .filter(([type, most]) => counted(type) > most)
      .map(([type, most]) => `objects/${object}: has more than ${most} ${type} fields`),
    ...(fields.filter((xml) => textOf(xml, 'externalId') === 'true').length > MOST_EXTERNAL_IDS
      ? [`objects/${object}: has more than ${MOST_EXTERNAL_IDS} external ids`]
      : []),
  ];
}

/**
 * The platform makes a layout of this name with the object and gives it to all profiles; one of
 * another name would be nobody's.
 */
function unseen(tree: Tree, object: string): string[] {
  const label = textOf(tree.xml(`default/objects/${object}/${object}.object-meta.xml`), 'label');
  return tree.has(`default/layouts/${object}-${label} Layout.layout-meta.xml`)
    ? []
    : [`layouts: ${object} has no ${label} Layout, which profiles are given`];
}

/** A formula that names the right fields may still treat them as what they are not. */
function formulaFaults(tree: Tree, model: Model, path: string): string[] {
  const [formula = ''] = ['errorConditionFormula', 'formula'].flatMap((key) =>
    textsOf(tree.xml(path), key),
  );
  return [...formula.matchAll(/(?:(\w+)\(\s*)?\b(\w+__c)\b(?!\.)/g)].flatMap(
    ([, within = '', name = '']) => {
      const type = model.field(objectOf(path), name)?.type;
      if (type === 'Picklist' && !OF_PICKLISTS.includes(within))
        return [`${path}: the picklist ${name} must stand in ${OF_PICKLISTS[0]} or TEXT`];
      if (type !== 'Picklist' && within === 'ISPICKVAL') return [`${path}: ${name} is no picklist`];
      if (type === 'LongTextArea' && NOT_OF_LONG_TEXTS.includes(within))
        return [`${path}: ${within} does not take the long text ${name}`];
      return [];
    },
  );
}
