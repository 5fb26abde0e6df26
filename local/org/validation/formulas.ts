/** A parsed formula: the fields and permissions that it uses, and its result for a record. */
export interface Formula {
  readonly fields: readonly string[];
  readonly permissions: readonly string[];
  isTrueFor(scope: Scope): boolean;
}

/** The value of an expression. */
export type FormulaValue = string | number | boolean | null;

/** The input of a formula. `before` is undefined for a new record. */
interface Scope {
  readonly record: Readonly<Record<string, FormulaValue>>;
  readonly before?: Readonly<Record<string, FormulaValue>>;
  readonly userId: string;
  hasPermission(name: string): boolean;
}

type Evaluate = (scope: Scope) => FormulaValue;
interface Node {
  readonly evaluate: Evaluate;
  readonly field?: string;
}

const TOKEN =
  /\s+|"(?:[^"\\]|\\.)*"|\$\w+\.\w+|[A-Za-z_]\w*|\d+(?:\.\d+)?|<=|>=|<>|!=|==|&&|\|\||[()!=<>,+\-*/&]/gy;
const isBlank = (value: FormulaValue | undefined): boolean =>
  value === undefined || value === null || value === '';
const asTime = (value: FormulaValue): FormulaValue =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : value;
/** Formulas compare ids by their first 15 characters. */
const comparable = (value: FormulaValue): FormulaValue =>
  typeof value === 'string' && /^[a-zA-Z0-9]{18}$/.test(value) ? value.slice(0, 15) : asTime(value);
const fieldOf = (node: Node | undefined, name: string): string => {
  if (!node?.field) throw new Error(`${name} needs a field`);
  return node.field;
};

/**
 * The functions that the package's rules use. Any other is refused.
 * https://help.salesforce.com/s/articleView?id=platform.customize_functions.htm
 */
const FUNCTIONS: Record<string, (args: readonly Node[], name: string) => Evaluate> = {
  AND: (args) => (scope) => args.every(({ evaluate }) => evaluate(scope) === true),
  OR: (args) => (scope) => args.some(({ evaluate }) => evaluate(scope) === true),
  NOT:
    ([arg]) =>
    (scope) =>
      arg!.evaluate(scope) !== true,
  ISBLANK:
    ([arg]) =>
    (scope) =>
      isBlank(arg!.evaluate(scope)),
  ISNEW:
    () =>
    ({ before }) =>
      before === undefined,
  ISCHANGED:
    ([arg], name) =>
    ({ before, record }) =>
      before !== undefined &&
      (before[fieldOf(arg, name)] ?? null) !== (record[fieldOf(arg, name)] ?? null),
  ISPICKVAL:
    ([arg, value], name) =>
    (scope) =>
      (scope.record[fieldOf(arg, name)] ?? '') === value!.evaluate(scope),
  TEXT:
    ([arg]) =>
    (scope) =>
      String(arg!.evaluate(scope) ?? ''),
  LEN:
    ([arg]) =>
    (scope) =>
      String(arg!.evaluate(scope) ?? '').length,
};

const COMPARISONS: Record<string, (a: FormulaValue, b: FormulaValue) => boolean> = {
  '=': (a, b) => (isBlank(a) && isBlank(b)) || a === b,
  '<': (a, b) => a! < b!,
  '>': (a, b) => a! > b!,
  '<=': (a, b) => a! <= b!,
  '>=': (a, b) => a! >= b!,
  '<>': (a, b) => !(isBlank(a) && isBlank(b)) && a !== b,
};
const SPELLINGS: Record<string, string> = { '==': '=', '!=': '<>' };

/** Parses a formula. Throws with the reason if it is not supported. */
export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  const fields = new Set<string>();
  const permissions = new Set<string>();
  let at = 0;
  const expect = (wanted: string): void => {
    if (tokens[at] !== wanted)
      throw new Error(`expected ${wanted}, found ${tokens[at] ?? 'the end of the formula'}`);
    at += 1;
  };

  function chain(
    operator: string,
    part: () => Node,
    joined: (parts: readonly Node[]) => Evaluate,
  ): Node {
    const parts = [part()];
    while (tokens[at] === operator) {
      at += 1;
      parts.push(part());
    }
    return parts.length === 1 ? parts[0]! : { evaluate: joined(parts) };
  }
  const either = (): Node => chain('||', both, (parts) => FUNCTIONS.OR!(parts, '||'));
  const both = (): Node => chain('&&', comparison, (parts) => FUNCTIONS.AND!(parts, '&&'));

  function comparison(): Node {
    const left = operand();
    const spelled = tokens[at] ?? '';
    const compare = COMPARISONS[SPELLINGS[spelled] ?? spelled];
    if (!compare) return left;
    at += 1;
    const right = operand();
    return {
      evaluate: (scope) =>
        compare(comparable(left.evaluate(scope)), comparable(right.evaluate(scope))),
    };
  }

  function operand(): Node {
    const token = tokens[at++];
    if (token === undefined) throw new Error('unexpected end of the formula');
    if (token === '(') {
      const inner = either();
      expect(')');
      return inner;
    }
    if (token === '!') return { evaluate: FUNCTIONS.NOT!([operand()], '!') };
    if (token.startsWith('"')) return constant(token.slice(1, -1).replace(/\\(.)/g, '$1'));
    if (/^\d/.test(token)) return constant(Number(token));
    if (token.startsWith('$')) return global(token);
    if (/^(true|false)$/i.test(token)) return constant(token.toLowerCase() === 'true');
    if (tokens[at] === '(') return call(token);
    if (!/^[A-Za-z_]/.test(token)) throw new Error(`unexpected ${token}`);
    fields.add(token);
    return { field: token, evaluate: ({ record }) => record[token] ?? null };
  }

  function call(name: string): Node {
    const build = FUNCTIONS[name.toUpperCase()];
    if (!build) throw new Error(`the function ${name} is not supported`);
    expect('(');
    const args: Node[] = [];
    while (tokens[at] !== ')') {
      args.push(either());
      if (tokens[at] === ',') at += 1;
      else if (tokens[at] !== ')') throw new Error(`missing comma in ${name}`);
    }
    expect(')');
    return { evaluate: build(args, name) };
  }

  function global(token: string): Node {
    if (token === '$User.Id') return { evaluate: ({ userId }) => userId };
    const [, permission] = /^\$Permission\.(\w+)$/.exec(token) ?? [];
    if (!permission) throw new Error(`${token} is not supported`);
    permissions.add(permission);
    return { evaluate: (scope) => scope.hasPermission(permission) };
  }

  const root = either();
  if (at < tokens.length) throw new Error(`unexpected ${tokens[at]} after the end of the formula`);
  return {
    fields: [...fields],
    permissions: [...permissions],
    isTrueFor: (scope) => root.evaluate(scope) === true,
  };
}

const constant = (value: FormulaValue): Node => ({ evaluate: () => value });

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`${text.slice(from, from + 10)} cannot be parsed`);
    if (match[0].trim()) tokens.push(match[0]);
  }
  return tokens;
}
