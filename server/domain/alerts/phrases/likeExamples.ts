import type { Language } from '../../call/language.ts';
import type { AlertFamily } from '../rule.ts';

/** From how much likeness to the examples on a line raises the rule of a family, in percent. */
// prettier-ignore
const RAISES: Readonly<Record<Language, Readonly<Partial<Record<AlertFamily, number>>>>> = {
  en: { asks_for_manager: 70, threatens_to_cancel: 70, legal_or_regulator: 75, abuse: 65, beyond_authority: 72, competitor: 75, account_security: 80, stumped_rep: 68, close_at_hand: 68 },
  de: { asks_for_manager: 65, threatens_to_cancel: 72, legal_or_regulator: 75, abuse: 75, beyond_authority: 70, competitor: 75, account_security: 72, stumped_rep: 74, close_at_hand: 68 },
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
