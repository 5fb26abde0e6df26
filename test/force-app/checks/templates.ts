import { join } from 'node:path';
import ts from 'typescript';
import { partsOf, type ListItem, type Mention } from './templateParts.ts';
import { MAIN, type Tree } from './tree.ts';

/**
 * Each {name} and each handler of each template is there on its component, along its whole path;
 * each attribute of a child is one it takes.
 */
export function checkTemplates(tree: Tree): string[] {
  const { checker, classOf } = components();
  return tree.paths
    .filter((path) => /\/lwc\/\w+\/\w+\.html$/.test(path))
    .flatMap((path) => {
      const bundle = path.split('/').at(-2)!;
      const component = classOf(bundle);
      if (!component) return [`${path}: has no class`];
      const { mentions, passed } = partsOf(tree.read(path));
      return [
        ...mentions
          .flatMap((mention) => mentionFaults(checker, component, mention))
          .map((fault) => `${path}:${fault}`),
        ...passed.flatMap(({ component: child, property, line }) =>
          takes(classOf(child), property) ? [] : [`${path}:${line} ${child} takes no ${property}`],
        ),
      ];
    });
}

interface Components {
  readonly checker: ts.TypeChecker;
  classOf(bundle: string): ts.ClassDeclaration | undefined;
}

let known: Components | undefined;

function components(): Components {
  if (known) return known;
  const configPath = join(MAIN, '../tsconfig.json');
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(configPath, (path) => ts.sys.readFile(path)).config,
    ts.sys,
    join(MAIN, '..'),
  );
  const program = ts.createProgram(
    fileNames.filter((file) => !file.includes('__tests__')),
    options,
  );
  known = {
    checker: program.getTypeChecker(),
    classOf: (bundle) =>
      program
        .getSourceFile(join(MAIN, `default/lwc/${bundle}/${bundle}.ts`))
        ?.statements.find(
          (statement): statement is ts.ClassDeclaration =>
            ts.isClassDeclaration(statement) &&
            Boolean(ts.getCombinedModifierFlags(statement) & ts.ModifierFlags.Default),
        ),
  };
  return known;
}

function mentionFaults(
  checker: ts.TypeChecker,
  component: ts.ClassDeclaration,
  { expression, attribute, scope, line }: Mention,
): string[] {
  if (!/^[\w$]+(\.[\w$]+)*$/.test(expression))
    return [`${line} {${expression}} is more than a path`];
  const types = typesAt(checker, component, scope, expression.split('.'));
  if (types.length === 0) return [`${line} there is no ${expression}`];
  const isHandler = attribute?.startsWith('on');
  return isHandler && !types.some((type) => isAny(type) || type.getCallSignatures().length > 0)
    ? [`${line} ${expression} handles nothing`]
    : [];
}

const isAny = (type: ts.Type): boolean =>
  Boolean(type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown));

/** The types that a path may have; none when it leads nowhere. */
function typesAt(
  checker: ts.TypeChecker,
  component: ts.ClassDeclaration,
  scope: ReadonlyMap<string, ListItem>,
  [head = '', ...rest]: string[],
): ts.Type[] {
  const item = scope.get(head);
  if (item?.kind === 'iterator') {
    const [part = '', ...deeper] = rest;
    if (['index', 'first', 'last'].includes(part))
      return deeper.length === 0 ? [checker.getNumberType()] : [];
    return part === 'value' ? along(checker, itemTypes(checker, component, item), deeper) : [];
  }
  if (item?.kind === 'index') return rest.length === 0 ? [checker.getNumberType()] : [];
  const start = item
    ? itemTypes(checker, component, item)
    : member(checker, checker.getTypeAtLocation(component), head);
  return along(checker, start, rest);
}

function itemTypes(
  checker: ts.TypeChecker,
  component: ts.ClassDeclaration,
  item: ListItem,
): ts.Type[] {
  return typesAt(checker, component, item.outer, item.of.split('.')).flatMap((list) =>
    isAny(list)
      ? [list]
      : parts(checker, list).flatMap(
          (each) => checker.getIndexTypeOfType(each, ts.IndexKind.Number) ?? [],
        ),
  );
}

const along = (checker: ts.TypeChecker, types: ts.Type[], path: readonly string[]): ts.Type[] =>
  path.reduce((found, name) => found.flatMap((type) => member(checker, type, name)), types);

const parts = (checker: ts.TypeChecker, type: ts.Type): ts.Type[] => {
  const present = checker.getNonNullableType(type);
  return present.isUnion() ? present.types : [present];
};

function member(checker: ts.TypeChecker, type: ts.Type, name: string): ts.Type[] {
  return parts(checker, type).flatMap((part) => {
    if (isAny(part)) return [part];
    const symbol = checker.getPropertyOfType(part, name);
    return symbol
      ? [checker.getTypeOfSymbol(symbol)]
      : (checker.getIndexTypeOfType(part, ts.IndexKind.String) ?? []);
  });
}

/** Whether a component has a public property of this name. */
function takes(component: ts.ClassDeclaration | undefined, property: string): boolean {
  return Boolean(
    component?.members.some((one) => {
      const isPublic =
        ts.canHaveDecorators(one) &&
        ts.getDecorators(one)?.some((decorator) => decorator.getText() === '@api');
      return isPublic && one.name?.getText() === property;
    }),
  );
}
