/** Keys in one query: far below the 100,000 characters that Salesforce takes. */
const MAX_KEYS = 400;

/** The keys, each once, in parts that fit into one query. */
export function inParts(keys: readonly string[]): string[][] {
  const each = [...new Set(keys)];
  return Array.from({ length: Math.ceil(each.length / MAX_KEYS) }, (_, n) =>
    each.slice(n * MAX_KEYS, (n + 1) * MAX_KEYS),
  );
}
