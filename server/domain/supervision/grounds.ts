import type { ConsentOnFile, StatedReason } from '../call/call.ts';
import type { ConsentDecision } from '../consent/decide.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { reasonOf, type Vocabulary } from '../vocabulary/vocabulary.ts';

/** What a join and a mode change are both based on: a stated reason, and consent. */

/**
 * The reason to keep, or what is wrong with it. It must be one that the org offers now. One given
 * earlier in the same intervention still stands for a wider audience.
 */
export function statedReason(
  vocabulary: Vocabulary,
  { reasonCode, note }: { reasonCode?: string; note?: string },
  current: StatedReason | undefined,
  isNeeded: boolean,
): { readonly reason?: StatedReason } | { readonly refusal: Refusal } {
  if (reasonCode === undefined || reasonCode === '') {
    if (isNeeded && !current) return { refusal: refusal('reason_required') };
    return isNeeded && current ? { reason: current } : {};
  }
  const chosen = reasonOf(vocabulary, reasonCode);
  if (chosen?.status !== 'active')
    return { refusal: refusal('reason_required', { wording: 'reason_required.not_offered' }) };
  if (chosen.noteRequired && !note?.trim()) return { refusal: refusal('reason_note_required') };
  return { reason: { code: reasonCode, ...(note?.trim() && { note: note.trim() }) } };
}

export const consentOnFile = (
  { rule, announcesSupervisor, evidence }: Extract<ConsentDecision, { allowed: true }>,
  at: string,
): ConsentOnFile => ({ rule, announcesSupervisor, evidence, at });
