import type { Readable } from 'node:stream';
import type { AuditEntry } from '../domain/audit/entries.ts';
import type { Call, Party } from '../domain/call/call.ts';
import type { AudibleTo } from '../domain/call/modes.ts';
import type { OutboxMessage } from '../domain/outbox/outbox.ts';

export * from './crm.ts';
export * from './stepUp.ts';

/** The clock of the process; `now` is an ISO 8601 UTC string. */
export interface Clock {
  now(): string;
}

/** Makes ids that nobody can guess. */
export interface Ids {
  next(): string;
}

/** What one transaction writes: the call as it is now, what the audit keeps, what others must be told. */
export interface Change<T> {
  readonly call?: Call;
  readonly audit: readonly AuditEntry[];
  readonly outbox: readonly OutboxMessage[];
  readonly answer: T;
}

export interface CallQuery {
  readonly orgId: string;
  readonly opportunityId?: string;
  /** Calls on which this person has an ended intervention whose outcome is still due. */
  readonly outcomeDueBy?: string;
  readonly repUserId?: string;
  /** Calls on which this person has an intervention that has not ended. */
  readonly supervisedBy?: string;
  readonly status?: readonly Call['status'][];
}

/** Keeps calls, their audit and the outbox. Each writing method is one transaction. Source: PostgreSQL. */
export interface Store {
  /**
   * Locks the call, shows it to `decide`, and writes what that answers; tells the live feed on commit.
   * `callbackKey` names an outside fact: one that was written before answers 'repeated' and decides nothing.
   * Answers undefined when there is no such call. `decide` must be pure: it may run again.
   */
  changeCall<T>(callId: string, decide: (call: Call) => Change<T>, callbackKey?: string): Promise<{ answer: T } | 'repeated' | undefined>;
  /**
   * The same for what a supervisor asks: one wish of a person at a time, on whichever calls and instances, so that
   * `runningElsewhere`, on how many other live calls this person is, is still true when it is written.
   */
  changeSupervisedCall<T>(supervisor: { readonly orgId: string; readonly userId: string }, callId: string, decide: (call: Call, runningElsewhere: number) => Change<T>): Promise<{ answer: T } | undefined>;
  /** Writes a new call. A call id that exists is left alone: answers false. */
  createCall(call: Call, audit: readonly AuditEntry[], outbox: readonly OutboxMessage[]): Promise<boolean>;
  /** Audit entries that belong to no change of a call, such as refused sign-ins. */
  recordAudit(entries: readonly AuditEntry[]): Promise<void>;
  loadCall(callId: string): Promise<Call | undefined>;
  /** Newest first, at most 500. */
  findCalls(query: CallQuery): Promise<Call[]>;
  findCallByIntervention(interventionId: string): Promise<Call | undefined>;
  findCallByRecording(recordingId: string): Promise<Call | undefined>;
  findCallByNotice(noticeId: string): Promise<Call | undefined>;
  /** Ids of all calls that have not ended, in every org: the reconciler's rounds. */
  openCallIds(): Promise<string[]>;
  /** Newest first; for the tests and the admin. */
  findAudit(query: { orgId?: string; callId?: string; limit?: number }): Promise<AuditEntry[]>;
}

/** Tells which calls have changed, on whichever instance. `onGap` means: changes may have been missed, look anew. */
export interface CallChanges {
  subscribe(listener: { onChange(callId: string): void; onGap(): void }): () => void;
}

/** One connection in a conference as the carrier names it. */
export interface ParticipantRef {
  readonly conferenceId: string;
  readonly connectionId: string;
}

export interface ParticipantSettings {
  readonly audibleTo?: AudibleTo;
  /** The rep who is coached; needed when `voice` is 'rep'. */
  readonly coachedConnectionId?: string;
  /** Whether the whole call ends when this connection leaves. */
  readonly endsCall?: boolean;
  readonly onHold?: boolean;
}

/** A party as the carrier sees it right now. */
export interface ObservedParticipant {
  readonly party: Party;
  readonly connectionId: string;
  readonly audibleTo: AudibleTo;
  readonly onHold: boolean;
}

/** Asked before a request that the carrier had no room for is made again: something newer may have been done since. */
export type StillWanted = () => Promise<boolean>;

/**
 * Who hears whom, and who is on the call. Throws CarrierProblem.
 * Every method may be repeated: dialling a party that is present is refused by the carrier, not doubled.
 */
export interface ConferenceControl {
  set(participant: ParticipantRef, settings: ParticipantSettings, isStillWanted?: StillWanted): Promise<void>;
  remove(participant: ParticipantRef): Promise<void>;
  /** Rings the customer's phone into the call. Answers the new connection's connectionId. */
  dialCustomer(call: { callId: string; orgId: string; phone: string }): Promise<string>;
  /** Rings the rep's softphone into the call. Answers the new connection's connectionId. */
  ringRep(call: { callId: string; orgId: string; repUserId: string; customerName: string }): Promise<string>;
  /** Rings a colleague's softphone into the call as a third party, whose going ends nothing. Answers the new connection's connectionId. */
  ringColleague(call: { callId: string; orgId: string; userId: string; customerName: string; repName: string }): Promise<string>;
  /** Lets a phone that rings be; one that has answered, or rings no more, is left alone. */
  stopRinging(participant: { conferenceId: string; party: Party }): Promise<void>;
  /** Rings a supervisor's own phone and asks for a key before anything of the call is heard: a voice mailbox must not listen. */
  ringSupervisor(call: { callId: string; orgId: string; interventionId: string; to: string }): Promise<void>;
  /** Keeps what this supervisor says, apart from the call; a connection that is being recorded is left alone. */
  recordParticipant(participant: { callId: string; interventionId: string; connectionId: string }): Promise<void>;
  /** Plays something of ours to one connection, or to everyone; how it ends is reported. A connection on hold is never played to. */
  announce(to: { conferenceId: string; connectionId?: string }, what: { callId: string; announcementId: string }): Promise<void>;
  endCall(conferenceId: string): Promise<void>;
  /** What the carrier sees in this call's conference; undefined when there is none in progress. */
  observeConference(callId: string): Promise<{ conferenceId: string; participants: ObservedParticipant[] } | undefined>;
}

/** `gone`: connection or conference is no more. `refused`: the carrier said no. `unavailable`: no answer, try again. */
export class CarrierProblem extends Error {
  readonly kind: 'gone' | 'refused' | 'unavailable';
  readonly code: string | undefined;
  constructor(kind: 'gone' | 'refused' | 'unavailable', message: string, code?: string) {
    super(message);
    this.name = 'CarrierProblem';
    this.kind = kind;
    this.code = code;
  }
}

/** The sound of recordings, where the carrier keeps it. Throws CarrierProblem. */
export interface RecordingMedia {
  /** The sound as WAV; undefined while it is not there yet, or not any more. */
  open(recordingId: string): Promise<{ readonly contentType: string; readonly sound: Readable } | undefined>;
}

/** Lets a browser register as a softphone. */
export interface SoftphoneTokens {
  issue(person: { orgId: string; userId: string }): { token: string; identity: string; expiresAt: string; signallingUrl?: string };
}

/**
 * How long a supervisor's connection is trusted without a sign of life from the browser it belongs to.
 * Participants without a browser, such as desk phones, have no lease. Source: PostgreSQL.
 */
export interface Leases {
  /** Trusts the intervention's connection until then. An intervention that has ended is left alone: answers false. */
  renew(interventionId: string, until: string): Promise<boolean>;
  /** Active interventions whose lease has run out. */
  expired(now: string): Promise<{ callId: string; interventionId: string }[]>;
}

/** Outbox rows: claimed under a lease, done only when the handler was. Source: PostgreSQL. */
export interface Outbox {
  claim(limit: number, leaseMs: number): Promise<ClaimedMessage[]>;
  done(messageId: string): Promise<void>;
  /** Puts the message back until `retryAt`, or sets it aside as failed when undefined. */
  failed(messageId: string, error: string, retryAt: string | undefined): Promise<void>;
  /** What an administrator of this org must act on, oldest first, at most 200. */
  deadLetters(orgId: string): Promise<DeadLetterMessage[]>;
  /** Has a message that was dead-lettered delivered again, from its first attempt on. Answers false when there is none. */
  retry(orgId: string, messageId: string): Promise<boolean>;
  /** How many wait, how many were dead-lettered, and since when the oldest waits. */
  backlog(): Promise<{ waiting: number; deadLetters: number; oldestAt?: string }>;
}

export interface DeadLetterMessage {
  readonly messageId: string;
  readonly topic: OutboxMessage['topic'];
  readonly payload: OutboxMessage['payload'];
  readonly deadLetteredAt: string;
  /** What was wrong, and what to do about it. */
  readonly problem: string;
}

export type ClaimedMessage = OutboxMessage & OutboxClaim;

export interface OutboxClaim {
  readonly messageId: string;
  readonly attempts: number;
}

/** Structured log lines; callers pass ids, never tokens or phone numbers. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export type * from './audit.ts';
export type * from './audioCheck.ts';
export type * from './consent.ts';
export type * from './latency.ts';
export type * from './policies.ts';
export type * from './carrierCrossCheck.ts';
export type * from './simulations.ts';
export type * from './conferenceLocks.ts';
export type * from './webhooks.ts';
