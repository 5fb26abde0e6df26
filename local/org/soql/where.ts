import type { Condition, Query, WhereClause } from 'soql-parser-js';
import { OrgError } from '../errors/orgError.ts';

export type { WhereClause } from 'soql-parser-js';

/** A condition about a field, as the parser writes it. */
export interface FieldCondition {
  field: string;
  operator: string;
  value?: string | string[];
  literalType?: string | string[];
  valueQuery?: Query;
}

type BooleanOperator = 'AND' | 'OR' | 'NOT';

/**
 * The parser nests to the right and stores parentheses as counts; SOQL forbids mixing AND and OR
 * without them.
 */
export function tokensOf(clause: WhereClause): (Condition | BooleanOperator)[] {
  const tokens: (Condition | BooleanOperator)[] = [];
  for (
    let current: WhereClause | undefined = clause;
    current;
    current = (current as { right?: WhereClause }).right
  ) {
    if (current.left) tokens.push(current.left as Condition);
    const operator = (current as { operator?: BooleanOperator }).operator;
    if (operator) tokens.push(operator);
  }
  return tokens;
}

/** The results for the parts of a clause. */
interface Fold<T> {
  condition(condition: Condition): T;
  and(parts: readonly T[]): T;
  or(parts: readonly T[]): T;
  not(part: T): T;
}

type Token<T> = { readonly value: T } | '(' | ')' | BooleanOperator;

/** Folds a clause bottom-up along its parentheses. Throws OrgError MALFORMED_QUERY. */
export function foldWhere<T>(clause: WhereClause, fold: Fold<T>): T {
  const stream = tokensOf(clause).flatMap((token): Token<T>[] => {
    if (typeof token === 'string') return [token];
    const { openParen = 0, closeParen = 0 } = token as { openParen?: number; closeParen?: number };
    const own: Token<T>[] =
      'field' in token || 'fn' in token ? [{ value: fold.condition(token) }] : [];
    return [
      ...Array<Token<T>>(openParen).fill('('),
      ...own,
      ...Array<Token<T>>(closeParen).fill(')'),
    ];
  });
  let at = 0;
  const primary = (): T => {
    const token = stream[at++];
    if (token === 'NOT') return fold.not(primary());
    if (token === '(') {
      const inner = chain();
      if (stream[at++] !== ')') throw malformed('missing parenthesis');
      return inner;
    }
    if (typeof token !== 'object') throw malformed(`unexpected ${String(token)}`);
    return token.value;
  };
  const chain = (): T => {
    const parts = [primary()];
    let operator: Token<T> | undefined;
    while (stream[at] === 'AND' || stream[at] === 'OR') {
      if (operator && operator !== stream[at]) throw malformed('AND and OR need parentheses');
      operator = stream[at++];
      parts.push(primary());
    }
    return operator === 'OR' ? fold.or(parts) : fold.and(parts);
  };
  return chain();
}

const malformed = (message: string) => new OrgError(400, 'MALFORMED_QUERY', message);
