import type { ConsentOnFile, StatedReason } from '../call/call.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import type { ConsentDecision } from '../consent/decide.ts';
import { reasonOf, type Vocabulary } from '../vocabulary/vocabulary.ts';

/**
 * The reason to keep, or what is wrong with it. It must be one that the org offers now. A reason
 * given earlier in the same intervention also covers a wider audience.
 */
export function statedReason(
  vocabulary: Vocabulary,
  { reasonCode, note, point }: { reasonCode?: string; note?: string; point?: string },
  {
    current,
    needs,
  }: {
    readonly current?: StatedReason;
    readonly needs: { readonly reason: boolean; readonly point: boolean };
  },
): { readonly reason?: StatedReason } | { readonly refusal: Refusal } {
  const stated = point?.trim() ? { point: point.trim() } : {};
  if (reasonCode === undefined || reasonCode === '') {
    if (needs.reason && !current) return { refusal: refusal('reason_required') };
    if (needs.point && !stated.point) return { refusal: refusal('point_required') };
    return needs.reason && current ? { reason: { ...current, ...stated } } : {};
  }
  const chosen = reasonOf(vocabulary, reasonCode);
  if (chosen?.status !== 'active')
    return { refusal: refusal('reason_required', { wording: 'reason_required.not_offered' }) };
  if (chosen.noteRequired && !note?.trim()) return { refusal: refusal('reason_note_required') };
  if (needs.point && !stated.point) return { refusal: refusal('point_required') };
  return { reason: { code: reasonCode, ...(note?.trim() && { note: note.trim() }), ...stated } };
}

/** The consent of a join or mode change as the call keeps it. `at` is ISO 8601. */
export const consentOnFile = (
  { rule, announcesSupervisor, evidence }: Extract<ConsentDecision, { allowed: true }>,
  at: string,
): ConsentOnFile => ({ rule, announcesSupervisor, evidence, at });
