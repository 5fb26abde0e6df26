import type { AlertFamily } from '../rule.ts';
import { abuse } from './german/abuse.ts';
import { accountSecurity } from './german/accountSecurity.ts';
import { asksForManager } from './german/asksForManager.ts';
import { beyondAuthority } from './german/beyondAuthority.ts';
import { closeAtHand } from './german/closeAtHand.ts';
import { competitor } from './german/competitor.ts';
import { legalOrRegulator } from './german/legalOrRegulator.ts';
import { stumpedRep } from './german/stumpedRep.ts';
import { threatensToCancel } from './german/threatensToCancel.ts';

/** What German phrases raise each family of words. */
export const GERMAN: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  asks_for_manager: asksForManager,
  threatens_to_cancel: threatensToCancel,
  legal_or_regulator: legalOrRegulator,
  abuse: abuse,
  beyond_authority: beyondAuthority,
  competitor: competitor,
  close_at_hand: closeAtHand,
  account_security: accountSecurity,
  stumped_rep: stumpedRep,
};
