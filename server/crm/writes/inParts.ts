/**
 * Maximum number of keys in one query, which keeps it far below Salesforce's limit of 100,000
 * characters.
 */
const MAX_KEYS = 400;

/** The distinct keys, split into parts that each fit into one query. */
export function inParts(keys: readonly string[]): string[][] {
  const each = [...new Set(keys)];
  return Array.from({ length: Math.ceil(each.length / MAX_KEYS) }, (_, n) =>
    each.slice(n * MAX_KEYS, (n + 1) * MAX_KEYS),
  );
}
