import type { Check } from './router.ts';

/** Checks of parameters, as data of each operation. Every check answers what is wrong, or undefined. */
export const text = (longest = Infinity): Check => (value) => (value.length > longest ? `longer than ${longest} characters` : undefined);

export const oneOf = (...known: readonly string[]): Check => (value) => (known.includes(value) ? undefined : `not one of ${known.join(', ')}`);

export const flag: Check = oneOf('true', 'false');

/** Several values: repeated, or in one value with spaces between. */
export const someOf = (...known: readonly string[]): Check => (value) => value.split(' ').map(oneOf(...known)).find(Boolean);

export const whole = (least: number, most: number): Check => (value) => (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most ? undefined : `not a number from ${least} to ${most}`);

export const method: Check = oneOf('GET', 'POST');

export const sid = (prefix: string): Check => (value) => (new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(value) ? undefined : `not a ${prefix} identifier`);

/** An absolute address; its fragment may carry connection overrides. */
export const url: Check = (value) => (/^https?:\/\/./i.test(value) && URL.canParse(value) ? undefined : 'not an absolute http address');

/** Empty takes the default away. */
export const urlOrNone: Check = (value) => (value === '' ? undefined : url(value));

export const PAGING = { PageSize: whole(1, 1000), Page: whole(0, Number.MAX_SAFE_INTEGER), PageToken: text() } as const;

/** Several values, repeated or with spaces between. */
export const listOf = (form: URLSearchParams, name: string): string[] | undefined =>
  form.has(name) ? form.getAll(name).flatMap((values) => values.split(' ')).filter(Boolean) : undefined;

export const flagOf = (form: URLSearchParams, name: string): boolean | undefined => (form.has(name) ? form.get(name) === 'true' : undefined);
