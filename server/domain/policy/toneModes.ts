import { isHeardByCustomer, isSilent, JOIN_MODE, type Mode } from '../call/modes.ts';
import type { NoticeKind } from '../call/noticeKinds.ts';
import type { Rule } from './policy.ts';

/**
 * The modes at whose beginning this rule has a tone played: those that it names. If it names none,
 * those of its modes in which the customer hears the supervisor; without such a mode those in which
 * the rep does; a rule for monitoring alone has the tone at the join.
 */
export function toneModes({ noticeKinds, toneAt, modes }: Rule): readonly Mode[] {
  if (!noticeKinds.includes('tone')) return [];
  if (toneAt) return toneAt;
  const toCustomer = modes.filter(isHeardByCustomer);
  if (toCustomer.length > 0) return toCustomer;
  const audible = modes.filter((mode) => !isSilent(mode));
  return audible.length > 0 ? audible : [JOIN_MODE];
}

/** How the rep is notified when this mode begins. */
export const noticeKindsAt = (rule: Rule, mode: Mode): readonly NoticeKind[] =>
  rule.noticeKinds.filter((kind) => kind !== 'tone' || toneModes(rule).includes(mode));
