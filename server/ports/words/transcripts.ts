import type { Language } from '../../domain/call/language.ts';
import type { Speaker, TranscriptLine } from '../../domain/transcript/line.ts';

/** Stored transcripts. Source: PostgreSQL. */
export interface Transcripts {
  /** Stores a line once. Returns false when it is known. A guess is not stored beside its final. */
  add(
    call: { readonly orgId: string; readonly callId: string },
    line: StoredLine,
  ): Promise<boolean>;
  /** Replaces what these lines say: a later line showed that they hold parts of a secret number. */
  mask(callId: string, lines: readonly Pick<TranscriptLine, 'lineId' | 'text'>[]): Promise<void>;
  /** All lines of a call, in order. */
  of(callId: string): Promise<TranscriptLine[]>;
  /** Calls of an org that have a transcript, newest first, at most `limit`. */
  callsWithWords(
    orgId: string,
    limit: number,
  ): Promise<{ readonly callIds: readonly string[]; readonly total: number }>;
  /** The lines of these calls, each in order. */
  ofEach(callIds: readonly string[]): Promise<ReadonlyMap<string, readonly TranscriptLine[]>>;
}

export interface StoredLine extends TranscriptLine {
  readonly transcriptionId: string;
  readonly sequence: number;
  readonly isGuess?: true;
}

/** Which connections are transcribed: of several instances one starts each. Source: PostgreSQL. */
export interface TranscribedLegs {
  /**
   * Whether this instance is to start it: no other one has claimed it, or that claim has run out.
   * One that failed can be claimed a few times, with growing pauses.
   */
  claim(leg: {
    readonly orgId: string;
    readonly callId: string;
    readonly connectionId: string;
  }): Promise<boolean>;
  started(connectionId: string, transcriptionId: string): Promise<void>;
  /** It could not be started, or the carrier has ended this transcription; others stay. */
  failed(connectionId: string, transcriptionId?: string): Promise<void>;
  /** How far the transcriptions of these connections are. */
  of(connectionIds: readonly string[]): Promise<ReadonlyMap<string, LegStatus>>;
  /**
   * Claims the transcription that must be stopped; undefined if there is none or another instance
   * stops it.
   */
  claimToStop(connectionId: string): Promise<string | undefined>;
  /** It could not be stopped, so a later look tries again. */
  stillRuns(connectionId: string, transcriptionId: string): Promise<void>;
}

/** `failed`: it is started again when that is due, or has failed too often. */
export type LegStatus =
  | { readonly status: 'starting' | 'running' | 'stopped' }
  | { readonly status: 'failed'; readonly isDue: boolean; readonly isGivenUp: boolean };

/** Starts and stops the transcription of one connection. Rejects with CarrierProblem. */
export interface TranscriptionControl {
  /** Only what this connection says. Returns the carrier's id. */
  start(leg: {
    readonly callId: string;
    readonly connectionId: string;
    readonly language: Language;
  }): Promise<string>;
  stop(leg: { readonly connectionId: string; readonly transcriptionId: string }): Promise<void>;
}

/** Interim words; the next ones replace them. */
interface WordsNow {
  readonly speaker: Speaker;
  readonly text: string;
  readonly startedAt: string;
}

/** A change to a call's words or alerts. */
export type WordsNews =
  | {
      readonly about: 'line';
      readonly orgId: string;
      readonly callId: string;
      readonly line: TranscriptLine;
    }
  /** A known line, now without a number that a later line showed to be secret. */
  | {
      readonly about: 'masked';
      readonly orgId: string;
      readonly callId: string;
      readonly line: TranscriptLine;
    }
  | {
      readonly about: 'now';
      readonly orgId: string;
      readonly callId: string;
      readonly now: WordsNow;
      /** When the newest of these words were reported. */
      readonly at: string;
    }
  | { readonly about: 'alert'; readonly orgId: string; readonly callId: string }
  | { readonly about: 'claim'; readonly orgId: string; readonly callId: string }
  /** A rep whom these people follow has begun a call. */
  | {
      readonly about: 'follow';
      readonly orgId: string;
      readonly callId: string;
      readonly followers: readonly string[];
      /** The names of those followers of whom the rep is told. */
      readonly namedToRep: readonly string[];
    }
  /** A call began that a rep and a supervisor have planned together. */
  | {
      readonly about: 'joint_call';
      readonly orgId: string;
      readonly callId: string;
      readonly jointCallId: string;
      readonly repUserId: string;
      readonly supervisorUserId: string;
      readonly supervisorName: string;
    };

/** Publishes news to the other instances. Source: PostgreSQL. */
export interface WordsNewsChannel {
  publish(news: WordsNews): void;
  /** Receives news from other instances. `onGap`: some may have been missed. */
  subscribe(listener: { onNews(news: WordsNews): void; onGap(): void }): () => void;
}

/** An org's settings for transcripts. Throws CrmUnavailable. Source: the CRM. */
export interface WordsSettings {
  of(
    orgId: string,
  ): Promise<{ readonly transcribesCalls: boolean; readonly usesSentiment: boolean }>;
  /** Asks the CRM now. */
  renew(orgId: string): Promise<unknown>;
}
