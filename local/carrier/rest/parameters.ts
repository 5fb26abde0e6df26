import type { Check } from './router.ts';

/** Checks of parameters, as data of each operation. Every check answers what is wrong, or undefined. */
export const text = (longest = 10_000): Check => (value) => (value.length > longest ? `longer than ${longest} characters` : undefined);

export const oneOf = (...known: readonly string[]): Check => (value) => (known.includes(value) ? undefined : `not one of ${known.join(', ')}`);

/** `true` or `false`, and nothing else. */
export const flag: Check = oneOf('true', 'false');

/** Several values: repeated, or in one value with spaces between. */
export const someOf = (...known: readonly string[]): Check => (value) => value.split(' ').map(oneOf(...known)).find(Boolean);

export const whole = (least: number, most: number): Check => (value) =>
  /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most ? undefined : `not a number from ${least} to ${most}`;

export const method: Check = oneOf('GET', 'POST');

export const sid = (prefix: string): Check => (value) => (new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(value) ? undefined : `not a ${prefix} identifier`);

/** An absolute address; its fragment may carry connection overrides. */
export const url: Check = (value) => (/^https?:\/\/./i.test(value) && URL.canParse(value) ? undefined : 'not an absolute http address');

/** Empty takes the default away. */
export const urlOrNone: Check = (value) => (value === '' ? undefined : url(value));

export const day: Check = (value) => (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? undefined : 'not a date as YYYY-MM-DD');

/** A day, or a moment of it. */
export const moment: Check = (value) => (Number.isNaN(Date.parse(value)) ? 'not a moment' : undefined);

/** A date may be asked for exactly, from, and up to. */
export const dated = (name: string, check: Check): Record<string, Check> => ({ [name]: check, [`${name}<`]: check, [`${name}>`]: check });

/** Several values, repeated or with spaces between. */
export const listOf = (form: URLSearchParams, name: string): string[] | undefined =>
  form.has(name) ? form.getAll(name).flatMap((values) => values.split(' ')).filter(Boolean) : undefined;

export const flagOf = (form: URLSearchParams, name: string): boolean | undefined => (form.has(name) ? form.get(name) === 'true' : undefined);

export const methodOf = (form: URLSearchParams, name: string, usual: 'GET' | 'POST' = 'POST'): 'GET' | 'POST' =>
  form.has(name) ? (form.get(name) as 'GET' | 'POST') : usual;

/** An address with the method it is asked by, and the events it is told. */
export const subscriptionOf = (form: URLSearchParams, name: string, usual: readonly string[]) => {
  const address = form.get(name);
  return address ? { url: address, method: methodOf(form, `${name}Method`), events: listOf(form, `${name}Event`) ?? usual } : undefined;
};

/** Whether something of that day, or moment, is asked for. `before` and `after` include the day itself. */
export function fallsIn(query: URLSearchParams, name: string, at: Date | undefined): boolean {
  const [exactly, before, after] = [query.get(name), query.get(`${name}<`), query.get(`${name}>`)];
  if (!exactly && !before && !after) return true;
  if (!at) return false;
  const dayOf = (value: string): string => new Date(value).toISOString().slice(0, 10);
  const on = at.toISOString();
  return (!exactly || on.startsWith(dayOf(exactly))) && (!before || on <= endOf(before)) && (!after || on >= new Date(after).toISOString());
}

const endOf = (value: string): string => (value.length === 10 ? `${value}T23:59:59.999Z` : new Date(value).toISOString());
