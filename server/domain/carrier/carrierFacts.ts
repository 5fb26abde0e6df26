import type { AnsweredBy } from '../call/answering.ts';
import type { Party } from '../call/call.ts';
import type { AudibleTo } from '../call/modes.ts';
import type { Device } from '../call/people.ts';
import type { ReportedEnd } from '../notices/reportedAnnouncement.ts';

/**
 * The carrier's reports, in the words of the domain. Facts arrive late, more than once, out of
 * order, or never.
 */
export type CarrierFact =
  | {
      readonly type: 'conference-started';
      readonly callId: string;
      readonly conferenceId: string;
      readonly at: string;
    }
  | {
      readonly type: 'conference-ended';
      readonly callId: string;
      readonly conferenceId: string;
      readonly endedByConnectionId?: string;
      readonly at: string;
    }
  | ParticipantFact
  | ParticipantStatusFact
  | AnswerFact
  | RecordingFact
  | TranscriptionFact
  | AnnouncementFact;

export interface ParticipantFact {
  readonly type: 'participant-joined' | 'participant-changed' | 'participant-left';
  readonly callId: string;
  readonly conferenceId: string;
  readonly party: Party;
  readonly connectionId: string;
  /** The device of a connection that is not a softphone, or that was switched to. */
  readonly device?: Device;
  readonly audibleTo: AudibleTo;
  readonly onHold: boolean;
  /**
   * The carrier says that the connection is up. A report of the conference alone does not: what a
   * phone sounds like while it rings is in the conference, too.
   */
  readonly isAnswered?: boolean;
  /**
   * Why a connection left. `removed`: Dealside asked for it. Without it the connection hung up, or
   * was lost: the carrier does not tell these apart.
   */
  readonly because?: 'conference_ended' | 'removed';
  /** Why a dialed connection left without an answer. */
  readonly unanswered?: Unanswered;
  readonly at: string;
}

/** How dialing ends without an answer. */
export type Unanswered = 'busy' | 'no-answer' | 'failed' | 'canceled';

/** The progress of one phone connection, reported separately from the conference. */
export interface ParticipantStatusFact {
  readonly type: 'participant-status';
  readonly callId: string;
  readonly party: Party;
  readonly connectionId: string;
  readonly status: 'initiated' | 'ringing' | 'answered' | 'completed' | Unanswered;
  /** A rep is rung to have the call, and not to change to another device in mid-call. */
  readonly isForCall?: boolean;
  readonly at: string;
}

/** The carrier's detection of who answered the customer's phone; often late. */
export interface AnswerFact {
  readonly type: 'answer-detected';
  readonly callId: string;
  readonly connectionId: string;
  readonly by: AnsweredBy;
  readonly at: string;
}

/** How an announcement ended. */
interface AnnouncementFact extends ReportedEnd {
  readonly type: 'announcement-ended';
  readonly callId: string;
  readonly at: string;
}

/** The progress of a recording of the call, or of one supervisor's own connection. */
export interface RecordingFact {
  readonly type: 'recording-status';
  readonly callId: string;
  readonly recordingId: string;
  /** The supervisor who is recorded; undefined when the whole call is. */
  readonly interventionId?: string;
  /** The recording is the message of a caller whose call was not taken. */
  readonly isVoicemail?: boolean;
  readonly status: 'in_progress' | 'completed' | 'failed';
  readonly startedAt: string;
  readonly durationSeconds?: number;
  readonly at: string;
}

/** The carrier's transcript of a recording. */
interface TranscriptionFact {
  readonly type: 'recording-transcribed';
  readonly callId: string;
  readonly recordingId: string;
  readonly words: string;
  readonly at: string;
}
