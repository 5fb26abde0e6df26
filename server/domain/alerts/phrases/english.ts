import type { AlertFamily } from '../rule.ts';
import { abuse } from './english/abuse.ts';
import { accountSecurity } from './english/accountSecurity.ts';
import { ENGLISH_ACTS } from './english/acts.ts';
import { ENGLISH_ANSWERS } from './english/answers.ts';
import { asksForManager } from './english/asksForManager.ts';
import { beyondAuthority } from './english/beyondAuthority.ts';
import { closeAtHand } from './english/closeAtHand.ts';
import { competitor } from './english/competitor.ts';
import { ENGLISH_DEEDS } from './english/deeds.ts';
import { legalOrRegulator } from './english/legalOrRegulator.ts';
import { stumpedRep } from './english/stumpedRep.ts';
import { threatensToCancel } from './english/threatensToCancel.ts';
import { likeExamples } from './likeExamples.ts';

/** Of what the rep says only what says so counts. */
const customersSay = (phrase: string): string =>
  /^(?:alone:)?(?:rep|customer|!)/.test(phrase)
    ? phrase
    : phrase.replace(/^(alone:)?/, '$1customer:');

/** An act of speech says who does what, so it needs no second sign. */
const enough = (phrase: string): string => (phrase.startsWith('!') ? phrase : `alone:${phrase}`);

const actsOf = (family: AlertFamily): readonly string[] => {
  const acts = [...(ENGLISH_ACTS[family] ?? []).map(enough), ...(ENGLISH_DEEDS[family] ?? [])];
  return family === 'account_security' ? acts.map(customersSay) : acts;
};

const BY_FAMILY: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  asks_for_manager: asksForManager,
  threatens_to_cancel: threatensToCancel,
  legal_or_regulator: legalOrRegulator,
  abuse,
  beyond_authority: beyondAuthority,
  competitor,
  account_security: accountSecurity.map(customersSay),
  stumped_rep: stumpedRep,
  close_at_hand: closeAtHand,
};

/** What English phrases raise each family of words. */
export const ENGLISH: Readonly<Partial<Record<AlertFamily, readonly string[]>>> =
  Object.fromEntries(
    Object.entries(BY_FAMILY).map(([family, phrases]) => [
      family,
      [
        ...phrases,
        ...actsOf(family as AlertFamily),
        ...(ENGLISH_ANSWERS[family as AlertFamily] ?? []),
        ...likeExamples(family as AlertFamily, 'en'),
      ],
    ]),
  );
