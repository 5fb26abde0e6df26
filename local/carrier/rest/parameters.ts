import type { Check } from './router.ts';

/**
 * Checks of parameters. Each returns what is wrong, or undefined. This one: a text of at most
 * `longest` characters.
 */
export const text =
  (longest = 10_000): Check =>
  (value) =>
    value.length > longest ? `longer than ${longest} characters` : undefined;

/** One of these values. */
export const oneOf =
  (...known: readonly string[]): Check =>
  (value) =>
    known.includes(value) ? undefined : `not one of ${known.join(', ')}`;

/** `true` or `false`, and nothing else. */
export const flag: Check = oneOf('true', 'false');

/** Several of these values, separated by spaces. */
export const someOf =
  (...known: readonly string[]): Check =>
  (value) =>
    value
      .split(' ')
      .map(oneOf(...known))
      .find(Boolean);

/** A whole number in a range. */
export const whole =
  (least: number, most: number): Check =>
  (value) =>
    /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : `not a number from ${least} to ${most}`;

/** An HTTP method of a webhook. */
export const method: Check = oneOf('GET', 'POST');

/** A Sid with this prefix. */
export const sid =
  (prefix: string): Check =>
  (value) =>
    new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(value) ? undefined : `not a ${prefix} identifier`;

/** An absolute URL; its fragment may carry connection overrides. */
export const url: Check = (value) =>
  /^https?:\/\/./i.test(value) && URL.canParse(value) ? undefined : 'not an absolute http URL';

/** A URL, or empty for none, not even the default. */
export const urlOrNone: Check = (value) => (value === '' ? undefined : url(value));

/** A date. */
export const day: Check = (value) =>
  /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))
    ? undefined
    : 'not a date as YYYY-MM-DD';

/** A date, or a date and time. */
export const moment: Check = (value) =>
  Number.isNaN(Date.parse(value)) ? 'not a date and time' : undefined;

/** The three filters of a date: exactly, up to (`<`) and from (`>`). */
export const dated = (name: string, check: Check): Record<string, Check> => ({
  [name]: check,
  [`${name}<`]: check,
  [`${name}>`]: check,
});

/**
 * Several values of a form, repeated or separated by spaces; undefined when the parameter is
 * missing.
 */
const listOf = (form: URLSearchParams, name: string): string[] | undefined =>
  form.has(name)
    ? form
        .getAll(name)
        .flatMap((values) => values.split(' '))
        .filter(Boolean)
    : undefined;

/** A boolean of a form; undefined when the parameter is missing. */
export const flagOf = (form: URLSearchParams, name: string): boolean | undefined =>
  form.has(name) ? form.get(name) === 'true' : undefined;

/** An HTTP method of a form. */
export const methodOf = (
  form: URLSearchParams,
  name: string,
  usual: 'GET' | 'POST' = 'POST',
): 'GET' | 'POST' => (form.has(name) ? (form.get(name) as 'GET' | 'POST') : usual);

/** A callback of a form: its URL, method and events; undefined when the URL is missing. */
export const subscriptionOf = (form: URLSearchParams, name: string, usual: readonly string[]) => {
  const address = form.get(name);
  return address
    ? {
        url: address,
        method: methodOf(form, `${name}Method`),
        events: listOf(form, `${name}Event`) ?? usual,
      }
    : undefined;
};

/** Whether a time passes the date filters of a query. Both bounds are inclusive. */
export function fallsIn(query: URLSearchParams, name: string, at: Date | undefined): boolean {
  const [exactly, before, after] = [query.get(name), query.get(`${name}<`), query.get(`${name}>`)];
  if (!exactly && !before && !after) return true;
  if (!at) return false;
  const dayOf = (value: string): string => new Date(value).toISOString().slice(0, 10);
  const on = at.toISOString();
  return (
    (!exactly || on.startsWith(dayOf(exactly))) &&
    (!before || on <= endOf(before)) &&
    (!after || on >= new Date(after).toISOString())
  );
}

const endOf = (value: string): string =>
  value.length === 10 ? `${value}T23:59:59.999Z` : new Date(value).toISOString();
