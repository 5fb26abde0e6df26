import type { ConsentSettings } from '../../domain/consent/decide.ts';
import type { PlaceLanguage } from '../../domain/notices/language.ts';
import type { OrgWording } from '../../domain/notices/phrases.ts';
import type { RatingQuestion } from '../../domain/survey/ratingQuestion.ts';

/**
 * What an org has on file about consent: its own reading of the laws, and where customers hear the
 * disclosure. Throws CrmUnavailable. Source: the CRM.
 */
export interface ConsentSource {
  of(orgId: string): Promise<ConsentSettings>;
}

/** The wordings and languages in which Dealside speaks for an org. */
export interface Speech {
  readonly wordings: readonly OrgWording[];
  /** The language that people of a place are spoken to in, as the org's records say. */
  readonly places: readonly PlaceLanguage[];
  /** The org's default. */
  readonly language?: string;
  /** Whether callers are asked to rate calls; without it they are not. */
  readonly ratingQuestion?: RatingQuestion;
}

/** An org's own words and languages. Throws CrmUnavailable. Source: the CRM. */
export interface SpeechSource {
  of(orgId: string): Promise<Speech>;
}
