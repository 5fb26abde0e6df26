import { modelOf, type Model } from './model.ts';
import {
  childrenOf,
  doubles,
  namesWith,
  textOf,
  withSuffix,
  type Check,
  type Element,
  type Tree,
} from './tree.ts';

/** User permissions that our sets may grant, each with what it needs beside it. */
const USER_PERMISSIONS: Record<string, readonly string[]> = {
  ActivitiesAccess: [],
  ApiEnabled: [],
  EditEvent: ['ActivitiesAccess'],
  EditTask: ['ActivitiesAccess'],
  RunReports: [],
  SendCustomNotifications: [],
  ViewAllUsers: [],
  ViewRoles: [],
  ViewSetup: ['ViewRoles'],
};

/** Reading a child of another standard object needs reading its parent. */
const PARENT: Record<string, string> = { Contact: 'Account', Opportunity: 'Account' };

/**
 * Permission sets name only what exists, grant nothing the platform refuses, and leave no field of
 * the package to nobody.
 */
export const checkPermissions: Check = (tree) => {
  const model = modelOf(tree);
  const sets = withSuffix(tree, 'permissionset');
  return [...sets.flatMap((path) => setFaults(tree, model, path)), ...uncovered(tree, model, sets)];
};

function setFaults(tree: Tree, model: Model, path: string): string[] {
  const xml = tree.xml(path);
  const named = (list: string, key: string): string[] =>
    childrenOf(xml, list).map((entry) => textOf(entry, key) ?? '');
  const missing = (names: readonly string[], known: readonly string[], what: string): string[] =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => `${path}: there is no ${what} ${name}`);
  const granted = named('userPermissions', 'name');
  const tabs = [...namesWith(tree, 'tab')];
  return [
    ...missing(
      named('classAccesses', 'apexClass'),
      tree.paths
        .filter((each) => each.endsWith('.cls'))
        .map((each) => each.split('/').at(-1)!.replace('.cls', '')),
      'Apex class',
    ),
    ...missing(
      named('customPermissions', 'name'),
      namesWith(tree, 'customPermission'),
      'custom permission',
    ),
    ...missing(
      named('customMetadataTypeAccesses', 'name'),
      model.ownObjects.filter((name) => name.endsWith('__mdt')),
      'custom metadata type',
    ),
    ...missing(named('applicationVisibilities', 'application'), namesWith(tree, 'app'), 'app'),
    ...missing(
      named('tabSettings', 'tab').filter((tab) => !tab.startsWith('standard-')),
      tabs,
      'tab',
    ),
    ...missing(granted, Object.keys(USER_PERMISSIONS), 'user permission known here as'),
    ...granted.flatMap((name) => missing(USER_PERMISSIONS[name] ?? [], granted, `${name} without`)),
    ...[
      'classAccesses.apexClass',
      'customPermissions.name',
      'fieldPermissions.field',
      'objectPermissions.object',
      'userPermissions.name',
      'tabSettings.tab',
    ].flatMap((key) =>
      doubles(named(key.split('.')[0]!, key.split('.')[1]!)).map(
        (name) => `${path}: grants ${name} twice`,
      ),
    ),
    ...childrenOf(xml, 'objectPermissions').flatMap((entry) =>
      objectFaults(model, path, entry, xml),
    ),
    ...childrenOf(xml, 'fieldPermissions').flatMap((entry) => fieldFaults(model, path, entry, xml)),
  ];
}

const isOn = (entry: Element, key: string): boolean => textOf(entry, key) === 'true';
const objectEntry = (xml: Element, object: string): Element | undefined =>
  childrenOf(xml, 'objectPermissions').find((entry) => textOf(entry, 'object') === object);

function objectFaults(model: Model, path: string, entry: Element, xml: Element): string[] {
  const object = textOf(entry, 'object') ?? '';
  if (!model.objects.has(object)) return [`${path}: there is no object ${object}`];
  const parents = [
    PARENT[object],
    ...[...model.objects.get(object)!.values()]
      .filter((field) => field.type === 'MasterDetail')
      .map((field) => field.referenceTo),
  ].filter((parent) => parent !== undefined);
  const needs: [string, readonly string[]][] = [
    ['allowCreate', ['allowRead']],
    ['allowEdit', ['allowRead']],
    ['allowDelete', ['allowRead', 'allowEdit']],
    ['viewAllRecords', ['allowRead']],
    ['modifyAllRecords', ['viewAllRecords', 'allowDelete']],
  ];
  return [
    ...needs.flatMap(([what, others]) =>
      isOn(entry, what)
        ? others
            .filter((other) => !isOn(entry, other))
            .map((other) => `${path}: ${what} of ${object} needs ${other}`)
        : [],
    ),
    ...parents
      .filter(
        (parent) =>
          isOn(entry, 'allowRead') &&
          !childrenOf(xml, 'objectPermissions').some(
            (other) => textOf(other, 'object') === parent && isOn(other, 'allowRead'),
          ),
      )
      .map((parent) => `${path}: reading ${object} needs reading ${parent}`),
  ];
}

function fieldFaults(model: Model, path: string, entry: Element, xml: Element): string[] {
  const name = textOf(entry, 'field') ?? '';
  const [object = '', fieldName = ''] = name.split('.');
  if (object === 'Activity') return [`${path}: ${name} must be granted as Task.${fieldName}`];
  const field = model.field(object, fieldName);
  if (!field) return [`${path}: there is no field ${name}`];
  if (field.required)
    return [`${path}: ${name} is required, so the platform takes no permission for it`];
  const onObject = objectEntry(xml, object);
  const editable = isOn(entry, 'editable');
  return [
    ...(editable && !isOn(entry, 'readable')
      ? [`${path}: ${name} can be edited but not read`]
      : []),
    ...(!['Event', 'Task', 'User'].includes(object) && !onObject
      ? [`${path}: grants ${name}, but not ${object}`]
      : []),
    ...(editable && onObject && !isOn(onObject, 'allowEdit') && !isOn(onObject, 'allowCreate')
      ? [`${path}: lets edit ${name}, but not ${object}`]
      : []),
  ];
}

/**
 * Fields that come with a deploy are nobody's until a permission set grants them, not even the
 * administrator's.
 */
function uncovered(tree: Tree, model: Model, sets: readonly string[]): string[] {
  const grantedBy = (path: string): string[] =>
    childrenOf(tree.xml(path), 'fieldPermissions').map((entry) => textOf(entry, 'field') ?? '');
  const admin = sets.find((path) => path.endsWith('/Dealside_Admin.permissionset-meta.xml'));
  const adminHas = new Set(admin ? grantedBy(admin) : []);
  const othersHave = new Set(sets.filter((path) => path !== admin).flatMap(grantedBy));
  const grantable = [...model.objects]
    .filter(([object]) => !object.endsWith('__mdt'))
    .flatMap(([object, fields]) =>
      [...fields.values()]
        .filter((field) => field.custom && !field.required)
        .map((field) => `${object}.${field.name}`),
    );
  return [
    ...grantable
      .filter((field) => !adminHas.has(field))
      .map((field) => `permissionsets/Dealside_Admin: does not grant ${field}`),
    ...grantable
      .filter((field) => !othersHave.has(field))
      .map((field) => `permissionsets: nobody but the administrator is granted ${field}`),
  ];
}
