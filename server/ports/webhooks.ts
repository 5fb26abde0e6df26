import type { CarrierReport } from '../domain/audit/carrierCrossCheck.ts';
import type { Language } from '../domain/texts/language.ts';
import type { CarrierFact } from '../domain/carrier/carrierFacts.ts';

/** What a softphone or a caller wants when the carrier asks for instructions. */
export type VoiceRequest =
  | { readonly kind: 'rep-dials'; readonly caller: { orgId: string; userId: string }; readonly callId: string }
  | { readonly kind: 'supervisor-joins'; readonly caller: { orgId: string; userId: string }; readonly interventionId: string }
  | { readonly kind: 'supervisor-answers'; readonly interventionId: string; readonly hasPressed: boolean }
  | { readonly kind: 'announcement'; readonly callId: string; readonly announcementId: string }
  | { readonly kind: 'audio-check-leg'; readonly key: string }
  | { readonly kind: 'inbound'; readonly from: string; readonly to: string; readonly connectionId: string };

export interface CallbackForm {
  /** Path with query, as the carrier called it. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly signature: string | undefined;
  readonly idempotencyToken?: string;
}

/** The carrier's callbacks in our words, and the instructions it gets back. */
export interface CarrierWebhooks {
  isSigned(form: CallbackForm): boolean;
  /** What a conference callback says, as evidence; whatever connection it is about. */
  report(form: CallbackForm): CarrierReport | undefined;
  conferenceFact(form: CallbackForm): { fact: CarrierFact; key: string } | undefined;
  participantStatusFact(form: CallbackForm): { fact: CarrierFact; key: string } | undefined;
  recordingFact(form: CallbackForm): { fact: CarrierFact; key: string } | undefined;
  voiceRequest(form: CallbackForm): VoiceRequest | undefined;
  /** Instructions (XML) that put the asking connection into the call's conference. */
  admitRep(callId: string): string;
  admitSupervisor(callId: string, interventionId: string): string;
  admitCustomer(callId: string): string;
  /** Instructions (XML) that ask whoever answered to press a key, and come back with it. */
  askForKey(interventionId: string, words: string): string;
  /** Instructions (XML) that keep the asking connection in silence, and come back. */
  waitInSilence(interventionId: string): string;
  /** Instructions (XML) that say this, or play a tone without words. */
  announcement(words: string | undefined, language: Language): string;
  /** The tone that somebody has joined, as WAV. */
  toneWav(): Buffer;
  /** Instructions (XML) that stream the sound of one of the audio check's participants to us, both ways. */
  admitAudioCheck(key: string): string;
  /** Instructions (XML) that say this and hang up. */
  sayAndHangUp(text: string): string;
}
