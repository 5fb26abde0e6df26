import { LANGUAGES } from '../call/language.ts';
import type { Mode } from '../call/modes.ts';
import {
  SHIPPED_OUTCOMES,
  SHIPPED_REASONS,
  type ShippedOutcomeCode,
  type ShippedReasonCode,
} from '../call/reasons.ts';
import { TEXTS } from '../texts/texts.ts';
import type { Script, ScriptKind, Vocabulary } from './vocabulary.ts';

const SCRIPTS: Readonly<
  Record<keyof (typeof TEXTS)['en']['scripts'], { readonly kind: ScriptKind; readonly mode?: Mode }>
> = {
  introduction: { kind: 'introduction', mode: 'barge' },
  takeover: { kind: 'introduction', mode: 'takeover' },
  roleClarifying: { kind: 'role_clarifying', mode: 'barge' },
  solidarity: { kind: 'solidarity', mode: 'barge' },
  handBack: { kind: 'hand_back' },
};

/** German labels stand beside the English ones, as in an org's records. */
const labeled = (en: string, de: string) => ({
  status: 'active' as const,
  label: en,
  labels: { de },
});

/** The vocabulary of an org without its own words: the texts of the catalogue. */
export const SHIPPED_VOCABULARY: Vocabulary = {
  reasons: (Object.keys(SHIPPED_REASONS) as ShippedReasonCode[]).map((code) => ({
    code,
    ...labeled(TEXTS.en.reasons[code], TEXTS.de.reasons[code]),
    family: SHIPPED_REASONS[code].family,
    noteRequired: 'noteRequired' in SHIPPED_REASONS[code],
  })),
  outcomes: (Object.keys(SHIPPED_OUTCOMES) as ShippedOutcomeCode[]).map((code) => ({
    code,
    ...labeled(TEXTS.en.outcomes[code], TEXTS.de.outcomes[code]),
    ...SHIPPED_OUTCOMES[code],
  })),
  scripts: LANGUAGES.flatMap((language) =>
    Object.entries(SCRIPTS).map(([name, where]): Script => ({
      name,
      status: 'active',
      language,
      ...where,
      text: TEXTS[language].scripts[name as keyof typeof SCRIPTS],
    })),
  ),
  phrases: [],
  notices: [],
  criteria: [],
};

/** The lists that an org has written; those that it has not are the shipped ones. */
export const orShipped = (own: Vocabulary): Vocabulary => ({
  ...own,
  reasons: own.reasons.length > 0 ? own.reasons : SHIPPED_VOCABULARY.reasons,
  outcomes: own.outcomes.length > 0 ? own.outcomes : SHIPPED_VOCABULARY.outcomes,
  scripts: own.scripts.length > 0 ? own.scripts : SHIPPED_VOCABULARY.scripts,
});
