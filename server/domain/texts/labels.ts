import type { Language } from '../call/language.ts';
import { isKnownRole, type Role } from '../call/people.ts';
import { fill, TEXTS } from './texts.ts';

/**
 * A role as others read it; a person without one is a colleague. A role that the org added, such as
 * deal_desk, is "Deal desk".
 */
export function roleLabel(role: Role | undefined, language: Language): string {
  const { roles, colleague } = TEXTS[language];
  if (!role) return colleague.one;
  return isKnownRole(role) ? roles[role].one : inWords(role);
}

/** The people of a role. The plural of a role that the org added is known in English only. */
export function roleNames(role: Role, language: Language): string {
  if (isKnownRole(role)) return TEXTS[language].roles[role].many;
  return fill(TEXTS[language].ownRole, {
    role: inWords(role),
    plural: englishPlural(inWords(role)),
  });
}

const inWords = (role: string): string =>
  role.charAt(0).toUpperCase() + role.slice(1).replaceAll('_', ' ');

const englishPlural = (label: string): string =>
  label.replace(/y$/, 'ie').replace(/(s|x|ch)$/, '$1e') + 's';
