import { FORMER_ACTIONS, isFormerAction, type AuditAction } from '../audit/actions.ts';
import { LANGUAGES, type Language } from '../call/language.ts';
import { TEXTS } from './texts.ts';

const isAction = (name: string): name is AuditAction => Object.hasOwn(TEXTS.en.auditActions, name);

/**
 * The name of today for the action of a stored entry; undefined for one that this version does not
 * know.
 */
function currentAction(stored: string): AuditAction | undefined {
  const action = isFormerAction(stored) ? FORMER_ACTIONS[stored] : stored;
  return isAction(action) ? action : undefined;
}

/** Every name under which an entry can be stored. */
const STORED_ACTIONS: readonly string[] = [
  ...Object.keys(TEXTS.en.auditActions),
  ...Object.keys(FORMER_ACTIONS),
];

/**
 * What people read for the action of a stored entry. One that this version does not know keeps its
 * name.
 */
export function actionLabel(stored: string, language: Language): string {
  const action = currentAction(stored);
  return action ? TEXTS[language].auditActions[action] : stored;
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
