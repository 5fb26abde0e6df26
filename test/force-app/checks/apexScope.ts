import { ApexParserFactory } from '@apexdevtools/apex-parser';

/** A node of the parse tree: its kind is the name of the grammar's rule. */
export interface ApexNode {
  readonly children?: readonly ApexNode[] | null;
  readonly start?: { readonly line: number; readonly start: number };
  readonly stop?: { readonly stop: number };
  getText(): string;
}

export interface ApexClass {
  readonly name: string;
  readonly tree: ApexNode;
  readonly source: string;
  readonly isTest: boolean;
  /** Fields, properties and methods with their types; inner classes with theirs. */
  readonly members: ReadonlyMap<string, string>;
  readonly inner: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const kinds = new Map<unknown, string>();

export function kindOf(node: ApexNode): string {
  const known = kinds.get(node.constructor);
  if (known !== undefined) return known;
  const kind = node.constructor.name.replace(/Context$/, '');
  kinds.set(node.constructor, kind);
  return kind;
}

export const kids = (node: ApexNode, kind?: string): ApexNode[] =>
  (node.children ?? []).filter((child) => !kind || kindOf(child) === kind);
export const lineOf = (node: ApexNode): number => node.start?.line ?? 0;
export const kid = (node: ApexNode, kind: string): ApexNode | undefined => kids(node, kind)[0];

/**
 * Below a node, itself included, in the order of the source. Trees do not change, so what was
 * looked for once is kept.
 */
export function all(node: ApexNode, ...wanted: string[]): ApexNode[] {
  const known = found.get(node) ?? new Map<string, ApexNode[]>();
  found.set(node, known);
  const key = wanted.join();
  const before = known.get(key);
  if (before) return before;
  const nodes: ApexNode[] = [];
  const look = (one: ApexNode): void => {
    if (wanted.includes(kindOf(one))) nodes.push(one);
    for (const child of one.children ?? []) look(child);
  };
  look(node);
  known.set(key, nodes);
  return nodes;
}

const found = new WeakMap<ApexNode, Map<string, ApexNode[]>>();

interface Parsed {
  readonly tree: ApexNode;
  readonly errors: readonly string[];
}

const parsed = new Map<string, Parsed>();

/** What was read once is not read again. */
function parse(source: string): Parsed {
  const known = parsed.get(source);
  if (known) return known;
  const errors: string[] = [];
  const parser = ApexParserFactory.createParser(source);
  parser.removeErrorListeners();
  parser.addErrorListener({
    syntaxError: (
      _recognizer: unknown,
      _symbol: unknown,
      line: number,
      column: number,
      message: string,
    ) => errors.push(`${line}:${column} ${message}`),
    reportAmbiguity: () => undefined,
    reportAttemptingFullContext: () => undefined,
    reportContextSensitivity: () => undefined,
  } as never);
  const result = { tree: parser.compilationUnit() as unknown as ApexNode, errors };
  parsed.set(source, result);
  return result;
}

export const syntaxErrors = (source: string): readonly string[] => parse(source).errors;

export function readClass(source: string): ApexClass {
  const { tree } = parse(source);
  const [outer, ...nested] = all(tree, 'ClassDeclaration');
  if (!outer) throw new Error('there is no class');
  return {
    name: idOf(outer),
    tree,
    source,
    isTest: /@IsTest\b/i.test(source.slice(0, source.indexOf('{'))),
    members: membersOf(outer),
    inner: new Map(nested.map((one) => [idOf(one), membersOf(one)])),
  };
}

export const idOf = (node: ApexNode): string => kid(node, 'Id')?.getText() ?? '';

/** Types without their spelling of spaces: Map<Id,Answer>; what answers nothing answers void. */
const typeOf = (node: ApexNode): string => kid(node, 'TypeRef')?.getText() ?? 'void';

function membersOf(declaration: ApexNode): Map<string, string> {
  const body = kid(declaration, 'ClassBody');
  const own = body
    ? kids(body, 'ClassBodyDeclaration')
        .flatMap((one) => kids(one, 'MemberDeclaration'))
        .flatMap((one) => kids(one))
    : [];
  return new Map(
    own.flatMap((one): [string, string][] => {
      if (kindOf(one) === 'FieldDeclaration')
        return all(one, 'VariableDeclarator').map((declarator) => [idOf(declarator), typeOf(one)]);
      if (kindOf(one) === 'PropertyDeclaration' || kindOf(one) === 'MethodDeclaration')
        return [[idOf(one), typeOf(one)]];
      return [];
    }),
  );
}

/**
 * Parameters and variables of a method, wherever they are declared in it. Apex has no two of the
 * same name in nested blocks.
 */
export function variablesOf(method: ApexNode): Map<string, string> {
  const declared = all(
    method,
    'FormalParameter',
    'LocalVariableDeclaration',
    'EnhancedForControl',
    'CatchClause',
  );
  return new Map(
    declared.flatMap((one): [string, string][] => {
      if (kindOf(one) === 'LocalVariableDeclaration')
        return all(one, 'VariableDeclarator').map((declarator) => [idOf(declarator), typeOf(one)]);
      if (kindOf(one) === 'CatchClause')
        return [[idOf(one), kid(one, 'QualifiedName')?.getText() ?? 'Exception']];
      return [[idOf(one), typeOf(one)]];
    }),
  );
}

/** The element of List<X> and Set<X>, the key and value of Map<K,V>. */
export function argumentsOf(type: string): string[] {
  const [, inside = ''] = /^\w+<(.*)>$/.exec(type) ?? [];
  const parts: string[] = [];
  let depth = 0;
  for (const char of inside) {
    if (char === ',' && depth === 0) parts.push('');
    else parts[Math.max(0, parts.length - 1)] = (parts.at(-1) ?? '') + char;
    depth += char === '<' ? 1 : char === '>' ? -1 : 0;
  }
  return parts;
}
