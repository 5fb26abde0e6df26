import type { Call, Customer, OpportunityOnCall } from '../domain/call/call.ts';
import type { RepNotification } from '../domain/outbox/outbox.ts';
import type { Person } from '../domain/people/people.ts';
import type { RefusalCode } from '../domain/refusals.ts';

/** Who people are and what they may do, from the CRM, cached for less than a minute. Throws CrmUnavailable. */
export interface Directory {
  person(orgId: string, userId: string): Promise<Person | undefined>;
  /** Forgets what is known of a person, so that the next question goes to the CRM. */
  refresh(orgId: string, userId: string): void;
  /** Active people of the org who take calls, by a part of their name; not all of them when there are many. */
  colleagues(orgId: string, search: string): Promise<Colleague[]>;
}

export interface Colleague { readonly userId: string; readonly name: string }

/** Whom a call is with. Throws CrmUnavailable. */
export interface CustomerLookup {
  /** The contact, account, opportunity and its owner behind a phone number in E.164. */
  byPhone(orgId: string, phone: string): Promise<CallSubject | undefined>;
  /** The contact to call for an opportunity or contact, with phone in E.164. */
  byRecord(orgId: string, record: { opportunityId?: string; contactId?: string }): Promise<CallSubject | undefined>;
}

export interface CallSubject {
  readonly customer: Customer;
  readonly opportunity?: OpportunityOnCall;
  /** The owner of the opportunity, or of the contact. */
  readonly ownerUserId?: string;
}

/** Writes what the CRM should know about an intervention. Repeating a write changes nothing. Throws CrmProblem. */
export interface CrmActivities {
  recordIntervention(call: Call, interventionId: string): Promise<void>;
  /** Rings the rep's notification, on the desktop and on the phone. */
  notifyRep(call: Call, interventionId: string, about: RepNotification): Promise<void>;
}

/** Writes what the CRM should know about what happened beside interventions. Repeating a write changes nothing. Throws CrmProblem. */
export interface CrmHelpRecords {
  recordHelp(call: Call, helpRequestId: string): Promise<void>;
  /** Keeps the first notice that the rep has seen under each version of the policy. */
  recordAcknowledgement(call: Call, noticeId: string): Promise<void>;
}

/** The CRM gave no answer: nothing is known, so nothing is allowed. */
export class CrmUnavailable extends Error {
  override readonly name = 'CrmUnavailable';
}

/** `retry`: worth repeating later. `refused`: an admin must act; `message` says in plain words on what. */
export class CrmProblem extends Error {
  readonly kind: 'retry' | 'refused';
  readonly code: string | undefined;
  constructor(kind: 'retry' | 'refused', message: string, code?: string) {
    super(message);
    this.name = 'CrmProblem';
    this.kind = kind;
    this.code = code;
  }
}

/** Who signed in, by which token and which of the org's keys. */
export interface Session {
  readonly orgId: string;
  readonly userId: string;
  readonly tokenId: string;
  readonly keyId: string;
}

/** Verifies the token that Apex signed for the running user. */
export interface SessionTokens {
  verify(token: string): Promise<Session | { refused: RefusalCode; claimedOrgId?: string; claimedUserId?: string }>;
}
