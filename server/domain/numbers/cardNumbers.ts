/** Of a payment card: 13 to 19 digits (ISO/IEC 7812), said in groups. */
const DIGITS = /\d(?:[ ,.–-]{0,2}\d){12,}/g;
/** Of the cards that most people have; looked for inside a longer row of digits, too. */
const COMMON_LENGTHS = [15, 16];

/**
 * The text with each card number in it replaced. Digits count as one where they pass the check that
 * cards have (Luhn), also inside a longer row of digits: rather one too many than one too few.
 */
export const withoutCardNumbers = (text: string): string =>
  text.replace(DIGITS, (written) =>
    holdsCardNumber(written.replace(/\D/g, '')) ? '••••' : written,
  );

function holdsCardNumber(digits: string): boolean {
  if (passesLuhn(digits)) return true;
  return COMMON_LENGTHS.some((length) =>
    Array.from({ length: Math.max(0, digits.length - length + 1) }).some((_, from) =>
      passesLuhn(digits.slice(from, from + length)),
    ),
  );
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
