import type { Call } from '../../domain/call/call.ts';
import type { DebriefNotice } from '../../domain/call/debriefRules.ts';
import type { Debrief } from '../../domain/supervision/debrief.ts';
import type { Busy } from '../../domain/supervision/debriefSlots.ts';
import type { WriteResult } from './crm.ts';

/** A debrief, and the call that it is about. */
export interface DebriefOfCall {
  readonly call: Call;
  readonly debrief: Debrief;
}

/** People's calendars. Source: the CRM. */
export interface Calendar {
  /**
   * When these people are not free between two times in ISO 8601. What a calendar shows as free
   * does not count. Throws CrmProblem: `refused` where the org does not let Dealside read calendars.
   */
  busy(
    orgId: string,
    question: {
      readonly userIds: readonly string[];
      readonly from: string;
      readonly until: string;
    },
  ): Promise<readonly Busy[]>;
  /**
   * Puts the times of debriefs of one org into the calendars of both, or moves them there. Answers
   * with a result for each, in their order. Repeating it changes nothing; without a time nothing is
   * written.
   */
  book(bookings: readonly DebriefOfCall[]): Promise<readonly WriteResult[]>;
}

/**
 * Writes how far debriefs of one org are to the CRM, with a result for each, in their order.
 * Repeating it changes nothing.
 */
export interface CrmDebriefRecords {
  recordDebriefs(debriefs: readonly DebriefOfCall[]): Promise<readonly WriteResult[]>;
}

/** A notification about a debrief. */
export interface DebriefNotification extends DebriefOfCall {
  readonly about: DebriefNotice;
  /** Each in their own language and time zone. */
  readonly recipients: readonly DebriefRecipient[];
}

export interface DebriefRecipient {
  readonly userId: string;
  readonly locale?: string;
  readonly region?: string;
  readonly timeZone: string;
}

/**
 * Notifies people of debriefs, on the desktop and on the phone. A debrief that was closed in the
 * CRM causes no notification. Only a repeat after a lost answer may notify twice.
 */
export interface DebriefNotifications {
  notifyOfDebriefs(notifications: readonly DebriefNotification[]): Promise<readonly WriteResult[]>;
  /** Which of these the CRM has as closed, by whomever. Throws CrmProblem. */
  closed(orgId: string, debriefIds: readonly string[]): Promise<ReadonlySet<string>>;
}
