/** Record ids: 15 case-sensitive characters, and the 3 that make them safe where case is lost. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The 18-character form. Each of the three characters says which of five are upper case. */
export function toId18(id: string): string {
  if (id.length !== 15) return id;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].reduce((sum, char, i) => sum + (char >= 'A' && char <= 'Z' ? 1 << i : 0), 0);
    return ALPHABET[bits];
  });
  return id + suffix.join('');
}

/** The n-th id of a key prefix, such as 006 for opportunities. */
export function idOf(prefix: string, n: number): string {
  let rest = '';
  for (let value = n; rest.length < 9; value = Math.floor(value / 62)) rest = DIGITS[value % 62] + rest;
  return toId18(`${prefix}Dn0${rest}`);
}
