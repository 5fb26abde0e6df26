import type { Call, Customer, OpportunityOnCall } from '../../domain/call/call.ts';
import type { CoachingRules } from '../../domain/call/coachingRules.ts';
import type { Person } from '../../domain/call/people.ts';
import type { RefusalCode } from '../../domain/call/refusals.ts';
import type { CallLogging } from '../../domain/call/repCalls.ts';
import type { WriteFault } from '../../domain/call/writeFault.ts';
import type { ApiUsage } from '../../domain/outbox/holdBack.ts';
import type { RepNotification, SupervisorNotification } from '../../domain/outbox/message.ts';

/** People and their permissions, from memory; `asOf` gives the age of the data. Source: the CRM. */
export interface Directory {
  /**
   * The person as known, whatever the age of the data. Asks the CRM only about unknown people.
   * Undefined when the org has no such user. Throws CrmUnavailable.
   */
  person(orgId: string, userId: string): Promise<Person | undefined>;
  /**
   * The same, no older than the org allows for granting something new. Throws CrmUnavailable, with
   * `asOf`, when what is known is older and the CRM does not answer.
   */
  current(orgId: string, userId: string): Promise<Person | undefined>;
  /** The person from memory, without asking the CRM. */
  known(orgId: string, userId: string): Person | undefined;
  /** Asks the CRM about a person now. Throws CrmUnavailable; what is known stays. */
  refresh(orgId: string, userId: string): Promise<void>;
  /** All active reps of the org with this part of a name, by name. */
  colleagues(orgId: string, search: string): Promise<Colleague[]>;
}

export interface CrmQueues {
  /** The names of queues by id, of those that the org has. Throws CrmProblem. */
  queueNames(orgId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

/**
 * Finds the customer of a call, and what the call is about. Throws CrmUnavailable. Source: the CRM.
 */
export interface CustomerLookup {
  /** The contact, account, opportunity and its owner behind a phone number in E.164. */
  byPhone(orgId: string, phone: string): Promise<CallSubject | undefined>;
  /** All contacts and leads with a phone number in E.164, each with its latest open opportunity. */
  candidates(orgId: string, phone: string): Promise<FoundSubjects>;
  /** The contact or lead to call for an opportunity, a contact, a lead or an account, in E.164. */
  byRecord(
    orgId: string,
    record: { opportunityId?: string; contactId?: string; accountId?: string },
  ): Promise<CallSubject | undefined>;
  /** Whether anybody with this number, in E.164, is not to be called. */
  isDoNotCall(orgId: string, phone: string): Promise<boolean>;
}

/** Contacts first, then leads; `areMore` when there are more than are listed. */
export interface FoundSubjects {
  readonly subjects: readonly CallSubject[];
  readonly areMore: boolean;
}

export interface CallSubject {
  readonly customer: Customer;
  readonly opportunity?: OpportunityOnCall;
  /** The owner of the opportunity, or of the contact. */
  readonly ownerUserId?: string;
  /** The record says that this person is not to be called. */
  readonly doNotCall?: true;
}

/** How one of several writes went: the problem, or undefined when it succeeded. */
export type WriteResult = CrmProblem | undefined;

export interface InterventionWrite {
  readonly call: Call;
  readonly interventionId: string;
  /** How many lines were said again after the customer first heard the supervisor, if known. */
  readonly repeats?: number;
}
export interface NotificationWrite extends InterventionWrite {
  readonly about: RepNotification | SupervisorNotification;
}
interface HelpWrite {
  readonly call: Call;
  readonly helpRequestId: string;
}
interface HelpNotificationWrite extends HelpWrite {
  /** The people to notify, each in their own language. */
  readonly recipients: readonly Pick<Person, 'userId' | 'locale'>[];
}
interface SummonsNotificationWrite {
  readonly call: Call;
  readonly alertId: string;
  /** As of a help request. */
  readonly recipients: readonly Pick<Person, 'userId' | 'locale'>[];
}

/** People who follow the rep of the call. */
interface FollowNotificationWrite {
  readonly call: Call;
  readonly recipients: readonly Pick<Person, 'userId' | 'locale'>[];
}
interface AcknowledgementWrite {
  readonly call: Call;
  readonly noticeId: string;
}

/**
 * Writes interventions to the CRM: many of one org at once, each all or none, in as few requests as
 * the CRM allows. Answers with a result for each write, in their order. Repeating a write changes
 * nothing.
 */
export interface CrmActivities {
  recordInterventions(writes: readonly InterventionWrite[]): Promise<readonly WriteResult[]>;
  /**
   * Sends reps a notification, and supervisors a reminder, on the desktop and on the phone, once
   * the record that it leads to exists. Only a repeat after a lost answer may notify twice.
   */
  notify(writes: readonly NotificationWrite[]): Promise<readonly WriteResult[]>;
}

export interface RepCallWrite {
  readonly call: Call;
  readonly repUserId: string;
  /** How many alerts supervisors were shown while it was this rep's. */
  readonly alerts?: number;
}

/**
 * Writes reps' own ended calls to the CRM as their completed call activities, with the follow-up
 * that the rep planned: many of one org at once, each all or none. Answers with a result for each
 * write, in their order. Repeating a write changes nothing. Calls that the org does not want to
 * keep are not written.
 */
export interface CrmRepCalls {
  recordRepCalls(writes: readonly RepCallWrite[]): Promise<readonly WriteResult[]>;
  /** Those of the calls that the org wants to keep and does not have. Throws CrmProblem. */
  missingRepCalls(writes: readonly RepCallWrite[]): Promise<RepCallWrite[]>;
}

/** What an org decides about help and coaching; the default until it was read. Source: the CRM. */
export interface CoachingRulesSource {
  of(orgId: string): CoachingRules;
}

/** Which ended calls an org wants kept. Source: the CRM. */
export interface CallLoggingSource {
  /** Throws CrmUnavailable before it was read. */
  of(orgId: string): Promise<CallLogging>;
}

/**
 * Writes help requests and acknowledgements to the CRM: many of one org at once, with a result for
 * each, in their order. Repeating a write changes nothing.
 */
export interface CrmHelpRecords {
  recordHelp(writes: readonly HelpWrite[]): Promise<readonly WriteResult[]>;
  /**
   * Notifies people of a help request, on the desktop and on the phone. Only a repeat after a lost
   * answer may notify twice.
   */
  notifyOfHelp(writes: readonly HelpNotificationWrite[]): Promise<readonly WriteResult[]>;
  /** The same of an alert of compliance. */
  notifyOfSummons(writes: readonly SummonsNotificationWrite[]): Promise<readonly WriteResult[]>;
  /** The same, to those who follow the rep, of a call of theirs. */
  notifyOfFollowed(writes: readonly FollowNotificationWrite[]): Promise<readonly WriteResult[]>;
  /** Keeps the first notice that the rep has seen under each version of the policy. */
  recordAcknowledgements(writes: readonly AcknowledgementWrite[]): Promise<readonly WriteResult[]>;
}

/**
 * Writes missed calls: many of one org at once, with a result for each, in their order. Repeating a
 * write changes nothing.
 */
export interface CrmMissedCalls {
  /** Writes the rep's task to call back, with a link to the message. */
  recordMissedCalls(writes: readonly { readonly call: Call }[]): Promise<readonly WriteResult[]>;
  /**
   * Notifies the rep, once the task exists. Only a repeat after a lost answer may notify twice.
   */
  notifyOfMissedCalls(writes: readonly { readonly call: Call }[]): Promise<readonly WriteResult[]>;
}

/** How much of its daily request limit an org has used, according to its latest answer. */
export interface CrmUsage {
  /** Undefined while nothing is known of the org. */
  usage(orgId: string): ApiUsage | undefined;
  /** How much of its share reading people and policy has used; undefined while nothing is known. */
  reads(orgId: string): CrmReads | undefined;
  /** The permissions that the integration user lacks. Asks the CRM; never rejects. */
  accessGaps(orgId: string): Promise<readonly CrmAccessGap[]>;
}

/** Requests of this process in 24 hours with which people and policy were read. */
export interface CrmReads {
  readonly used: number;
  /** How many they may be. */
  readonly budget: number;
  /** Whether changes are looked for more rarely, to stay within the budget. */
  readonly isSlowed: boolean;
}

/**
 * What the integration user lacks: seeing all users, roles and permission sets, or the skills that
 * a rule names. `unknown` where the CRM did not say.
 */
export type CrmAccessGap = 'users' | 'setup' | 'skills' | 'unknown';

/**
 * The CRM did not answer: nothing is known, or only what it said at `asOf`, so nothing new is
 * granted.
 */
export class CrmUnavailable extends Error {
  override readonly name = 'CrmUnavailable';
  readonly asOf: string | undefined;
  constructor(message: string, { cause, asOf }: { cause?: unknown; asOf?: string } = {}) {
    super(message, { cause });
    this.asOf = asOf;
  }
}

/**
 * `retry`: worth repeating later. `refused`: an administrator must act; `fault` says on what,
 * `message` is for the log.
 * `code` is the CRM's own. `isAway`: the CRM as a whole does not answer, or takes nothing more.
 */
export class CrmProblem extends Error {
  readonly kind: 'retry' | 'refused';
  readonly code: string | undefined;
  readonly isAway: boolean;
  /** What an administrator is told. */
  readonly fault: WriteFault | undefined;
  constructor(
    kind: 'retry' | 'refused',
    message: string,
    code?: string,
    {
      isAway = false,
      fault,
    }: { readonly isAway?: boolean; readonly fault?: WriteFault | undefined } = {},
  ) {
    super(message);
    this.name = 'CrmProblem';
    this.kind = kind;
    this.code = code;
    this.isAway = isAway;
    this.fault = fault;
  }
}

/** The user who is signed in, by which token and which of the org's keys. */
export interface Session {
  readonly orgId: string;
  readonly userId: string;
  readonly tokenId: string;
  readonly keyId: string;
  /** The user's details as the org states them; missing in tokens of an older package. */
  readonly username?: string;
}

/**
 * Verifies the token that the CRM signed for a user. Claims in a refused token are unproven, unless
 * the token was refused only because it had expired.
 */
export interface SessionTokens {
  verify(token: string): Promise<
    | Session
    | {
        refused: RefusalCode;
        claimedOrgId?: string;
        claimedUserId?: string;
        isProved?: boolean;
      }
  >;
}
