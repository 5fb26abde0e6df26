import type { Language } from '../../call/language.ts';
import type { AlertFamily } from '../rule.ts';

/** From how much likeness to the examples on a line raises the rule of a family, in percent. */
// A language is a row.
// oxfmt-ignore
const RAISES: Readonly<Record<Language, Readonly<Partial<Record<AlertFamily, number>>>>> = {
  en: { asks_for_manager: 74, threatens_to_cancel: 74, legal_or_regulator: 79, abuse: 69, beyond_authority: 76, competitor: 79, account_security: 84, stumped_rep: 72, close_at_hand: 72 },
  de: { asks_for_manager: 69, threatens_to_cancel: 76, legal_or_regulator: 79, abuse: 79, beyond_authority: 74, competitor: 79, account_security: 76, stumped_rep: 78, close_at_hand: 72 },
};
/** For a phrase by itself: from how much on it is enough, and with how little it does not count at all. */
const PHRASES = { enough: 45, counts: 30 };
/** Families of which a missed alert costs more than a wrong one, or whose words are few. */
const PHRASES_OF: Readonly<Partial<Record<AlertFamily, typeof PHRASES>>> = {
  threatens_to_cancel: { enough: 25, counts: 10 },
  abuse: { enough: 25, counts: 10 },
  account_security: { enough: 20, counts: 1 },
  stumped_rep: { enough: 25, counts: 15 },
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
