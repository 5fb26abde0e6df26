import type { Language } from '../../call/language.ts';
import type { AlertFamily } from '../rule.ts';

/** From how much likeness to the examples on a line raises the rule of a family, in percent. */
// prettier-ignore
const RAISES: Readonly<Record<Language, Readonly<Partial<Record<AlertFamily, number>>>>> = {
  en: { asks_for_manager: 75, threatens_to_cancel: 80, legal_or_regulator: 75, abuse: 70, beyond_authority: 70, competitor: 80, account_security: 80, stumped_rep: 75, close_at_hand: 75 },
  de: { asks_for_manager: 70, threatens_to_cancel: 70, legal_or_regulator: 70, abuse: 80, beyond_authority: 75, competitor: 85, account_security: 80, stumped_rep: 85, close_at_hand: 75 },
};
/** For a phrase by itself: from how much on it is enough, and with how little it does not count at all. */
const PHRASES = { enough: 30, counts: 20 };
/** Families of which a missed alert costs more than a wrong one. */
const PHRASES_OF: Readonly<Partial<Record<AlertFamily, typeof PHRASES>>> = {
  threatens_to_cancel: { enough: 20, counts: 5 },
  abuse: { enough: 20, counts: 10 },
  account_security: { enough: 5, counts: 5 },
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
