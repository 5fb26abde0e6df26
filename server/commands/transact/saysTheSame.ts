/**
 * Whether two values of what JSON can say, say the same. A call that was just written has keys that
 * are undefined; read again, it does not have them.
 */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other))
    return false;
  const keys = keysOf(one);
  return (
    keys.length === keysOf(other).length && keys.every((key) => saysTheSame(one[key], other[key]))
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const keysOf = (value: Record<string, unknown>): string[] =>
  Object.keys(value).filter((key) => value[key] !== undefined);
