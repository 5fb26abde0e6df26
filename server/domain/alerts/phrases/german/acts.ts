import type { AlertFamily } from '../../rule.ts';
import { abuse } from './acts/abuse.ts';
import { accountSecurity } from './acts/accountSecurity.ts';
import { asksForManager } from './acts/asksForManager.ts';
import { competitor } from './acts/competitor.ts';
import { stumpedRep } from './acts/stumpedRep.ts';

/** What people do by saying it: phrases of whole families, put together from classes of words. */
export const GERMAN_ACTS: Readonly<Partial<Record<AlertFamily, readonly string[]>>> = {
  asks_for_manager: asksForManager,
  abuse,
  competitor,
  account_security: accountSecurity,
  stumped_rep: stumpedRep,
};
