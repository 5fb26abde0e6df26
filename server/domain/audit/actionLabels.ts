import { auditActions as german } from '../texts/de/auditActions.ts';
import { LANGUAGES, type Language } from '../texts/language.ts';
import { AUDIT_ACTIONS, currentAction, STORED_ACTIONS, type AuditAction } from './actions.ts';

const LABELS: Readonly<Record<Language, Readonly<Record<AuditAction, string>>>> = {
  en: AUDIT_ACTIONS,
  de: german,
};

/**
 * What people read for the action of a stored entry. One that this version does not know keeps its
 * name.
 */
export function actionLabel(stored: string, language: Language): string {
  const action = currentAction(stored);
  return action ? LABELS[language][action] : stored;
}

/**
 * The names under which entries of an action are stored, given its name or its label in any
 * language: that of today and former ones.
 */
export function storedActions(wanted: string): string[] {
  const labels = LANGUAGES.map((language) => actionLabel(wanted, language).toLowerCase());
  const known = STORED_ACTIONS.filter((stored) =>
    LANGUAGES.some((language, i) => actionLabel(stored, language).toLowerCase() === labels[i]),
  );
  return known.length > 0 ? known : [wanted];
}
