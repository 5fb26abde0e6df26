import type { AuditEntry } from '../../domain/audit/entries.ts';
import type { JointCall, JointCallNews } from '../../domain/call/jointCall.ts';
import type { Person } from '../../domain/call/people.ts';
import type { WriteResult } from '../crm/crm.ts';

/** A rep's call that has just become live. */
export interface BegunCall {
  readonly orgId: string;
  readonly callId: string;
  readonly repUserId: string;
  readonly opportunityId?: string;
}

/** The audit entry of a change, from the joint call as it then is. */
export type AuditOfJointCall = (jointCall: JointCall) => AuditEntry;

/** Calls that reps and supervisors have planned together. Source: PostgreSQL. */
export interface JointCalls {
  /** Keeps it, with its messages to the calendars and to the other one. */
  plan(jointCall: JointCall, auditOf: AuditOfJointCall): Promise<unknown>;
  /** Those of this person that are to come, and those since then, the next one first. */
  of(
    person: { readonly orgId: string; readonly userId: string },
    since: string,
  ): Promise<readonly JointCall[]>;
  find(orgId: string, jointCallId: string): Promise<JointCall | undefined>;
  /**
   * Either of the two moves it, with its messages; undefined where it is not to come any more. To
   * the time that it has, it changes nothing.
   */
  move(
    person: { readonly orgId: string; readonly userId: string },
    to: { readonly jointCallId: string; readonly startsAt: string },
    auditOf: AuditOfJointCall,
  ): Promise<JointCall | undefined>;
  /** Either of the two calls it off, with its messages; false where it is not to come any more. */
  cancel(
    person: { readonly orgId: string; readonly userId: string },
    jointCallId: string,
    auditOf: AuditOfJointCall,
  ): Promise<boolean>;
  /** The planned call that this one is, from now on begun, with its message; each is begun once. */
  begin(call: BegunCall, now: string, auditOf: AuditOfJointCall): Promise<JointCall | undefined>;
  /** Reminds of those that are soon, and gives up those that have not begun in time. */
  sayDue(now: string): Promise<{ readonly reminded: number; readonly missed: number }>;
}

/** Notifies people of joint calls. Only a repeat after a lost answer may ring twice. */
export interface JointCallNotifications {
  notifyOfJointCalls(
    notifications: readonly JointCallNotification[],
  ): Promise<readonly WriteResult[]>;
}

export interface JointCallNotification {
  readonly orgId: string;
  readonly about: JointCallNews;
  readonly jointCall: JointCall;
  readonly rep: string;
  readonly supervisor: string;
  readonly recipients: readonly Pick<Person, 'userId' | 'locale' | 'region' | 'timeZone'>[];
}

/** The calendars of people who plan calls together. */
export interface JointCallCalendars {
  /**
   * Puts planned calls of one org into the calendars of both, moves them there, and marks there
   * those that were called off. Answers with a result for each, in their order. Repeating it
   * changes nothing.
   */
  putJointCalls(entries: readonly JointCallEntry[]): Promise<readonly WriteResult[]>;
}

export interface JointCallEntry {
  readonly orgId: string;
  readonly jointCall: JointCall;
  readonly rep: string;
  readonly supervisor: string;
}
