import { queryFaults } from './apexQueries.ts';
import {
  all,
  idOf,
  kid,
  kindOf,
  kids,
  lineOf,
  readClass,
  syntaxErrors,
  variablesOf,
  type ApexClass,
  type ApexNode,
} from './apexScope.ts';
import { createTypes, type Types } from './apexTypes.ts';
import { modelOf } from './model.ts';
import {
  namesWith,
  textOf,
  textsOf,
  childrenOf,
  withSuffix,
  type Check,
  type Tree,
} from './tree.ts';

const API_VERSION = '66.0';

/**
 * The Apex of the package reads as Apex, names only what exists, works in bulk and with the rights
 * of whoever runs it, and is tested.
 */
export const checkApex: Check = (tree) => {
  const paths = tree.paths.filter((path) => path.endsWith('.cls'));
  const broken = paths.flatMap((path) =>
    syntaxErrors(tree.read(path)).map((fault) => `${path}:${fault}`),
  );
  if (broken.length > 0) return broken;
  const classes = new Map(paths.map((path) => [path, readClass(tree.read(path))]));
  const byName = new Map([...classes.values()].map((one) => [one.name.toLowerCase(), one]));
  return [...classes]
    .flatMap(([path, one]) => [
      ...fileFaults(tree, path, one),
      ...bodyFaults(tree, byName, one).map((fault) => `${path}:${fault}`),
      ...coverFaults(path, one, byName),
    ])
    .concat(
      [...classes]
        .filter(([, one]) => /@AuraEnabled/.test(one.source) && !granted(tree).includes(one.name))
        .map(([path, one]) => `${path}: no permission set lets anybody use ${one.name}`),
    );
};

const granted = (tree: Tree): string[] =>
  withSuffix(tree, 'permissionset')
    .flatMap((path) => childrenOf(tree.xml(path), 'classAccesses'))
    .flatMap((entry) => textsOf(entry, 'apexClass'));

function fileFaults(tree: Tree, path: string, one: ApexClass): string[] {
  const meta = `${path}-meta.xml`;
  const isTest = one.isTest;
  return [
    ...(`${one.name}.cls` === path.split('/').at(-1)
      ? []
      : [`${path}: holds the class ${one.name}`]),
    ...(tree.has(meta) && textOf(tree.xml(meta), 'apiVersion') === API_VERSION
      ? []
      : [`${meta}: must say API version ${API_VERSION}`]),
    ...(isTest || /\bwith sharing class\b/.test(one.source)
      ? []
      : [`${path}: runs without sharing`]),
  ];
}

function bodyFaults(tree: Tree, classes: ReadonlyMap<string, ApexClass>, one: ApexClass): string[] {
  const model = modelOf(tree);
  const types = createTypes(model, classes, one);
  const labels = textLabels(tree);
  const permissions = namesWith(tree, 'customPermission');
  const strings = (pattern: RegExp): string[] =>
    [...one.source.matchAll(pattern)].map(([, name]) => name!);
  return [
    ...strings(/System\.Label\.(\w+)/g)
      .filter((name) => !labels.includes(name))
      .map((name) => ` there is no label ${name}`),
    ...strings(/checkPermission\('(\w+)'\)/g)
      .filter((name) => !permissions.includes(name))
      .map((name) => ` there is no custom permission ${name}`),
    ...[...one.source.matchAll(PICKLIST_VALUE)].map(
      ([, field, value]) => ` writes ${field} as '${value}', which each org names itself`,
    ),
    ...all(one.tree, 'TypeRef')
      .filter((node) => !types.exists(node.getText()))
      .map((node) => `${lineOf(node)} there is no type ${node.getText()}`),
    ...all(one.tree, 'Query').flatMap((node) => queryFaults(model, one, node)),
    ...methodsOf(one.tree).flatMap((method) => expressionFaults(types, one, method)),
    ...(one.isTest ? [] : manners(one)),
  ];
}

/** A value of a picklist that the platform brings, and which orgs name in their own language. */
const PICKLIST_VALUE = /\b(StageName|Status|Priority)\s*=\s*'([^']*)'/g;

const textLabels = (tree: Tree): string[] =>
  withSuffix(tree, 'labels')
    .flatMap((path) => childrenOf(tree.xml(path), 'labels'))
    .flatMap((label) => textsOf(label, 'fullName'));

const methodsOf = (tree: ApexNode): ApexNode[] =>
  all(tree, 'MethodDeclaration', 'ConstructorDeclaration');

function expressionFaults(types: Types, one: ApexClass, method: ApexNode): string[] {
  const variables = new Map(
    [...variablesOf(method)].map(([name, type]) => [name.toLowerCase(), type]),
  );
  const expressions = all(method, 'DotExpression')
    .map((node) => types.faultOf(node, variables))
    .filter((fault) => fault !== undefined);
  const calls = all(method, 'MethodCall')
    .filter(
      (node) =>
        idOf(node) &&
        ![...one.members.keys()].some((name) => name.toLowerCase() === idOf(node).toLowerCase()),
    )
    .map((node) => `${lineOf(node)} there is no method ${idOf(node)}`);
  const made = all(method, 'Creator').flatMap((node) => {
    const type = kid(node, 'CreatedName')?.getText() ?? '';
    return all(
      kids(node).find((child) => kindOf(child) !== 'CreatedName') ?? node,
      'FieldExpression',
      'AssignExpression',
    ).length === 0
      ? []
      : types.fieldsSet(node, type);
  });
  return [...expressions, ...calls, ...made];
}

/** Writes with the rights of the package: a rep may answer, and may not edit the record. */
const WITH_MORE_RIGHTS = ['DealsideBargeReceipts: updateassystemown;'];

/** In bulk, and with the rights of the running user. */
function manners(one: ApexClass): string[] {
  const loops = all(one.tree, 'ForStatement', 'WhileStatement', 'DoWhileStatement');
  const inside = loops
    .flatMap((loop) => kids(loop, 'Statement'))
    .flatMap((body) =>
      all(
        body,
        'Query',
        'InsertStatement',
        'UpdateStatement',
        'UpsertStatement',
        'DeleteStatement',
      ),
    );
  const writes = all(
    one.tree,
    'InsertStatement',
    'UpdateStatement',
    'UpsertStatement',
    'DeleteStatement',
  ).filter(
    (node) =>
      !/^(insert|update|upsert|delete)asuser/i.test(node.getText()) &&
      !WITH_MORE_RIGHTS.includes(`${one.name}: ${node.getText()}`),
  );
  return [
    ...inside.map((node) => `${lineOf(node)} asks the database in a loop`),
    ...writes.map((node) => `${lineOf(node)} writes with more rights than the running user`),
  ];
}

/** Each class that the browser calls has a test, and each test method asserts. */
function coverFaults(
  path: string,
  one: ApexClass,
  classes: ReadonlyMap<string, ApexClass>,
): string[] {
  if (!one.isTest)
    return /@AuraEnabled/.test(one.source) && !classes.has(`${one.name}test`.toLowerCase())
      ? [`${path}: has no test ${one.name}Test`]
      : [];
  const tests = all(one.tree, 'ClassBodyDeclaration').filter(
    (node) =>
      kids(node, 'Modifier').some((modifier) => /^@istest/i.test(modifier.getText())) &&
      all(node, 'MethodDeclaration').length > 0,
  );
  return tests
    .filter((node) => !/\bAssert\./.test(one.source.slice(node.start!.start, node.stop!.stop)))
    .map((node) => `${path}:${lineOf(node)} the test asserts nothing`);
}
