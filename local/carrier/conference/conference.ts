import type { Playable, Subscription } from '../webhooks/subscription.ts';
import type { Leg } from '../legs/leg.ts';
import type { Mixer, Sound } from '../media/mixer.ts';
import type { MixLog } from '../media/mixLog.ts';

export type Beep = 'true' | 'false' | 'onEnter' | 'onExit';

/** Twilio's codes for why somebody cannot come in: it is full, the label is taken, the coached one is on hold or not there. */
export type JoinRefusal = 16020 | 16025 | 16027 | 16028;

/** What may be asked of a conference when somebody is put into it, by TwiML or REST. */
export interface ParticipantSettings {
  readonly label?: string;
  readonly muted?: boolean;
  readonly coaching?: boolean;
  readonly callSidToCoach?: string;
  readonly startConferenceOnEnter?: boolean;
  readonly endConferenceOnExit?: boolean;
  readonly beep?: Beep;
  /** What is heard until the conference starts; an empty address is silence, none is Twilio's own music. */
  readonly wait?: Playable;
  readonly maxParticipants?: number;
  readonly region?: string;
  readonly callback?: Subscription;
  /** The conference is recorded from its start. */
  readonly record?: boolean;
  readonly trim?: boolean;
  readonly recordingCallback?: Subscription;
}

/** What may be asked of somebody who is there: the 12 parameters of the Participant resource. */
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

export interface Participant {
  readonly leg: Leg;
  readonly label?: string;
  muted: boolean;
  hold: boolean;
  holdMusic?: Playable;
  coaching: boolean;
  callSidToCoach?: string;
  readonly startConferenceOnEnter: boolean;
  endConferenceOnExit: boolean;
  readonly beepOnEnter: boolean;
  beepOnExit: boolean;
  wait?: Playable;
  readonly createdAt: Date;
  updatedAt: Date;
  /** Plays to this participant alone; answers how to stop it. */
  play: (sound: Sound) => () => void;
  remove: () => void;
}

/** Somebody who was dialled for the conference and is not in it yet. */
export interface Expected {
  readonly leg: Leg;
  readonly settings: ParticipantSettings;
  readonly forget: () => void;
}

export interface Conference {
  readonly sid: string;
  readonly friendlyName: string;
  readonly createdAt: Date;
  updatedAt: Date;
  status: 'init' | 'in-progress' | 'completed';
  /** What the first participant asked of the whole conference; what later ones ask is ignored. */
  settings?: ParticipantSettings;
  reasonEnded?: string;
  endedByCallSid?: string;
  readonly participants: Map<string, Participant>;
  readonly expected: Map<string, Expected>;
  readonly mixer: Mixer;
  readonly mixLog: MixLog;
  sequence: number;
}

/** Told of what happens in rooms: beeps, music, announcements and recordings are made of it. */
export interface RoomWatcher {
  joined?(room: Conference, participant: Participant): void;
  started?(room: Conference): void;
  changed?(room: Conference, participant: Participant, change: ParticipantChange): void;
  left?(room: Conference, participant: Participant): void;
  ended?(room: Conference): void;
  /** To one participant, or to all. */
  announced?(room: Conference, what: Playable, to?: Participant): void;
}
