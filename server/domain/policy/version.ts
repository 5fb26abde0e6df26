import { createHash } from 'node:crypto';

/**
 * The version of a policy: a hash of its content, so that the same rules, days off, words, laws and
 * days of keeping have the same version.
 */
export function versionOf(content: {
  readonly rules: unknown;
  readonly holidays: unknown;
  readonly vocabulary?: unknown;
  readonly consent?: unknown;
  readonly retention?: unknown;
}): string {
  return createHash('sha256')
    .update(
      canonicalPolicy({
        rules: content.rules,
        holidays: content.holidays,
        vocabulary: content.vocabulary,
        consent: content.consent,
        retention: content.retention,
      }),
    )
    .digest('hex')
    .slice(0, 12);
}

/** JSON with the fields of each object in alphabetical order. */
function canonicalPolicy(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalPolicy).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonicalPolicy(one)}`).join(',')}}`;
}
