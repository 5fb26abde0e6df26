import type {
  Rating,
  Survey,
  SurveyAnswer,
  SurveyFault,
  SurveyReading,
} from '../../domain/survey/survey.ts';

/** Where a page of answers begins: after the answer that was changed at this time. */
export interface AnswerPlace {
  readonly changedAt: string;
  /** Empty: with all that were changed then. */
  readonly answerId: string;
}

/** A survey, or what is wrong with its record and in which of the record's fields. */
export type SurveyStanding =
  | Exclude<SurveyReading, { readonly status: 'faulty' }>
  | {
      readonly status: 'faulty';
      readonly fault: SurveyFault & { readonly recordField: string };
    };

/** The survey of an org, checked against its own objects. Source: the CRM. */
export interface CrmSurveys {
  /** Throws CrmUnavailable. */
  of(orgId: string): Promise<SurveyStanding>;
  /**
   * At most `limit` answers that were changed after a place, earliest change first, including
   * deleted ones. Takes one request, and a few more if answers name activities. Throws CrmProblem.
   */
  answers(
    orgId: string,
    survey: Survey,
    page: { readonly after: AnswerPlace; readonly limit: number },
  ): Promise<readonly SurveyAnswer[]>;
}

/** How far a survey is read: the answer that was read last. */
export interface RatingMark extends AnswerPlace {
  /** Whether nothing was left. */
  readonly isCaughtUp: boolean;
  /** When the reading that came this far began. */
  readonly readAt: string;
}

/** What is known of the answers of an org. */
interface RatingCounts {
  readonly joined: number;
  /** The number of ratings whose call is not known. */
  readonly apart: number;
  /** When the survey was read last. */
  readonly readAt?: string;
}

/** What customers said of calls. Source: PostgreSQL. */
export interface Ratings {
  /** Undefined where nothing was read of this survey, which may be another than before. */
  mark(orgId: string, survey: Survey): Promise<RatingMark | undefined>;
  /** When the oldest call of the org was answered. */
  firstCallAt(orgId: string): Promise<string | undefined>;
  /**
   * Stores ratings with their calls, removes deleted ones, and records how far the survey was read,
   * in one transaction. Ratings of erased customers keep no call. A different survey replaces all
   * stored ratings.
   */
  store(
    orgId: string,
    survey: Survey,
    answered: {
      readonly ratings: readonly Rating[];
      readonly mark: RatingMark;
    },
  ): Promise<void>;
  counts(orgId: string): Promise<RatingCounts>;
}

/** Ratings that callers gave by pressing a key. Source: PostgreSQL. */
export interface KeyedRatings {
  /**
   * Stores the first rating of a call and marks its day for counting, in one transaction. Stores
   * nothing for an unknown call or an erased caller.
   */
  storeOnce(
    callId: string,
    rating: { readonly score: number; readonly isGood: boolean },
    at: string,
  ): Promise<void>;
}
