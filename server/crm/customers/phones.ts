import { formatsOf } from '../../domain/numbers/countries.ts';

/**
 * Phone numbers as written in a CRM and in E.164. Numbers without a country code are read as North
 * American.
 */

const EXTENSION = /\s*(?:x|ext\.?|extension|#)\s*\d+\s*$/i;
const NORTH_AMERICAN = /^\+1([2-9]\d{2})([2-9]\d{2})(\d{4})$/;

/** Returns the number in E.164, or undefined if it is ambiguous or not valid. */
export function toE164(written: string): string | undefined {
  const text = written.replace(EXTENSION, '').trim();
  const digits = text.replace(/\D/g, '');
  const number = text.startsWith('+')
    ? `+${digits}`
    : digits.length === 10
      ? `+1${digits}`
      : `+${digits}`;
  if (NORTH_AMERICAN.test(number)) return number;
  return text.startsWith('+') && /^\+[2-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** Returns the common spellings of a number, because SOQL compares phone numbers as text. */
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
