import { formatsOf, numberingOf } from '../../domain/numbers/countries.ts';

/**
 * Phone numbers as written in a CRM and in E.164. Numbers without a country code are read as North
 * American.
 */

const EXTENSION = /\s*(?:x|ext\.?|extension|#)\s*\d+\s*$/i;
/** The zero that is dialed within a country only: +49 (0)30 901820. */
const WITHIN_COUNTRY = /^(\+\d+\s*)\(0\)/;
const NORTH_AMERICAN = /^\+1([2-9]\d{2})([2-9]\d{2})(\d{4})$/;

/** Returns the number in E.164, or undefined if it is ambiguous or not valid. */
export function toE164(written: string): string | undefined {
  const text = written.replace(EXTENSION, '').trim().replace(WITHIN_COUNTRY, '$1');
  const digits = text.replace(/\D/g, '');
  const number = text.startsWith('+')
    ? `+${digits}`
    : digits.length === 10
      ? `+1${digits}`
      : `+${digits}`;
  if (NORTH_AMERICAN.test(number)) return number;
  return text.startsWith('+') && /^\+[2-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** Whether a phone field says this number in E.164, as people write it at home or from abroad. */
export function isNumber(written: string, phone: string): boolean {
  if (toE164(written) === phone) return true;
  const text = written.replace(EXTENSION, '').trim();
  if (text.startsWith('+')) return false;
  const digits = text.replace(/\D/g, '');
  const abroad = phone.slice(1);
  return [numberingOf(phone).withinCountry, `00${abroad}`, `011${abroad}`].includes(digits);
}

/** Returns the common spellings of a number. */
export function spellingsOf(phone: string): string[] {
  const [, area, exchange, line] = NORTH_AMERICAN.exec(phone) ?? [];
  if (!area) return [...new Set([phone, ...formatsOf(phone).flatMap(withAndWithoutSpaces)])];
  const national = [
    `(${area}) ${exchange}-${line}`,
    `(${area})${exchange}-${line}`,
    `${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `${area} ${exchange} ${line}`,
    `${area}${exchange}${line}`,
  ];
  const abroad = national.flatMap((number) => [`+1 ${number}`, `1 ${number}`]);
  return [
    phone,
    ...national,
    ...abroad,
    `+1-${area}-${exchange}-${line}`,
    `1-${area}-${exchange}-${line}`,
    `+1.${area}.${exchange}.${line}`,
    `1${area}${exchange}${line}`,
  ];
}

const withAndWithoutSpaces = (written: string): string[] => [
  written,
  written.replace(/[^+\d]/g, ''),
];

/**
 * Removes phone numbers from a message: Salesforce's errors quote the query, and no phone number
 * may be logged.
 */
export const withoutNumbers = (message: string): string =>
  message.replace(/\+?\(?\d[\d() .-]{5,}\d/g, '(number)');
