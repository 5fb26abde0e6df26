import type { Language } from '../call/language.ts';
import { fill, TEXTS } from '../texts/texts.ts';
import type { Policy } from './policy.ts';

/** For how many days transcripts are kept: as the policy says, and never beyond the server's limit. */
export const transcriptDaysOf = ({ retention }: Pick<Policy, 'retention'>, limit: number): number =>
  Math.min(retention?.transcripts ?? limit, limit);

/** For how long transcripts are kept, and who says so, as sentences for administrators. */
export function retentionWords(
  { retention }: Pick<Policy, 'retention'>,
  limit: number,
  language: Language,
): readonly string[] {
  const { kept } = TEXTS[language].policy;
  const days = retention?.transcripts;
  if (days === undefined) return [fill(kept.byServer, { limit })];
  return [fill(days > limit ? kept.limited : kept.byPolicy, { days, limit })];
}
