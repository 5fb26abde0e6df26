import type { Language } from '../../call/language.ts';
import type { AlertFamily } from '../rule.ts';

/** From how much likeness to the examples on a line raises the rule of a family, in percent. */
// prettier-ignore
const RAISES: Readonly<Record<Language, Readonly<Partial<Record<AlertFamily, number>>>>> = {
  en: { asks_for_manager: 80, threatens_to_cancel: 80, legal_or_regulator: 75, abuse: 70, beyond_authority: 80, competitor: 88, account_security: 85, stumped_rep: 70, close_at_hand: 82 },
  de: { asks_for_manager: 75, threatens_to_cancel: 80, legal_or_regulator: 85, abuse: 80, beyond_authority: 80, competitor: 88, account_security: 80, stumped_rep: 82, close_at_hand: 80 },
};
/** For a phrase by itself: from how much on it is enough, and with how little it does not count at all. */
const PHRASES = { enough: 25, counts: 15 };
/** Families of which a missed alert costs more than a wrong one. */
const PHRASES_OF: Readonly<Partial<Record<AlertFamily, typeof PHRASES>>> = {
  threatens_to_cancel: { enough: 20, counts: 5 },
  abuse: { enough: 20, counts: 5 },
  account_security: { enough: 3, counts: 3 },
};

/** What the shipped rule of a family says of examples. */
export function likeExamples(family: AlertFamily, language: Language): readonly string[] {
  const { enough, counts } = PHRASES_OF[family] ?? PHRASES;
  return [
    `examples: ${RAISES[language][family]!}`,
    `+ examples: ${enough}`,
    `! examples: ${counts}`,
  ];
}
