import type { ConsentOnFile, StatedReason } from '../call/call.ts';
import type { ConsentDecision } from '../consent/decide.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { isReasonCode, noteRequiredFor } from '../call/reasons.ts';

/** What a join and a mode change are both based on: a stated reason, and consent. */

/**
 * The reason to keep, or what is wrong with it. One given earlier in the same intervention still
 * stands for a wider audience.
 */
export function statedReason(
  { reasonCode, note }: { reasonCode?: string; note?: string },
  current: StatedReason | undefined,
  isNeeded: boolean,
): StatedReason | Refusal | undefined {
  if (reasonCode === undefined || reasonCode === '') {
    if (isNeeded && !current) return refusal('reason_required');
    return isNeeded ? current : undefined;
  }
  if (!isReasonCode(reasonCode)) {
    return refusal('reason_required', { wording: 'reason_required.not_offered' });
  }
  if (noteRequiredFor(reasonCode) && !note?.trim()) return refusal('reason_note_required');
  return { code: reasonCode, ...(note?.trim() && { note: note.trim() }) };
}

export const consentOnFile = (
  { rule, announcesSupervisor, evidence }: Extract<ConsentDecision, { allowed: true }>,
  at: string,
): ConsentOnFile => ({ rule, announcesSupervisor, evidence, at });
