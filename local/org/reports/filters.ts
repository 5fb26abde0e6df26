import { OrgError } from '../errors/orgError.ts';
import type { Cell, Column, Joined } from './columns.ts';
import { dayIn, plusDays } from './dates.ts';
import type { Filter } from './definition.ts';

interface Now {
  readonly today: string;
  readonly timeZone: string;
}

/** Whether a record passes all filters, or the filter logic, such as 1 AND (2 OR 3). */
export function filterOf(
  filters: readonly Filter[],
  logic: string | undefined,
  { column, now }: { readonly column: (name: string) => Column; readonly now: Now },
): (joined: Joined) => boolean {
  const tests = filters.map((filter) => {
    const of = column(filter.column);
    return (joined: Joined): boolean => passes(of.read(joined), of, filter, now);
  });
  if (logic === undefined) return (joined) => tests.every((test) => test(joined));
  const tokens = logic.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  return (joined) => {
    let at = 0;
    const primary = (): boolean => {
      const token = tokens[at++];
      if (token === 'NOT') return !primary();
      if (token === '(') {
        const inner = chain();
        at += 1;
        return inner;
      }
      return tests[Number(token) - 1]!(joined);
    };
    const chain = (): boolean => {
      let left = primary();
      while (tokens[at] === 'AND' || tokens[at] === 'OR') {
        const isAnd = tokens[at++] === 'AND';
        const right = primary();
        left = isAnd ? left && right : left || right;
      }
      return left;
    };
    return chain();
  };
}

/** Comma-separated values match any of them, or none of them for operators that exclude. */
function passes(cell: Cell, { type }: Column, { operator, value }: Filter, now: Now): boolean {
  const isTime = type === 'date' || type === 'datetime';
  const texts = cell.value === null ? [''] : [String(cell.value), cell.label];
  const wanted = value === '' ? [''] : value.split(',').map((one) => one.trim());
  const equals = (one: string): boolean =>
    isTime
      ? cell.value !== null && dayIn(String(cell.value), now.timeZone) === dayNamed(one, now)
      : texts.some((text) => text.toLowerCase() === one.toLowerCase());
  const compared = (): number => {
    if (isTime) return dayIn(String(cell.value), now.timeZone).localeCompare(dayNamed(value, now));
    return Number(cell.value) - Number(value);
  };
  switch (operator) {
    case 'equals':
      return wanted.some(equals);
    case 'notEqual':
      return !wanted.some(equals);
    case 'contains':
      return wanted.some((one) => texts.some((text) => has(text, one)));
    case 'notContain':
      return !wanted.some((one) => texts.some((text) => has(text, one)));
    case 'startsWith':
      return wanted.some((one) =>
        texts.some((text) => text.toLowerCase().startsWith(one.toLowerCase())),
      );
    case 'lessThan':
      return cell.value !== null && compared() < 0;
    case 'lessOrEqual':
      return cell.value !== null && compared() <= 0;
    case 'greaterThan':
      return cell.value !== null && compared() > 0;
    case 'greaterOrEqual':
      return cell.value !== null && compared() >= 0;
    default:
      throw new OrgError(400, 'BAD_REQUEST', `this stand-in does not support ${operator}`);
  }
}

const has = (text: string, part: string): boolean =>
  text.toLowerCase().includes(part.toLowerCase());

/** A day, which may be relative to today. */
function dayNamed(value: string, { today }: Now): string {
  const last = /^LAST_N_DAYS:(\d+)$/.exec(value)?.[1];
  if (last) return plusDays(today, -Number(last));
  if (value === 'TODAY') return today;
  if (/^\d{4}-\d\d-\d\d/.test(value)) return value.slice(0, 10);
  throw new OrgError(400, 'BAD_REQUEST', `this stand-in does not support the day ${value}`);
}
