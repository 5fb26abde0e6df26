import type { AlertFamily } from '../../rule.ts';
import { abuse } from './deeds/abuse.ts';
import { accountSecurity } from './deeds/accountSecurity.ts';
import { asksForManager } from './deeds/asksForManager.ts';
import { beyondAuthority } from './deeds/beyondAuthority.ts';
import { closeAtHand } from './deeds/closeAtHand.ts';
import { competitor } from './deeds/competitor.ts';
import { legalOrRegulator } from './deeds/legalOrRegulator.ts';
import { stumpedRep } from './deeds/stumpedRep.ts';
import { threatensToCancel } from './deeds/threatensToCancel.ts';

/** What customers and reps do by saying it, whatever words they choose. */
export const ENGLISH_DEEDS: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  abuse,
  account_security: accountSecurity,
  asks_for_manager: asksForManager,
  beyond_authority: beyondAuthority,
  close_at_hand: closeAtHand,
  competitor,
  legal_or_regulator: legalOrRegulator,
  stumped_rep: stumpedRep,
  threatens_to_cancel: threatensToCancel,
};
