import type { PlaceLanguage } from '../domain/notices/language.ts';
import type { OrgWording } from '../domain/notices/phrases.ts';
import type { ConsentSettings } from '../domain/consent/decide.ts';

/** What an org has on file about consent: its own reading of laws, and where its callers are told. Throws CrmUnavailable. */
export interface ConsentSource {
  of(orgId: string): Promise<ConsentSettings>;
}

/** How Dealside speaks for an org. */
export interface Speech {
  readonly wordings: readonly OrgWording[];
  /** In what people of a place are spoken to, as the org's records say. */
  readonly places: readonly PlaceLanguage[];
  /** The org's default. */
  readonly language?: string;
}

/** An org's own words and languages. Throws CrmUnavailable. */
export interface SpeechSource {
  of(orgId: string): Promise<Speech>;
}
