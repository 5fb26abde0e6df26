/** Phone numbers as people write them in a CRM, and as the carrier wants them. Numbers without a country code are taken for North American. */

const EXTENSION = /\s*(?:x|ext\.?|extension|#)\s*\d+\s*$/i;
const NORTH_AMERICAN = /^\+1([2-9]\d{2})([2-9]\d{2})(\d{4})$/;

/** The number in E.164, when it can be told. */
export function toE164(written: string): string | undefined {
  const text = written.replace(EXTENSION, '').trim();
  const digits = text.replace(/\D/g, '');
  const number = text.startsWith('+') ? `+${digits}` : digits.length === 10 ? `+1${digits}` : `+${digits}`;
  if (NORTH_AMERICAN.test(number)) return number;
  return text.startsWith('+') && /^\+[2-9]\d{6,14}$/.test(number) ? number : undefined;
}

/** The ways a number may stand in a record; SOQL compares text. */
export function spellingsOf(phone: string): string[] {
  const [, area, exchange, line] = NORTH_AMERICAN.exec(phone) ?? [];
  if (!area) return [phone];
  const national = [`(${area}) ${exchange}-${line}`, `(${area})${exchange}-${line}`, `${area}-${exchange}-${line}`, `${area}.${exchange}.${line}`, `${area} ${exchange} ${line}`, `${area}${exchange}${line}`];
  const abroad = national.flatMap((number) => [`+1 ${number}`, `1 ${number}`]);
  return [phone, ...national, ...abroad, `+1-${area}-${exchange}-${line}`, `1-${area}-${exchange}-${line}`, `+1.${area}.${exchange}.${line}`, `1${area}${exchange}${line}`];
}

/** Salesforce quotes the query it could not run; numbers belong in no log. */
export const withoutNumbers = (words: string): string => words.replace(/\+?\(?\d[\d() .-]{5,}\d/g, '(number)');
