/**
 * Record ids have 15 case-sensitive characters, and 3 more that keep them unique if case is
 * ignored.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The 18-character form of an id. Each of the last three characters says which of five others are
 * upper case.
 */
export function toId18(id: string): string {
  if (id.length !== 15) return id;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].reduce(
      (sum, char, i) => sum + (char >= 'A' && char <= 'Z' ? 1 << i : 0),
      0,
    );
    return ALPHABET[bits];
  });
  return id + suffix.join('');
}

/** The n-th id with a key prefix, such as 006 for opportunities. */
export function idOf(prefix: string, n: number): string {
  let rest = '';
  for (let value = n; rest.length < 9; value = Math.floor(value / 62))
    rest = DIGITS[value % 62] + rest;
  return toId18(`${prefix}Dn0${rest}`);
}
