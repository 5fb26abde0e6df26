import type { AlertFamily } from '../../rule.ts';
import { abuse } from './acts/abuse.ts';
import { accountSecurity } from './acts/accountSecurity.ts';
import { asksForManager } from './acts/asksForManager.ts';
import { beyondAuthority } from './acts/beyondAuthority.ts';
import { closeAtHand } from './acts/closeAtHand.ts';
import { competitor } from './acts/competitor.ts';
import { legalOrRegulator } from './acts/legalOrRegulator.ts';
import { stumpedRep } from './acts/stumpedRep.ts';
import { threatensToCancel } from './acts/threatensToCancel.ts';

/** What people do by saying it: phrases of whole families, put together from classes of words. */
export const GERMAN_ACTS: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
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
