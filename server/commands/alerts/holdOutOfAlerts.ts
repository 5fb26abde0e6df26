import type { AlertFamily } from '../../domain/alerts/rule.ts';
import type { Suggestion } from '../../domain/holdout/assign.ts';
import type { AlertHoldOut } from '../../ports/index.ts';
import { shownOrHeldOut, type HoldOutDeps } from '../outcomes/holdOut.ts';

/**
 * Which families a hold-out may hold back. Alerts that a customer asks for, or that protect
 * somebody, are never held out.
 */
const SUGGESTED: Record<AlertFamily, Pick<Suggestion, 'topic' | 'askedBy'>> = {
  asks_for_manager: { topic: 'retention', askedBy: 'customer' },
  threatens_to_cancel: { topic: 'retention', askedBy: 'machine' },
  legal_or_regulator: { topic: 'compliance', askedBy: 'machine' },
  abuse: { topic: 'abuse', askedBy: 'machine' },
  beyond_authority: { topic: 'deal', askedBy: 'machine' },
  competitor: { topic: 'deal', askedBy: 'machine' },
  account_security: { topic: 'safety', askedBy: 'machine' },
  disclosure_missing: { topic: 'compliance', askedBy: 'machine' },
  stumped_rep: { topic: 'coaching', askedBy: 'machine' },
  close_at_hand: { topic: 'deal', askedBy: 'machine' },
  conversation: { topic: 'coaching', askedBy: 'machine' },
};

/** Asks the org's hold-out for each alert. A rule of severity compliance is about compliance. */
export function holdOutOfAlerts(deps: HoldOutDeps): AlertHoldOut {
  return {
    assign: ({ orgId, callId, repUserId, family, severity }) =>
      shownOrHeldOut(deps, {
        orgId,
        callId,
        repUserId,
        ...SUGGESTED[family],
        ...(severity === 'compliance' && { topic: 'compliance' }),
      }),
  };
}
