import type { Announcement } from './announcement.ts';
import type { AnsweringEvent } from './answering.ts';
import type {
  Call,
  CallEndReason,
  CoachingTask,
  Customer,
  Intervention,
  InterventionEndReason,
  Notice,
  OpportunityOnCall,
  Party,
  PendingSwitch,
  Recording,
  RecordingPause,
  WrapUp,
} from './call.ts';
import type { GuestEvent } from './guest.ts';
import type { HelpEvent } from './helpRequest.ts';
import type { Mode, AudibleTo } from './modes.ts';
import type { FlaggedMoment, MonitoringChoice } from './moments.ts';
import type { Device } from './people.ts';
import type { PracticeReview } from './purpose.ts';
import type { OutcomeCode } from './reasons.ts';
import type { Refusal, RefusalCode, Problem } from './refusals.ts';
import type { RepLossEvent } from './repLoss.ts';
import type { RingEvent } from './ringing.ts';
import type { SummonsEvent } from './summons.ts';
import type { TransferEvent } from './transfer.ts';

/**
 * The events of a call. A call changes only through its events (`evolve`), and each becomes an
 * audit entry.
 */
export type CallEvent =
  | { readonly type: 'CallPlaced'; readonly call: Call; readonly at: string }
  | { readonly type: 'CallReceived'; readonly call: Call; readonly at: string }
  | { readonly type: 'ConferenceStarted'; readonly conferenceId: string; readonly at: string }
  | { readonly type: 'ParticipantDialled'; readonly party: Party; readonly at: string }
  /** The carrier rings a connection that was dialed, and names it. */
  | {
      readonly type: 'ParticipantRung';
      readonly party: Party;
      readonly connectionId: string;
      readonly at: string;
    }
  /** A connection that was dialed is in the conference and still rings (early media). */
  | {
      readonly type: 'ParticipantRings';
      readonly party: Party;
      readonly connectionId: string;
      readonly audibleTo: AudibleTo;
      readonly onHold: boolean;
      readonly at: string;
    }
  /** A connection that was dialed was answered, and the conference has not reported it yet. */
  | {
      readonly type: 'ParticipantAnswered';
      readonly party: Party;
      readonly connectionId: string;
      readonly at: string;
    }
  | {
      readonly type: 'ParticipantJoined';
      readonly party: Party;
      readonly connectionId: string;
      readonly device?: Device;
      readonly audibleTo: AudibleTo;
      readonly onHold: boolean;
      readonly at: string;
    }
  | {
      readonly type: 'ParticipantChanged';
      readonly party: Party;
      readonly connectionId: string;
      readonly audibleTo: AudibleTo;
      readonly onHold: boolean;
      readonly at: string;
    }
  | {
      readonly type: 'ParticipantLeft';
      readonly party: Party;
      readonly connectionId?: string;
      readonly at: string;
    }
  | { readonly type: 'CallAnswered'; readonly at: string }
  | { readonly type: 'CallEnded'; readonly endReason: CallEndReason; readonly at: string }
  | {
      readonly type: 'InterventionRequested';
      readonly intervention: Intervention;
      readonly at: string;
    }
  | { readonly type: 'SupervisorJoined'; readonly interventionId: string; readonly at: string }
  | {
      readonly type: 'ModeRequested';
      readonly interventionId: string;
      readonly pending: PendingSwitch;
      readonly at: string;
    }
  | {
      readonly type: 'ModeConfirmed';
      readonly interventionId: string;
      readonly mode: Mode;
      readonly at: string;
    }
  | {
      readonly type: 'ModeFailed';
      readonly interventionId: string;
      readonly mode: Mode;
      readonly problem: Problem;
      readonly at: string;
    }
  | {
      readonly type: 'AnnouncementRequested';
      readonly announcement: Announcement;
      readonly at: string;
    }
  | {
      readonly type: 'AnnouncementEnded';
      readonly announcementId: string;
      readonly status: 'played' | 'failed';
      readonly at: string;
    }
  | { readonly type: 'RecordingStarted'; readonly recording: Recording; readonly at: string }
  | {
      readonly type: 'RecordingEnded';
      readonly recordingId: string;
      readonly status: 'completed' | 'failed';
      readonly durationSeconds?: number;
      readonly at: string;
    }
  | {
      readonly type: 'RecordingTranscribed';
      readonly recordingId: string;
      readonly words: string;
      readonly at: string;
    }
  | {
      readonly type: 'RecordingPauseRequested';
      readonly pause: RecordingPause;
      readonly at: string;
    }
  | { readonly type: 'RecordingPaused'; readonly at: string }
  | {
      readonly type: 'RecordingResumeRequested';
      readonly because: 'asked' | 'time_up';
      readonly at: string;
    }
  | { readonly type: 'RecordingResumed'; readonly at: string }
  | { readonly type: 'FloorRequested'; readonly interventionId: string; readonly at: string }
  | { readonly type: 'FloorReleased'; readonly interventionId: string; readonly at: string }
  | {
      readonly type: 'LeaveRequested';
      readonly interventionId: string;
      /** The call that the supervisor joins instead. */
      readonly movingTo?: string;
      readonly at: string;
    }
  | {
      readonly type: 'InterventionEnded';
      readonly interventionId: string;
      readonly endReason: InterventionEndReason;
      readonly because?: RefusalCode;
      readonly at: string;
    }
  | {
      readonly type: 'OutcomeGiven';
      readonly interventionId: string;
      readonly code: OutcomeCode;
      readonly note?: string;
      /** One of the org's tags, in its words. */
      readonly tag?: string;
      /** The supervisor praised the rep by voice. */
      readonly praised?: true;
      readonly coaching?: CoachingTask;
      readonly at: string;
    }
  | { readonly type: 'NoticeGiven'; readonly notice: Notice; readonly at: string }
  | { readonly type: 'NoticeAcknowledged'; readonly noticeId: string; readonly at: string }
  /** A party switches to another device: its newest connection replaces the others. */
  | {
      readonly type: 'DeviceChanged';
      readonly party: Party;
      readonly device: Device;
      readonly at: string;
    }
  /** The rep said what they did on a practice call. */
  | { readonly type: 'PracticeReviewed'; readonly review: PracticeReview; readonly at: string }
  | { readonly type: 'CallWrappedUp'; readonly wrapUp: WrapUp; readonly at: string }
  /** A customer who was unknown to the CRM when the call began now has a record there. */
  | {
      readonly type: 'CustomerLinked';
      readonly customer: Customer;
      readonly opportunity?: OpportunityOnCall;
      readonly at: string;
    }
  | AnsweringEvent
  | { readonly type: 'MomentFlagged'; readonly moment: FlaggedMoment; readonly at: string }
  /** Whether the customer wants to be monitored, as they told the rep. */
  | {
      readonly type: 'MonitoringChoiceGiven';
      readonly choice: MonitoringChoice;
      readonly at: string;
    }
  | GuestEvent
  | HelpEvent
  | RepLossEvent
  | RingEvent
  | SummonsEvent
  | TransferEvent;

/** The result of a `decide` function: what happens now, or why it does not. */
export type Decision = { readonly events: readonly CallEvent[] } | { readonly refusal: Refusal };

export const happens = (...events: CallEvent[]): Decision => ({ events });
export const refuse = (refusal: Refusal): Decision => ({ refusal });
