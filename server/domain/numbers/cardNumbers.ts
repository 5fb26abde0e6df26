/** Of a payment card: 13 to 19 digits (ISO/IEC 7812), said in groups. */
const DIGITS = /\d(?:[ ,.–-]{0,2}\d){12,}/g;
const SHORTEST = 13;
const LONGEST = 19;

/**
 * The text with each card number in it replaced. Digits count as one where they pass the check that
 * cards have (Luhn), also inside a longer row of digits: rather one too many than one too few.
 */
export const withoutCardNumbers = (text: string): string =>
  text.replace(DIGITS, (written) =>
    holdsCardNumber(written.replace(/\D/g, '')) ? '••••' : written,
  );

function holdsCardNumber(digits: string): boolean {
  for (let from = 0; from + SHORTEST <= digits.length; from++)
    for (let length = SHORTEST; length <= LONGEST && from + length <= digits.length; length++)
      if (passesLuhn(digits.slice(from, from + length))) return true;
  return false;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const counted = i % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
