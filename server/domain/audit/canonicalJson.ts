/**
 * The canonical text of a JSON value, after RFC 8785 (JSON Canonicalization Scheme): keys in the
 * order of their UTF-16 code units, no spaces, numbers and strings as ECMAScript writes them. Keys
 * whose value is undefined are left out, as by JSON.stringify. Throws on a value that has no JSON
 * form.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('a lone surrogate has no canonical form');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${value} has no canonical form`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`a ${typeof value} has no canonical form`);
  let pairs = '';
  // Texts sort by their UTF-16 code units, as the standard requires.
  for (const key of Object.keys(value).sort()) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item !== undefined) pairs += `${pairs && ','}${canonicalJson(key)}:${canonicalJson(item)}`;
  }
  return `{${pairs}}`;
}
