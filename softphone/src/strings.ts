import { isHeardByRepOnly, isSilent } from './modes.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/types.ts';
import type { CallView, Mode } from './types.ts';

export type { Texts } from './texts/types.ts';

/** One catalog per language. A missing text is a compile error. */
export const TEXTS = { en, de } as const satisfies Record<string, Texts>;
export type Language = keyof typeof TEXTS;

/** The language of a locale, such as de-AT; English if there is none or it is not supported. */
export const languageOf = (locale: string | undefined): Language =>
  locale?.toLowerCase().startsWith('de') ? 'de' : 'en';

/** The text with its {placeholders} replaced. */
export const fill = (text: string, values: Readonly<Record<string, string | undefined>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

export const firstNameOf = ({ name }: { readonly name: string }): string => name.split(' ')[0]!;

/** Who hears a supervisor in this mode, of those who are on the call. */
export function heardBy(mode: Mode, { rep, customer }: CallView, texts: Texts): string {
  const names = { rep: firstNameOf(rep), customer: firstNameOf(customer) };
  if (rep.present) return fill(texts.heardBy[mode], names);
  return isSilent(mode) || isHeardByRepOnly(mode)
    ? texts.heardBy.monitor
    : fill(texts.heardByCustomerAlone, names);
}
