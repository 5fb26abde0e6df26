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

/** Calls that reps and supervisors have planned together. Source: PostgreSQL. */
export interface JointCalls {
  /** Keeps it, with the message to the other one. */
  plan(jointCall: JointCall): Promise<unknown>;
  /** Those of this person that are to come, and those since then, the next one first. */
  of(
    person: { readonly orgId: string; readonly userId: string },
    since: string,
  ): Promise<readonly JointCall[]>;
  find(orgId: string, jointCallId: string): Promise<JointCall | undefined>;
  /** Either of the two calls it off, with the message; false where it is not to come any more. */
  cancel(
    person: { readonly orgId: string; readonly userId: string },
    jointCallId: string,
  ): Promise<boolean>;
  /** The planned call that this one is, from now on begun, with its message; each is begun once. */
  begin(call: BegunCall, now: string): Promise<JointCall | undefined>;
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
  readonly recipients: readonly Pick<Person, 'userId' | 'locale' | 'timeZone'>[];
}
