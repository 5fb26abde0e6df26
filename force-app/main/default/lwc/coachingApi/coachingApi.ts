import type { Mode } from 'c/callModel';
import { request } from 'c/dealsideSession';
import type { Ratings } from './afterDebriefs';
import type { DebriefAbout } from './callDebriefs';

export * from './afterDebriefs';
export {
  answersOf,
  focusFirstMissing,
  missingIn,
  questionsOf,
  withoutItem,
  type Given,
  type Missing,
} from './answers';

/** One item of a scorecard. */
export interface ScorecardItem {
  readonly name: string;
  readonly label: string;
  readonly guide?: string;
  readonly kind: 'scale' | 'yes_no' | 'choice';
  readonly choices: readonly string[];
  readonly isCritical: boolean;
  readonly mayNotApply: boolean;
  readonly needsComment: boolean;
}

export interface ScoreAnswer {
  readonly item: string;
  readonly value: number | boolean | string;
  readonly comment?: string;
}

export interface Score {
  readonly answers: readonly ScoreAnswer[];
  readonly percent?: number;
  readonly failed: readonly string[];
}

/** The booked time of a debrief. */
export interface Booking {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly by: 'rep' | 'supervisor';
}

/** Times that are free in both calendars, the best first, or why none are known. */
export type DebriefTimes =
  | {
      readonly status: 'proposed';
      readonly slots: readonly {
        readonly startsAt: string;
        readonly isAfterDue: boolean;
        readonly isOutsideHours: boolean;
      }[];
      readonly areMore: boolean;
      readonly zones: { readonly rep: string; readonly supervisor: string };
    }
  | { readonly status: 'unreachable' | 'not_allowed' };

/** A debrief as this person may see it: the other's score only after both were given. */
export interface DebriefView {
  readonly debriefId: string;
  readonly about?: DebriefAbout;
  readonly note?: string;
  readonly callId?: string;
  /** Whether the call was transcribed. */
  readonly isTranscribed?: boolean;
  readonly stage: 'rep_scores' | 'supervisor_scores' | 'rep_reads' | 'ready';
  readonly you: 'rep' | 'supervisor';
  readonly rep: string;
  readonly supervisor: string;
  readonly customerName: string;
  readonly items: readonly ScorecardItem[];
  readonly selfScore?: Score;
  readonly supervisorScore?: Score;
  readonly acknowledged?: { readonly at: string; readonly answer?: string };
  readonly watch?:
    | { readonly status: 'watching'; readonly calls: number; readonly of: number }
    | { readonly status: 'graduated'; readonly of: number }
    | { readonly status: 'again'; readonly callId: string; readonly at: string };
  readonly booking?: Booking;
  /** The time zones of rep and supervisor, as IANA names. */
  readonly zones?: { readonly rep: string; readonly supervisor: string };
  readonly isClosed?: boolean;
  /** What was taken from it, where Salesforce has no record for that. */
  readonly notes?: { readonly whatHappened?: string; readonly nextTime: string };
  readonly closedAlone?: { readonly by: string; readonly reason: string };
  readonly hasOtherLeft?: boolean;
  /** The recording of the call, if this person may play it. */
  readonly recording?: { readonly recordingId: string; readonly startedAt: string };
  readonly ratings?: Ratings;
  /** Whether this person is asked to rate the debrief. */
  readonly mayRate?: boolean;
  readonly isOverdue?: boolean;
  /** Whether a person above the supervisor was told that it is overdue. */
  readonly isEscalated?: boolean;
  readonly startedAt?: string;
  readonly modes?: readonly { readonly mode: Mode; readonly at: string }[];
  readonly moments?: readonly {
    readonly momentId: string;
    readonly at: string;
    readonly note?: string;
  }[];
}

export { planDebrief, debriefsOfCalls, type CallDebrief } from './callDebriefs';
export { NOT_APPLICABLE } from './answers';

const pathOf = (debriefId: string): string => `/api/debriefs/${debriefId}`;

export const debriefOf = (debriefId: string): Promise<DebriefView> =>
  request('GET', `${pathOf(debriefId)}/details`);

/** Three free times, starting at this offset. */
export const timesOf = (debriefId: string, from: number): Promise<DebriefTimes> =>
  request('GET', `${pathOf(debriefId)}/times?from=${from}`);

/** `replaces` is the booking that the page shows, so that a newer one is not replaced unseen. */
export const bookTime = (
  debriefId: string,
  startsAt: string,
  replaces: string | undefined,
): Promise<{ readonly booking: Booking }> =>
  request('POST', `${pathOf(debriefId)}/times`, {
    startsAt,
    ...(replaces && { replaces }),
  });

export const scoreCall = (
  debriefId: string,
  answers: readonly ScoreAnswer[],
): Promise<DebriefView> => request('POST', `${pathOf(debriefId)}/score`, { answers });

export const acknowledgeScore = (
  debriefId: string,
  answer: string | undefined,
): Promise<DebriefView> =>
  request('POST', `${pathOf(debriefId)}/acknowledge`, { ...(answer && { answer }) });

/**
 * Closes a debrief. What was taken from it is kept in Salesforce for one after an intervention, and
 * is given here for one of a call.
 */
export const closeDebrief = (
  debriefId: string,
  taken?: { readonly whatHappened?: string; readonly nextTime: string },
): Promise<void> => request('POST', `${pathOf(debriefId)}/close`, taken);

/** Closes a debrief whose other person is no longer active. */
export const closeDebriefAlone = (debriefId: string, reason: string): Promise<void> =>
  request('POST', `${pathOf(debriefId)}/close`, { alone: { reason } });

/** An overdue debrief of others that was escalated to this person. */
export interface EscalatedDebrief {
  readonly debriefId: string;
  readonly rep: string;
  readonly supervisor: string;
  readonly customerName: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
}

export const escalatedDebriefs = (): Promise<{ readonly debriefs: readonly EscalatedDebrief[] }> =>
  request('GET', '/api/debriefs/escalated');

/**
 * A call that several people score blind: others' scores are included after one's own was given.
 */
export interface CalibrationView {
  readonly items: readonly ScorecardItem[];
  readonly isGiven: boolean;
  readonly scores: readonly {
    readonly name: string;
    readonly isYours: boolean;
    readonly percent?: number;
    readonly failed: readonly string[];
  }[];
  readonly spread?: {
    readonly scores: number;
    readonly lowest: number;
    readonly highest: number;
    readonly mean: number;
    readonly differs: readonly string[];
  };
}

export const calibrationOf = (callId: string): Promise<CalibrationView> =>
  request('GET', `/api/calls/${callId}/calibration`);

export const scoreForCalibration = (
  callId: string,
  answers: readonly ScoreAnswer[],
): Promise<CalibrationView> => request('POST', `/api/calls/${callId}/calibration`, { answers });
