import { isDeepStrictEqual } from 'node:util';

/**
 * Whether two values say the same. A call that was just written has keys that are undefined; read
 * again, it does not have them.
 */
export const saysTheSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(withoutUndefined(one), withoutUndefined(other));

const withoutUndefined = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
