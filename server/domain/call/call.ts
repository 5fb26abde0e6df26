import type { Announcement } from '../notices/announcement.ts';
import type { SpokenLanguage } from '../notices/language.ts';
import type { ConsentEvidence } from '../consent/decide.ts';
import type { Place } from '../consent/places.ts';
import type { HelpRequest, TextWhisper } from '../help/helpRequest.ts';
import type { Mode, PartyRole, RepAfterTakeover, AudibleTo } from './modes.ts';
import type { Person, Device, Role } from '../people/people.ts';
import type { NoticeKind } from '../policy/policy.ts';
import type { Problem } from '../refusals.ts';
import type { OutcomeCode, ReasonCode } from '../supervision/reasons.ts';

/** A conversation with a customer. Times are ISO 8601 strings in UTC. */
export type Call = CallFacts &
  (
    | { readonly status: 'ringing' }
    | { readonly status: 'live'; readonly answeredAt: string }
    | { readonly status: 'ended'; readonly answeredAt?: string; readonly endedAt: string; readonly endReason: CallEndReason }
  );

export interface CallFacts {
  readonly orgId: string;
  readonly callId: string;
  readonly direction: 'inbound' | 'outbound';
  readonly startedAt: string;
  readonly rep: RepOnCall;
  readonly customer: Customer;
  readonly opportunity?: OpportunityOnCall;
  readonly conferenceId?: string;
  readonly participants: readonly Participant[];
  readonly interventions: readonly Intervention[];
  readonly notices: readonly Notice[];
  readonly recordings: readonly Recording[];
  readonly announcements: readonly Announcement[];
  /** The call opens with a disclosure to the customer, because a law that applies wants one. */
  readonly opensWithDisclosure: boolean;
  /** What Dealside itself speaks on the call. */
  readonly language?: SpokenLanguage;
  /** The rep's latest request for help. */
  readonly help?: HelpRequest;
  /** The requests before it, oldest first. */
  readonly pastHelp?: readonly HelpRequest[];
  readonly textWhispers?: readonly TextWhisper[];
  /** The rep's latest transfer. */
  readonly transfer?: Transfer;
  /** Those who had the call before, oldest first. */
  readonly pastReps?: readonly PastRep[];
}

export type CallEndReason = 'hung_up' | 'not_answered' | 'customer_unreachable' | 'rep_unreachable' | 'lost';

export interface RepOnCall {
  readonly userId: string;
  readonly name: string;
  readonly managerIds: readonly string[];
  /** What policy asks about besides; what is not known makes no rule apply. */
  readonly timeZone?: string;
  readonly queueIds?: readonly string[];
  readonly groupIds?: readonly string[];
  readonly territoryIds?: readonly string[];
  readonly skills?: readonly string[];
  readonly place?: Place;
}

/** A call on its way from its rep to a colleague. The colleague is a third party until the call is handed over. */
export type Transfer = TransferFacts &
  (
    /** The colleague is rung, or is there and talks with everybody. */
    | { readonly status: 'requested' }
    /** The colleague has become the call's rep; the one before is still to be taken off. */
    | { readonly status: 'handing_over' }
    | { readonly status: 'completed'; readonly at: string }
    | { readonly status: 'cancelled'; readonly because: TransferEnd; readonly at: string }
  );

export interface TransferFacts {
  readonly transferId: string;
  readonly to: RepOnCall;
  readonly requestedAt: string;
  /** Cold: handed over as soon as the colleague is there. */
  readonly completesItself: boolean;
}

export type TransferEnd = 'taken_back' | 'not_answered' | 'not_rung' | 'colleague_left' | 'taken_over';

/** A rep who handed the call on, and when. */
export interface PastRep {
  readonly rep: RepOnCall;
  readonly until: string;
}

export interface Customer {
  readonly name: string;
  readonly phone?: string;
  /** Of a contact, or of a lead as long as no contact was made of it. */
  readonly contactId?: string;
  readonly accountId?: string;
  readonly accountName?: string;
  /** Where the CRM has the customer. */
  readonly place?: Place;
}

export interface OpportunityOnCall {
  readonly opportunityId: string;
  readonly name: string;
  readonly stage?: string;
  readonly amount?: number;
}

/** Which party of a call a connection belongs to. */
export type Party =
  | { readonly role: 'customer' }
  | { readonly role: 'rep' }
  | { readonly role: 'supervisor'; readonly interventionId: string }
  /** Another rep: one who is to take the call, or who has just handed it over. */
  | { readonly role: 'colleague'; readonly userId: string };

/** One connection of the call. A connection that left never comes back: a returning party gets a new connection. */
export interface Participant {
  readonly party: Party;
  readonly connectionId?: string;
  readonly status: 'ringing' | 'connected' | 'left';
  /** Who hears this connection, as the carrier confirmed it. A muted rep has the voice 'nobody'. */
  readonly audibleTo: AudibleTo;
  readonly onHold: boolean;
  readonly joinedAt?: string;
  readonly leftAt?: string;
}

export interface Supervisor {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

/** One supervisor's presence on a call, from the click to the end. */
export type Intervention = InterventionFacts & (Joining | Active | Ended);

export interface InterventionFacts {
  readonly interventionId: string;
  readonly supervisor: Supervisor;
  readonly policyVersion: string;
  /** The rule that let the supervisor join. */
  readonly policyRule: string;
  /** What tells of the supervisor. None is covert listening, by a covert rule. */
  readonly noticeKinds: readonly NoticeKind[];
  readonly device: Device;
  /** By which law the supervisor may be on the call, and what showed it. */
  readonly consent?: ConsentOnFile;
  /** Whether the supervisor's own words are recorded, apart from the call's recording. */
  readonly isRecorded: boolean;
  readonly requestedAt: string;
  readonly modeHistory: readonly ModeChange[];
  readonly whisperSkipped: boolean;
}

export interface Joining {
  readonly status: 'joining';
  /** Given before joining, where the rule asks for one. */
  readonly reason?: StatedReason;
}

export interface Active {
  readonly status: 'active';
  readonly joinedAt: string;
  /** The mode the carrier confirmed last; a switch still on its way is `pending`. */
  readonly mode: Mode;
  readonly modeSince: string;
  readonly reason?: StatedReason;
  readonly repAfterTakeover?: RepAfterTakeover;
  readonly pending?: PendingSwitch;
  readonly problem?: Problem;
  readonly leaving?: true;
  /** Since when this supervisor wants the word; given up by handing back. */
  readonly floorRequestedAt?: string;
}

export interface Ended {
  readonly status: 'ended';
  readonly joinedAt?: string;
  readonly leftAt: string;
  readonly endReason: InterventionEndReason;
  readonly reason?: StatedReason;
  readonly outcome: Outcome;
}

export type InterventionEndReason =
  | 'supervisor_left' | 'call_ended' | 'join_failed' | 'announcement_failed' | 'connection_lost' | 'revoked';

export interface StatedReason {
  readonly code: ReasonCode;
  readonly note?: string;
}

export interface ModeChange {
  readonly mode: Mode;
  readonly at: string;
  readonly reasonCode?: ReasonCode;
}

export interface PendingSwitch {
  readonly consent?: ConsentOnFile;
  readonly mode: Mode;
  readonly requestId: string;
  readonly requestedAt: string;
  readonly reason?: StatedReason;
  readonly repAfterTakeover?: RepAfterTakeover;
  readonly whisperSkipped?: boolean;
  /** What allowed it; a fall back to silence needs no rule. */
  readonly policy?: { readonly version: string; readonly rule: string; readonly noticeKinds: readonly NoticeKind[] };
}

/** `not_asked`: the supervisor was never heard, so there is nothing to judge. */
export type Outcome =
  | { readonly status: 'not_asked' }
  | { readonly status: 'due' }
  | { readonly status: 'given'; readonly code: OutcomeCode; readonly note?: string; readonly at: string; readonly coaching?: CoachingTask };

export interface CoachingTask {
  /** Calendar date, YYYY-MM-DD. */
  readonly dueOn: string;
  readonly note?: string;
}

/** What the rep was told about a supervisor: on screen now, by tone or phrase when policy says so. */
export interface Notice {
  readonly noticeId: string;
  readonly interventionId: string;
  readonly supervisor: Supervisor;
  readonly mode: Mode;
  readonly reasonCode?: ReasonCode;
  readonly at: string;
  readonly acknowledgedAt?: string;
}

/** The rep as the CRM knows them when the call begins. */
export const repOnCall = ({ userId, name, managerIds, timeZone, queueIds, groupIds, territoryIds, skills, place }: Person): RepOnCall =>
  ({ userId, name, managerIds, timeZone, queueIds, groupIds, territoryIds, skills, ...(place && { place }) });

/** The decision on consent as it is kept: the rule, and the evidence it was decided by. */
export interface ConsentOnFile {
  readonly rule: string;
  readonly announcesSupervisor: boolean;
  readonly evidence: ConsentEvidence;
  readonly at: string;
}

/** Sound that the carrier keeps: of the whole call, without what was whispered, or of what one supervisor said. */
export interface Recording {
  readonly recordingId: string;
  readonly of: { readonly kind: 'call' } | { readonly kind: 'supervisor'; readonly interventionId: string };
  readonly status: 'in_progress' | 'completed' | 'failed';
  readonly startedAt: string;
  readonly durationSeconds?: number;
}

/** Whether both mean one person’s place on the call. */
export function sameParty(a: Party, b: Party): boolean {
  if (a.role === 'supervisor') return b.role === 'supervisor' && a.interventionId === b.interventionId;
  if (a.role === 'colleague') return b.role === 'colleague' && a.userId === b.userId;
  return a.role === b.role;
}

/** The connection of this party that is on the call now, if any. */
export function connectedParticipant(call: Call, role: PartyRole, interventionId?: string): Participant | undefined {
  return call.participants.find(
    (p) => p.status === 'connected' && p.party.role === role && (p.party.role !== 'supervisor' || p.party.interventionId === interventionId),
  );
}

export const interventionOf = (call: Call, interventionId: string): Intervention | undefined =>
  call.interventions.find((i) => i.interventionId === interventionId);
