import { parseFormula } from '../../../local/org/validation/formulas.ts';
import { LONG_TYPES, modelOf, objectOf, type Model } from './model.ts';
import {
  childrenOf,
  doubles,
  nameOf,
  textOf,
  textsOf,
  withSuffix,
  type Check,
  type Tree,
} from './tree.ts';

/** How list views name the standard fields. */
const LIST_COLUMNS = [
  'NAME',
  'OWNER.ALIAS',
  'CREATED_DATE',
  'LAST_UPDATE',
  'CREATEDBY_USER',
  'UPDATEDBY_USER',
];
const MOST_COMPACT_FIELDS = 10;

/**
 * List views, layouts, compact layouts, search layouts and validation rules name only fields that
 * exist, and may stand there.
 */
export const checkObjects: Check = (tree) => {
  const model = modelOf(tree);
  return [
    ...withSuffix(tree, 'field').flatMap((path) => fieldFaults(tree, model, path)),
    ...[...model.objects.keys()].flatMap((object) => twins(model, object)),
    ...withSuffix(tree, 'object').flatMap((path) => objectFaults(tree, model, path)),
    ...withSuffix(tree, 'listView').flatMap((path) => listViewFaults(tree, model, path)),
    ...withSuffix(tree, 'compactLayout').flatMap((path) => compactFaults(tree, model, path)),
    ...withSuffix(tree, 'layout').flatMap((path) => layoutFaults(tree, model, path)),
    ...withSuffix(tree, 'validationRule').flatMap((path) => ruleFaults(tree, model, path)),
  ];
};

function fieldFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const type = textOf(xml, 'type');
  const target = textOf(xml, 'referenceTo');
  return [
    ...(textOf(xml, 'fullName') !== nameOf(path)
      ? [`${path}: is called ${textOf(xml, 'fullName')} inside`]
      : []),
    ...(target && !model.objects.has(target)
      ? [`${path}: refers to ${target}, which is not there`]
      : []),
    ...(type === 'Text' && !(Number(textOf(xml, 'length')) <= 255)
      ? [`${path}: a text has 255 characters at most`]
      : []),
    ...(type === 'LongTextArea' && !(Number(textOf(xml, 'length')) <= 131_072)
      ? [`${path}: a long text needs a length up to 131072`]
      : []),
    ...(type === 'Checkbox' && !textOf(xml, 'formula') && !textOf(xml, 'defaultValue')
      ? [`${path}: a checkbox needs a default`]
      : []),
    ...(type === 'Lookup' &&
    textOf(xml, 'required') === 'true' &&
    textOf(xml, 'deleteConstraint') === 'SetNull'
      ? [`${path}: a required lookup cannot be emptied`]
      : []),
    ...(type === 'Picklist' &&
    (model.field(objectOf(path), nameOf(path))?.values ?? []).length === 0
      ? [`${path}: a picklist needs values`]
      : []),
    ...doubles(model.field(objectOf(path), nameOf(path))?.values ?? []).map(
      (value) => `${path}: has the value ${value} twice`,
    ),
    ...(objectOf(path) === 'Task' && type === 'MasterDetail'
      ? [`${path}: an activity has no master`]
      : []),
  ];
}

/** Two lookups to the same object must name their lists differently. */
function twins(model: Model, parent: string): string[] {
  const names = [...model.objects.values()]
    .flatMap((fields) => [...fields.values()])
    .filter((field) => field.custom && field.referenceTo === parent && field.relationshipName)
    .map((field) => field.relationshipName!);
  return doubles(names).map((name) => `objects/${parent}: two lookups call their list ${name}`);
}

function objectFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const object = nameOf(path);
  const compact = textOf(xml, 'compactLayoutAssignment');
  const listed = childrenOf(xml, 'searchLayouts').flatMap((layouts) =>
    layouts.children.map((child) => child.text),
  );
  const hasMaster = [...(model.objects.get(object)?.values() ?? [])].some(
    (field) => field.type === 'MasterDetail',
  );
  return [
    ...(compact &&
    compact !== 'SYSTEM' &&
    !tree.has(path.replace(/[^/]+$/, `compactLayouts/${compact}.compactLayout-meta.xml`))
      ? [`${path}: the compact layout ${compact} is not there`]
      : []),
    ...listed
      .filter((field) => !model.field(object, field) && !LIST_COLUMNS.includes(field))
      .map((field) => `${path}: searches show ${field}, which is not there`),
    ...(hasMaster !== (textOf(xml, 'sharingModel') === 'ControlledByParent') &&
    object.endsWith('__c')
      ? [`${path}: sharing is controlled by the parent if and only if there is a master`]
      : []),
  ];
}

function listViewFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const object = objectOf(path);
  const known = (name: string): boolean =>
    LIST_COLUMNS.includes(name) || Boolean(model.field(object, name)?.custom);
  return [
    ...textsOf(xml, 'columns')
      .filter((name) => !known(name))
      .map((name) => `${path}: shows ${name}, which is not there`),
    ...childrenOf(xml, 'filters').flatMap((filter) => {
      const name = textOf(filter, 'field') ?? '';
      const field = model.field(object, name);
      if (!known(name)) return [`${path}: filters by ${name}, which is not there`];
      if (field && LONG_TYPES.includes(field.type))
        return [`${path}: cannot filter by the long text ${name}`];
      const values = textOf(filter, 'value')?.split(',') ?? [];
      return field?.values
        ? values
            .filter((value) => value && !field.values!.includes(value))
            .map((value) => `${path}: ${name} has no value ${value}`)
        : [];
    }),
  ];
}

function compactFaults(tree: Tree, model: Model, path: string): string[] {
  const fields = textsOf(tree.xml(path), 'fields');
  return [
    ...fields
      .filter((name) => !model.field(objectOf(path), name))
      .map((name) => `${path}: shows ${name}, which is not there`),
    ...fields
      .filter((name) => LONG_TYPES.includes(model.field(objectOf(path), name)?.type ?? ''))
      .map((name) => `${path}: cannot show the long text ${name}`),
    ...(fields.length > MOST_COMPACT_FIELDS
      ? [`${path}: shows more than ${MOST_COMPACT_FIELDS} fields`]
      : []),
  ];
}

function layoutFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const object = nameOf(path).split('-')[0]!;
  const fields = childrenOf(xml, 'layoutSections')
    .flatMap((section) => childrenOf(section, 'layoutColumns'))
    .flatMap((column) => childrenOf(column, 'layoutItems'))
    .flatMap((item) => textsOf(item, 'field'));
  const own = [...(model.objects.get(object)?.values() ?? [])].filter((field) => field.custom);
  return [
    ...(model.objects.has(object) ? [] : [`${path}: there is no ${object}`]),
    ...fields
      .filter((name) => !model.field(object, name))
      .map((name) => `${path}: shows ${name}, which is not there`),
    ...doubles(fields).map((name) => `${path}: shows ${name} twice`),
    ...own
      .filter((field) => field.required && !fields.includes(field.name))
      .map((field) => `${path}: must show ${field.name}, which is required`),
    ...childrenOf(xml, 'relatedLists').flatMap((list) => {
      const [child = '', lookup = ''] = (textOf(list, 'relatedList') ?? '').split('.');
      if (model.field(child, lookup)?.referenceTo !== object)
        return [`${path}: there is no related list ${child}.${lookup}`];
      return textsOf(list, 'fields')
        .filter((name) => !LIST_COLUMNS.includes(name) && !model.field(child, name))
        .map((name) => `${path}: the list ${child} shows ${name}, which is not there`);
    }),
  ];
}

function ruleFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const object = objectOf(path);
  const shown = textOf(xml, 'errorDisplayField');
  const faults =
    shown && !model.field(object, shown)
      ? [`${path}: shows its message at ${shown}, which is not there`]
      : [];
  try {
    const { fields, permissions } = parseFormula(textOf(xml, 'errorConditionFormula') ?? '');
    return [
      ...faults,
      ...fields
        .filter((name) => !model.field(object, name))
        .map((name) => `${path}: names ${name}, which is not there`),
      ...permissions
        .filter((name) => !tree.has(`default/customPermissions/${name}.customPermission-meta.xml`))
        .map((name) => `${path}: names the permission ${name}, which is not there`),
    ];
  } catch (error) {
    return [...faults, `${path}: ${(error as Error).message}`];
  }
}
