import { request } from 'c/dealsideSession';

/** How much a debrief helped, from 1 to 5 (best). */
export interface CoachingRating {
  readonly value: number;
  readonly comment?: string;
}

/** The other person's rating is included only after one's own was given. */
export interface Ratings {
  readonly yours?: CoachingRating;
  readonly others?: CoachingRating;
}

/** A debrief that was held and can be rated. */
export interface RatedDebrief {
  readonly debriefId: string;
  readonly you: 'rep' | 'supervisor';
  readonly rep: string;
  readonly supervisor: string;
  readonly customerName: string;
  readonly closedAt: string;
  readonly ratings: Ratings;
}

export const debriefsToRate = (): Promise<{ readonly debriefs: readonly RatedDebrief[] }> =>
  request('GET', '/api/debriefs/to-rate');

export const rateCoaching = (
  debriefId: string,
  value: number,
  comment: string | undefined,
): Promise<RatedDebrief> =>
  request('POST', `/api/debriefs/${debriefId}/rating`, {
    value,
    ...(comment && { comment }),
  });

/** A reason that came back for several reps of one manager. */
export interface TrainingSignal {
  readonly signalId: string;
  readonly reason: string;
  readonly raisedAt: string;
  readonly manager?: string;
  readonly reps: readonly string[];
  /** The latest calls, out of `total`. */
  readonly calls: readonly {
    readonly callId: string;
    readonly repName: string;
    readonly customerName: string;
    readonly opportunityId?: string;
    readonly startedAt: string;
  }[];
  readonly total: number;
  readonly decision?: {
    readonly status: 'planned' | 'dismissed';
    readonly note: string;
    readonly by: string;
    readonly at: string;
  };
}

export interface TrainingSignals {
  readonly signals: readonly TrainingSignal[];
  /** Whether this person may read how new reps progress. */
  readonly mayReadFirstDays: boolean;
}

export const trainingSignals = (): Promise<TrainingSignals> =>
  request('GET', '/api/training-signals');

export const decideTraining = (
  signalId: string,
  status: 'planned' | 'dismissed',
  note: string,
): Promise<TrainingSignal> =>
  request('POST', `/api/training-signals/${signalId}/decision`, { status, note });

/** A rate or mean with its number of calls and 95 % interval. */
export interface Measured {
  readonly n: number;
  readonly value?: number;
  readonly interval?: { readonly low: number; readonly high: number };
}

/** `changed`: the two intervals do not overlap. */
export interface Compared {
  readonly first: Measured;
  readonly later: Measured;
  readonly changed: boolean;
}

/** Reps in days 1 to 30 and in days 61 to 90. `waiting` have not completed the latter. */
export interface FirstDays {
  readonly reps: readonly {
    readonly userId: string;
    readonly name: string;
    /** YYYY-MM-DD. */
    readonly since: string;
    readonly barges: Compared;
    readonly alerts?: Compared;
    readonly scores: Compared;
  }[];
  readonly total: number;
  readonly waiting: readonly {
    readonly userId: string;
    readonly name: string;
    readonly completeOn: string;
  }[];
}

export const firstDays = (): Promise<FirstDays> => request('GET', '/api/coaching/first-days');
