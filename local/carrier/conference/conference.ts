import type { Leg } from '../legs/leg.ts';
import type { Mixer, Sound } from '../media/mixer.ts';
import type { MixLog } from '../media/mixLog.ts';
import type { Playable, Subscription } from '../webhooks/subscription.ts';

/** When a beep announces a participant. */
export type Beep = 'true' | 'false' | 'onEnter' | 'onExit';

/**
 * Twilio's codes for a refused join: conference full, label in use, coached participant on hold,
 * coached participant not there.
 */
export type JoinRefusal = 16020 | 16025 | 16027 | 16028;

/** The settings that TwiML or REST give when a participant is added. */
export interface ParticipantSettings {
  readonly label?: string;
  readonly muted?: boolean;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string;
  readonly startConferenceOnEnter?: boolean;
  readonly endConferenceOnExit?: boolean;
  readonly beep?: Beep;
  /**
   * What plays until the conference starts: an empty URL is silence, undefined is Twilio's default
   * music.
   */
  readonly wait?: Playable;
  readonly maxParticipants?: number;
  readonly region?: string;
  readonly callback?: Subscription;
  /** Records the conference from its start. */
  readonly record?: boolean;
  readonly trim?: boolean;
  readonly recordingCallback?: Subscription;
}

/** An update of a participant: the 12 parameters of the Participant resource. */
export interface ParticipantChange {
  readonly muted?: boolean;
  readonly hold?: boolean;
  readonly holdMusic?: Playable;
  readonly announcement?: Playable;
  readonly wait?: Playable;
  readonly beepOnExit?: boolean;
  readonly endConferenceOnExit?: boolean;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string;
}

/** A coach's flags between the two changes of one request: heard by everybody. */
export interface BetweenFlags {
  readonly muted: false;
  readonly coaching: false;
  readonly isBetween: true;
}

/** A leg in a conference. */
export interface Participant {
  readonly leg: Leg;
  readonly label?: string;
  /** Whether the leg was put into the conference before it was answered. */
  readonly joinedRinging: boolean;
  muted: boolean;
  hold: boolean;
  holdMusic?: Playable;
  coaching: boolean;
  callSidToCoach?: string;
  /** How the next block with this participant's voice is mixed, as `betweenFlags` says. */
  between?: BetweenFlags;
  readonly startConferenceOnEnter: boolean;
  endConferenceOnExit: boolean;
  readonly beepOnEnter: boolean;
  beepOnExit: boolean;
  wait?: Playable;
  readonly createdAt: Date;
  updatedAt: Date;
  /** Plays to this participant alone; returns a function that stops it. */
  play: (sound: Sound) => () => void;
  remove: () => void;
}

/** A participant who is dialed for the conference and has not joined yet. */
export interface Expected {
  readonly leg: Leg;
  readonly settings: ParticipantSettings;
  readonly forget: () => void;
}

/** Twilio's Conference resource. */
export interface Conference {
  readonly sid: string;
  readonly friendlyName: string;
  readonly createdAt: Date;
  updatedAt: Date;
  status: 'init' | 'in-progress' | 'completed';
  /**
   * The first participant's settings for the whole conference; those of later participants are
   * ignored.
   */
  settings?: ParticipantSettings;
  reasonEnded?: string;
  endedByCallSid?: string;
  readonly participants: Map<string, Participant>;
  readonly expected: Map<string, Expected>;
  readonly mixer: Mixer;
  readonly mixLog: MixLog;
  sequence: number;
}

/**
 * Called when something happens in a conference. Beeps, music, recordings and transcriptions depend
 * on it.
 */
export interface RoomWatcher {
  joined?(room: Conference, participant: Participant): void;
  started?(room: Conference): void;
  changed?(room: Conference, participant: Participant, change: ParticipantChange): void;
  left?(room: Conference, participant: Participant): void;
  ended?(room: Conference): void;
  /** An announcement to one participant, or to all when `to` is undefined. */
  announced?(room: Conference, what: Playable, to?: Participant): void;
}
