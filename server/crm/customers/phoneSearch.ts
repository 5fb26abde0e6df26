import { numberingOf } from '../../domain/numbers/countries.ts';
import type { CrmConnection } from '../session/connection.ts';
import type { PhoneFields, WithPhones } from './phoneFields.ts';
import { isNumber, spellingsOf } from './phones.ts';

/** What to return of an object: more fields than its phones, and a condition. */
export interface Wanted {
  readonly object: WithPhones;
  readonly fields: readonly string[];
  readonly where?: string;
}

export type Found = { readonly Id: string } & Readonly<Record<string, unknown>>;
interface Answer {
  readonly searchRecords: readonly (Found & { readonly attributes: { readonly type: string } })[];
}

/** Of each object; the number of a switchboard can match every contact of a company. */
export const MOST_FOUND = 100;

const IN_E164 = /^\+\d{4,15}$/;

/**
 * Finds who has a phone number in any field of type phone, the latest changed first, of each object
 * one more than `MOST_FOUND` at most. It asks the search index, because phone fields have no index
 * of their own: in a large org a query of them is refused. The index returns more than was asked
 * for, so each answer is compared with the number. Rejects as the connection does.
 */
export async function searchPhones(
  crm: Pick<CrmConnection, 'get'>,
  phone: string,
  { fields, wanted }: { readonly fields: PhoneFields; readonly wanted: readonly Wanted[] },
): Promise<Readonly<Record<WithPhones, Found[]>>> {
  const found: Record<WithPhones, Found[]> = { Contact: [], Lead: [], Account: [] };
  const returned = wanted.filter(({ object }) => fields.of[object].length > 0);
  if (returned.length === 0 || !IN_E164.test(phone)) return found;
  const sosl =
    `FIND {${searchTermsOf(phone).join(' OR ')}} IN PHONE FIELDS RETURNING ` +
    returned.map((each) => returning(each, fields.of[each.object])).join(', ');
  const { searchRecords } = await crm.get<Answer>(`/search?q=${encodeURIComponent(sosl)}`);
  for (const { attributes, ...record } of searchRecords) {
    const object = attributes.type as WithPhones;
    const has = fields.of[object].some((field) => {
      const written = record[field];
      return typeof written === 'string' && isNumber(written, phone);
    });
    if (has) found[object].push(record);
  }
  return found;
}

const returning = ({ object, fields, where }: Wanted, phones: readonly string[]): string =>
  `${object}(${[...new Set(['Id', ...fields, ...phones])].join(', ')}` +
  `${where ? ` WHERE ${where}` : ''} ORDER BY LastModifiedDate DESC LIMIT ${MOST_FOUND + 1})`;

/**
 * The words by which the index finds a number in E.164, however it is written: all its digits, with
 * and without the code of its country and the zero before its area, and further digits after them;
 * and its groups of digits as they are usually written. Only digits, quotes and asterisks, of which
 * none needs a backslash.
 * https://developer.salesforce.com/docs/platform/salesforce-soql-sosl/guide/sforce-api-calls-sosl-find.html
 */
export function searchTermsOf(phone: string): string[] {
  const { code, national, withinCountry } = numberingOf(phone);
  const whole = [
    phone.slice(1),
    national,
    withinCountry,
    `${code}${withinCountry}`,
    `00${phone.slice(1)}`,
    `011${phone.slice(1)}`,
  ];
  const groups = spellingsOf(phone)
    .map((written) => written.split(/\D+/).filter(Boolean))
    .filter((each) => each.length > 1)
    .map((each) => `"${each.join(' ')}"`);
  return [...new Set([...whole.map((digits) => `${digits}*`), ...groups])];
}
