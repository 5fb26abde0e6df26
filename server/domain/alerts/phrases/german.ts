import type { AlertFamily } from '../rule.ts';
import { abuse } from './german/abuse.ts';
import { accountSecurity } from './german/accountSecurity.ts';
import { GERMAN_ACTS } from './german/acts.ts';
import { GERMAN_ANSWERS } from './german/answers.ts';
import { asksForManager } from './german/asksForManager.ts';
import { beyondAuthority } from './german/beyondAuthority.ts';
import { closeAtHand } from './german/closeAtHand.ts';
import { competitor } from './german/competitor.ts';
import { GERMAN_DEEDS } from './german/deeds.ts';
import { legalOrRegulator } from './german/legalOrRegulator.ts';
import { stumpedRep } from './german/stumpedRep.ts';
import { threatensToCancel } from './german/threatensToCancel.ts';
import { likeExamples } from './likeExamples.ts';

const BY_FAMILY: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  asks_for_manager: asksForManager,
  threatens_to_cancel: threatensToCancel,
  legal_or_regulator: legalOrRegulator,
  abuse,
  beyond_authority: beyondAuthority,
  competitor,
  account_security: accountSecurity,
  stumped_rep: stumpedRep,
  close_at_hand: closeAtHand,
};

/** What German phrases raise each family of words. */
export const GERMAN: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = Object.fromEntries(
  Object.entries(BY_FAMILY).map(([family, phrases]) => [
    family,
    [
      ...phrases,
      ...(GERMAN_ACTS[family as AlertFamily] ?? []),
      ...(GERMAN_DEEDS[family as AlertFamily] ?? []),
      ...(GERMAN_ANSWERS[family as AlertFamily] ?? []),
      ...likeExamples(family as AlertFamily, 'de'),
    ],
  ]),
);
