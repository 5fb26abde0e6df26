import { OrgError } from '../errors/orgError.ts';

/**
 * The value of an aggregate, such as Call_Day__c.Barge__c:SUM or RowCount; null if there is none.
 */
type Values = (name: string) => number | null;

/** The value of an aggregate of a group above, which the level names. */
type ParentValues = (name: string, level: string) => number | null;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z_][\w.]*(?::(?:SUM|AVG|MIN|MAX|UNIQUE))?)|(<=|>=|<>|!=|[-+*/(),<>=]))/y;

/**
 * Evaluates a custom summary formula: numbers, NULL, aggregates, arithmetic, comparisons, IF, AND,
 * OR, NOT, ISBLANK, BLANKVALUE, PARENTGROUPVAL. Null for a division by zero, where the platform shows an error.
 * Throws OrgError for anything else.
 */
export function evaluate(
  expression: string,
  values: Values,
  parentValues?: ParentValues,
): number | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(expression);
    if (!match) throw unsupported(expression.slice(at));
    tokens.push((match[1] ?? match[2] ?? match[3])!);
  }
  let at = 0;
  const accept = (wanted: string): boolean => tokens[at] === wanted && ++at > 0;
  const expect = (wanted: string): void => {
    if (!accept(wanted)) throw unsupported(`${expression}: ${wanted} is missing`);
  };

  function primary(): number | null {
    const token = tokens[at++];
    if (token === undefined) throw unsupported(expression);
    if (/^\d/.test(token)) return Number(token);
    if (token === '-') return negated(primary());
    if (token === '(') {
      const inner = comparison();
      expect(')');
      return inner;
    }
    if (!/^[A-Za-z_]/.test(token)) throw unsupported(token);
    if (token.toUpperCase() === 'NULL') return null;
    if (tokens[at] !== '(') return values(token);
    at += 1;
    if (token === 'PARENTGROUPVAL') return ofParent();
    const inputs: (number | null)[] = [];
    if (!accept(')'))
      do inputs.push(comparison());
      while (accept(',') || !closes());
    return called(token.toUpperCase(), inputs);
  }
  function ofParent(): number | null {
    const name = tokens[at++];
    expect(',');
    const level = tokens[at++];
    expect(')');
    if (!parentValues || !name || !level) throw unsupported(expression);
    return parentValues(name, level);
  }
  function closes(): boolean {
    expect(')');
    return true;
  }
  function product(): number | null {
    let left = primary();
    for (;;)
      if (accept('*')) left = both(left, primary(), (a, b) => a * b);
      else if (accept('/')) left = both(left, primary(), (a, b) => (b === 0 ? null : a / b));
      else return left;
  }
  function sum(): number | null {
    let left = product();
    for (;;)
      if (accept('+')) left = both(left, product(), (a, b) => a + b);
      else if (accept('-')) left = both(left, product(), (a, b) => a - b);
      else return left;
  }
  function comparison(): number | null {
    const left = sum();
    const test = COMPARISONS[tokens[at] ?? ''];
    if (!test) return left;
    at += 1;
    return both(left, sum(), (a, b) => Number(test(a, b)));
  }

  const result = comparison();
  if (at < tokens.length) throw unsupported(tokens.slice(at).join(' '));
  return result;
}

const COMPARISONS: Record<string, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '!=': (a, b) => a !== b,
};

const both = (
  a: number | null,
  b: number | null,
  act: (a: number, b: number) => number | null,
): number | null => (a === null || b === null ? null : act(a, b));
const negated = (value: number | null): number | null => (value === null ? null : -value);

function called(name: string, inputs: readonly (number | null)[]): number | null {
  const [first = null, second = null, third = null] = inputs;
  switch (name) {
    case 'IF':
      return first ? second : third;
    case 'AND':
      return Number(inputs.every(Boolean));
    case 'OR':
      return Number(inputs.some(Boolean));
    case 'NOT':
      return Number(!first);
    case 'ISBLANK':
      return Number(first === null);
    case 'BLANKVALUE':
      return first ?? second;
    default:
      throw unsupported(name);
  }
}

const unsupported = (what: string) =>
  new OrgError(400, 'BAD_REQUEST', `this stand-in does not support in a summary formula: ${what}`);
