import type { CarrierReport } from '../../domain/audit/carrierCrossCheck.ts';
import type { Party } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import type { Device, OwnDevice } from '../../domain/call/people.ts';
import type { CarrierFact } from '../../domain/carrier/carrierFacts.ts';
import type { TranscriptPiece } from '../../domain/transcript/line.ts';
import type { PersonKey } from '../stepUp/stepUp.ts';

/** A person's own device that was rung for a call: what is known again when it answers. */
export interface RungOwnDevice {
  readonly callId: string;
  readonly userId: string;
  readonly party: Party;
  readonly device: OwnDevice;
  /** It takes the place of another device of the same person. */
  readonly changesDevice: boolean;
  /** The language in which the person is addressed. */
  readonly language: Language;
}

/** The reason why the carrier asks for instructions for a softphone or a caller. */
export type VoiceRequest =
  | {
      readonly kind: 'rep-dials';
      readonly caller: PersonKey;
      readonly callId: string;
      /** It takes the place of another device of the same person. */
      readonly changesDevice?: true;
    }
  | {
      readonly kind: 'supervisor-joins';
      readonly caller: PersonKey;
      readonly interventionId: string;
      readonly changesDevice?: true;
    }
  | (RungOwnDevice & { readonly kind: 'own-device-answers'; readonly hasPressed: boolean })
  | {
      readonly kind: 'supervisor-answers';
      readonly interventionId: string;
      readonly hasPressed: boolean;
    }
  | { readonly kind: 'announcement'; readonly callId: string; readonly announcementId: string }
  /**
   * A caller waits for an answer; `announcedStep` is the last ringing step that was announced to them.
   */
  | { readonly kind: 'caller-waits'; readonly callId: string; readonly announcedStep?: number }
  /**
   * A customer whose rep was lost is on hold; `announcedStep` is the last step that was announced to
   * them.
   */
  | { readonly kind: 'customer-held'; readonly callId: string; readonly announcedStep?: number }
  /** A customer is on hold while rep and third party talk. */
  | { readonly kind: 'customer-on-hold'; readonly callId: string }
  /** A caller's conference is over, or they have left their message. */
  | { readonly kind: 'caller-stays'; readonly callId: string; readonly hasLeftMessage: boolean }
  /** A caller was asked to rate the call; `isLast`: for the second time. */
  | {
      readonly kind: 'caller-rates';
      readonly callId: string;
      readonly key: string | undefined;
      readonly isLast: boolean;
    }
  /** The scripted customer of a practice call is to say this turn, counted from 0. */
  | { readonly kind: 'practice-customer'; readonly callId: string; readonly turn: number }
  | { readonly kind: 'audio-check-participant'; readonly key: string }
  /** A softphone that measures its network. */
  | { readonly kind: 'network-test' }
  | {
      readonly kind: 'inbound';
      readonly from: string;
      readonly to: string;
      readonly connectionId: string;
    };

/** A turn of a scripted customer. */
export interface PracticeTurn {
  readonly words: string;
  readonly language: Language;
  /** For how long the customer then listens. */
  readonly listensSeconds: number;
  /** The number of the turn after it; without one the customer hangs up. */
  readonly next?: number;
}

/**
 * A path to which the carrier sends requests. Sounds are fetched by GET and unsigned, the others are
 * posted and signed.
 */
export interface CarrierRoute {
  readonly path: string;
  readonly kind:
    | 'instructions'
    | 'conference'
    | 'recording'
    | 'transcription'
    | 'participant'
    | 'words'
    | 'tone'
    | 'ringback'
    | 'music';
}

/** A request of the carrier as HTTP brings it. */
export interface CarrierRequest {
  /** Path with query, as the carrier called it. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The fields of the form in its body. */
  readonly params: Readonly<Record<string, string>>;
}

/** The same, as the adapter reads it. */
export interface CallbackForm {
  /** Path with query, as the carrier called it. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly signature: string | undefined;
  /** The same for each attempt of one callback. */
  readonly idempotencyToken?: string;
}

/** A fact, and the key under which it is applied once. */
export type KeyedFact = { readonly fact: CarrierFact; readonly key: string };

/** What the carrier's live transcription of one connection reports. */
export type ReportedWords = {
  readonly callId: string;
  readonly connectionId: string;
  readonly transcriptionId: string;
} & (
  | { readonly kind: 'words'; readonly piece: TranscriptPiece }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: string }
);

interface AdmitRep {
  readonly records: boolean;
  /** Of a connection that is not a softphone, or takes the place of another one. */
  readonly device?: Device;
  /** A supervisor has taken the call over: nobody hears the rep. */
  readonly isSilenced?: boolean;
}

/** What a caller who waits is told of a ringing step: these words, if any. */
export interface StepWords {
  readonly step: number;
  readonly words?: string;
  readonly language: Language;
}

/** `isLast`: the caller is not asked again. */
export interface RatingQuestionWords {
  readonly words: string;
  readonly language: Language;
  readonly isLast: boolean;
}

/**
 * The carrier's requests in the domain's words, and the instructions that it gets back. A request
 * that this server does not understand gives undefined. Instructions are documents of
 * `contentType`. Source: the carrier.
 */
export interface CarrierWebhooks {
  readonly routes: readonly CarrierRoute[];
  readonly contentType: string;
  read(request: CarrierRequest): CallbackForm;
  /** Whether the carrier's signature covers the form. */
  isSigned(form: CallbackForm): boolean;
  /** A conference callback as evidence, whatever connection it is about. */
  report(form: CallbackForm): CarrierReport | undefined;
  conferenceFact(form: CallbackForm): KeyedFact | undefined;
  participantStatusFact(form: CallbackForm): KeyedFact | undefined;
  recordingFact(form: CallbackForm): KeyedFact | undefined;
  transcriptionFact(form: CallbackForm): KeyedFact | undefined;
  /** The live transcript events of one connection. */
  reportedWords(form: CallbackForm): ReportedWords | undefined;
  voiceRequest(form: CallbackForm): VoiceRequest | undefined;
  /**
   * Instructions that put the asking connection into the call's conference, as rep, supervisor or
   * customer. `records`: the conference is recorded from its start.
   */
  admitRep(callId: string, options: AdmitRep): string;
  admitSupervisor(callId: string, interventionId: string, device?: Device): string;
  /** The same for a rep who is rung as a third party. */
  admitColleague(callId: string, userId: string, device: Device): string;
  admitCustomer(callId: string, options: { readonly records: boolean }): string;
  /** Instructions that ask the person who answered to press a key, and come back with it. */
  askForKey(interventionId: string, words: string, language: Language): string;
  /** The same for a person's own device. */
  askOwnDeviceForKey(rung: RungOwnDevice, words: string): string;
  /** Instructions that keep the asking connection in silence for a moment, and come back. */
  waitInSilence(interventionId: string): string;
  /** The same for a person's own device whose key was pressed. */
  letOwnDeviceWait(rung: RungOwnDevice): string;
  /** Instructions that say these words, or play a tone without words. */
  announcement(words: string | undefined, language: Language): string;
  /** The tone that somebody has joined, as WAV. */
  toneWav(): Buffer;
  /** The ringing sound that a caller hears, as WAV. */
  ringbackWav(): Buffer;
  /**
   * Instructions for a caller in the conference who has not been answered yet: these words, if any,
   * the ringing sound, and then the request again with `step` as the announced step.
   */
  playWhileWaiting(callId: string, wait: StepWords): string;
  /**
   * The same for a customer on hold in the conference, whose rep was lost: these words, the sound of
   * ringing, and the request again.
   */
  playWhileHeld(callId: string, wait: StepWords): string;
  /** Instructions for a customer on hold for a talk: these words, music, and the request again. */
  playOnHold(callId: string, words: string, language: Language): string;
  /** The music of a customer on hold, as WAV. */
  musicWav(): Buffer;
  /** Instructions that say this, record what the caller says then, and come back. */
  recordMessage(callId: string, words: string, language: Language): string;
  /**
   * Instructions that say these words, wait for a key and come back with it, or hang up without one.
   * `isLast`: what it says of itself.
   */
  askRating(callId: string, question: RatingQuestionWords): string;
  /** Instructions that hang up without a word. */
  hangUp(): string;
  /**
   * Instructions that stream the sound of one of the audio check's participants to this server,
   * both ways.
   */
  admitAudioCheck(key: string): string;
  /** Instructions that say these words, listen, and come back for the next turn, if any. */
  sayTurn(callId: string, turn: PracticeTurn): string;
  /** Instructions that send back what is heard, until the asking connection hangs up. */
  echo(): string;
  /** Instructions that say this, in this language, and hang up. */
  sayAndHangUp(text: string, language: Language): string;
}
