import type { Announcement } from './announcement.ts';
import type { Answering } from './answeringState.ts';
import type { CallerId } from './callerId.ts';
import type { DispositionCode } from './dispositions.ts';
import type { Guest, TalkHold } from './guestState.ts';
import type { HelpRequest, TextWhisper } from './helpRequest.ts';
import type { Intervention } from './intervention.ts';
import type { SpokenLanguage } from './language.ts';
import type { FlaggedMoment, MonitoringChoice } from './moments.ts';
import type { Notice } from './notice.ts';
import type { Participant } from './participants.ts';
import type { Place, Person } from './people.ts';
import type { CallPurpose } from './purpose.ts';
import type { Recording, RecordingPause } from './recording.ts';
import type { Summons } from './summons.ts';

export * from './intervention.ts';
export * from './notice.ts';
export * from './participants.ts';
export * from './recording.ts';

/** A conversation with a customer. Times are ISO 8601 strings in UTC. */
export type Call = CallFacts &
  (
    | { readonly status: 'ringing' }
    | { readonly status: 'live'; readonly answeredAt: string }
    | {
        readonly status: 'ended';
        readonly answeredAt?: string;
        readonly endedAt: string;
        readonly endReason: CallEndReason;
      }
  );

interface CallFacts {
  readonly orgId: string;
  readonly callId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly purpose: CallPurpose;
  readonly startedAt: string;
  readonly rep: RepOnCall;
  readonly customer: Customer;
  readonly opportunity?: OpportunityOnCall;
  readonly conferenceId?: string;
  readonly participants: readonly Participant[];
  readonly interventions: readonly Intervention[];
  readonly notices: readonly Notice[];
  readonly recordings: readonly Recording[];
  /** Set while the recording does not run. */
  readonly recordingPause?: RecordingPause;
  readonly announcements: readonly Announcement[];
  /** The call opens with a disclosure to the customer, because a law that applies wants one. */
  readonly opensWithDisclosure: boolean;
  /**
   * Whether and from when the whole call is recorded: a call that opens with the disclosure only
   * once that has been played. Without it the call is not recorded.
   */
  readonly records?: 'from_start' | 'after_disclosure';
  /** Whether what customer and rep say is transcribed, under the law that recording follows. */
  readonly transcribes?: true;
  /** The caller id that the customer of an outbound call sees. */
  readonly callerId?: CallerId;
  /** Whether a person or a machine answers an outbound call. */
  readonly answering?: Answering;
  /** How an inbound call finds somebody. */
  readonly ringing?: Ringing;
  /** The latest time that the rep was lost in mid-call. */
  readonly repLoss?: RepLoss;
  /** The rep has hung up on purpose: it is not a loss. */
  readonly hangUp?: HangUp;
  /** What Dealside itself speaks on the call. */
  readonly language?: SpokenLanguage;
  /** The rep's latest request for help. */
  readonly help?: HelpRequest;
  /** The requests before it, oldest first. */
  readonly pastHelp?: readonly HelpRequest[];
  readonly textWhispers?: readonly TextWhisper[];
  /** Moments that the rep marked for later, oldest first. */
  readonly moments?: readonly FlaggedMoment[];
  /** Summonses to compliance alerts, oldest first. */
  readonly summonses?: readonly Summons[];
  /** The customer's choice about being monitored, if given. */
  readonly monitoringChoice?: MonitoringChoice;
  /** The rep's latest transfer. */
  readonly transfer?: Transfer;
  /** Third parties that the rep has added, oldest first. */
  readonly guests?: readonly Guest[];
  readonly talkHold?: TalkHold;
  /** Those who had the call before, oldest first. */
  readonly pastReps?: readonly PastRep[];
  /** The wrap-ups of its reps: at most one each. */
  readonly wrapUps?: readonly WrapUp[];
}

/**
 * `abandoned`: the caller hung up while reps were rung or awaited. `voicemail`: no rep took the
 * call, and the caller can leave a message.
 */
export type CallEndReason =
  | 'hung_up'
  | 'not_answered'
  | 'customer_unreachable'
  | 'rep_unreachable'
  | 'lost'
  | 'abandoned'
  | 'voicemail';

export interface RepOnCall {
  readonly userId: string;
  readonly name: string;
  readonly managerIds: readonly string[];
  /** Further facts that policy uses; a rule that needs an unknown fact does not apply. */
  readonly timeZone?: string;
  readonly queueIds?: readonly string[];
  readonly groupIds?: readonly string[];
  readonly territoryIds?: readonly string[];
  readonly skills?: readonly string[];
  readonly place?: Place;
}

/**
 * A call on its way from its rep to a colleague. The colleague is a third party until the call is
 * handed over.
 */
export type Transfer = TransferFacts &
  /** The colleague is rung, or is there and talks with everybody. */
  (
    | { readonly status: 'requested' }
    /** The colleague has become the call's rep; the one before is still to be taken off. */
    | { readonly status: 'handing_over' }
    | { readonly status: 'completed'; readonly at: string }
    | { readonly status: 'cancelled'; readonly because: TransferEnd; readonly at: string }
  );

interface TransferFacts {
  readonly transferId: string;
  readonly to: RepOnCall;
  readonly requestedAt: string;
  /** Cold: handed over as soon as the colleague is there. */
  readonly completesItself: boolean;
  /** The group it goes to. Until a member has answered, `to` is the first one rung. */
  readonly group?: TransferGroup;
  /** For a transfer to a supervisor on the call: it completes once their takeover is confirmed. */
  readonly by?: 'takeover';
}

/** A group that a call is transferred to, and which of its steps rings. */
export interface TransferGroup {
  readonly name: string;
  readonly steps: readonly RingStep[];
  readonly step: number;
  readonly stepSince: string;
  readonly isTaken: boolean;
}

export type TransferEnd =
  | 'taken_back'
  | 'not_answered'
  | 'not_rung'
  | 'colleague_left'
  | 'taken_over';

/** How an inbound call finds a rep, and what the caller gets if no rep takes it. */
export interface Ringing {
  readonly steps: readonly RingStep[];
  /** The step whose reps are rung now; none before the caller is in the conference. */
  readonly step?: number;
  readonly stepSince?: string;
  readonly otherwise: 'voicemail' | 'goodbye';
  /** Reps who still finish a call. Each is rung as soon as they are ready. */
  readonly finishing?: readonly FinishingRep[];
  /** Until then a caller whom nobody is rung for waits for one of those. */
  readonly waitsUntil?: string;
  /** The group is rung one after another: who becomes ready is rung after the others. */
  readonly ringsInTurn?: true;
  /** Why no rep is rung at all. */
  readonly nobodyBecause?: 'closed' | 'nobody_free';
  /**
   * The CRM did not answer when the call came: who calls, and whose customer that is, is still to be
   * read.
   */
  readonly isCallerUnread?: true;
  /** The same of whose call it is, if nobody takes it. */
  readonly isRepUnread?: true;
}

/** Reps who are rung at the same time, and for how long. */
export interface RingStep {
  readonly whom: 'owner' | 'group';
  readonly reps: readonly RepOnCall[];
  readonly seconds: number;
  /** How long after-call lasts for who takes it, where the group's rules say so. */
  readonly afterCallSeconds?: number;
}

/** A rep who finishes a call at most until then, and how long they are rung afterwards. */
export interface FinishingRep {
  readonly rep: RepOnCall;
  readonly until: string;
  readonly seconds: number;
  /** As in a step of ringing. */
  readonly afterCallSeconds?: number;
}

/**
 * A rep whose connection was lost in mid-call. The customer waits for the rep, then for a colleague.
 */
export interface RepLoss {
  readonly since: string;
  /** The first step is the rep who was lost; who comes after is known once it `isPlanned`. */
  readonly ringing: Ringing;
  readonly isPlanned: boolean;
  /** The customer hears that they are waited for, and is on hold for that. */
  readonly isHolding?: true;
  /** Since then somebody has the call again. */
  readonly over?: { readonly at: string; readonly because: 'returned' | 'taken' };
  /** The rep who then had the call has put the customer on hold. */
  readonly isHeldByRep?: true;
}

/** A rep who hung up on purpose. After a takeover that ends only their own connection. */
export interface HangUp {
  readonly at: string;
  readonly endsCall: boolean;
}

/** A rep who handed the call on, and when. */
export interface PastRep {
  readonly rep: RepOnCall;
  readonly until: string;
}

export interface Customer {
  readonly name: string;
  readonly phone?: string;
  /** The id of a contact, or of a lead that was not converted yet. */
  readonly contactId?: string;
  readonly accountId?: string;
  readonly accountName?: string;
  /** The customer's address in the CRM. */
  readonly place?: Place;
}

export interface OpportunityOnCall {
  readonly opportunityId: string;
  readonly name: string;
  readonly stage?: string;
  /** The day on which the deal is expected to close: YYYY-MM-DD. */
  readonly closeDate?: string;
  readonly amount?: number;
  /** The currency of the amount, as ISO 4217; absent if the org has only one. */
  readonly currency?: string;
  /** The amount in the company's currency, where it is in another or could be. */
  readonly corporateAmount?: number;
}

/** The amount by which deals are compared with others, and with what a rule demands. */
export const comparableAmount = (
  opportunity: Pick<OpportunityOnCall, 'amount' | 'corporateAmount'> | undefined,
): number | undefined => opportunity?.corporateAmount ?? opportunity?.amount;

/** A rep's wrap-up of their own call after it has ended. A later one replaces it. */
export interface WrapUp {
  readonly repUserId: string;
  readonly disposition: DispositionCode;
  readonly notes?: string;
  readonly followUp?: FollowUp;
  /** The record that the call belongs to, where the rep chose another one than was found. */
  readonly about?: WrapUpSubject;
  readonly at: string;
}

/** The rep's next step: a task with a due date. */
export interface FollowUp {
  readonly dueOn: string;
  readonly subject?: string;
}

/** A contact or lead with its account and opportunity; none of them for a call about no record. */
export interface WrapUpSubject {
  readonly name?: string;
  readonly contactId?: string;
  readonly accountId?: string;
  readonly accountName?: string;
  readonly opportunity?: OpportunityOnCall;
}

/** The rep as the CRM knows them when the call begins. */
export const repOnCall = ({
  userId,
  name,
  managerIds,
  timeZone,
  queueIds,
  groupIds,
  territoryIds,
  skills,
  place,
}: Person): RepOnCall => ({
  userId,
  name,
  managerIds,
  timeZone,
  queueIds,
  groupIds,
  territoryIds,
  skills,
  ...(place && { place }),
});
