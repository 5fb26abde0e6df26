import type {
  Rating,
  Survey,
  SurveyAnswer,
  SurveyFault,
  SurveyReading,
} from '../../domain/survey/survey.ts';

/** Where a page of answers begins: after the one that was changed then. */
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
   * Answers that were changed after a place, the one first that was changed first, deleted ones too;
   * at most so many. One request, and few more where answers name activities. Throws CrmProblem.
   */
  answers(
    orgId: string,
    survey: Survey,
    after: AnswerPlace,
    limit: number,
  ): Promise<readonly SurveyAnswer[]>;
}

/** How far a survey is read: the answer that was read last. */
export interface RatingMark extends AnswerPlace {
  /** Whether nothing was left. */
  readonly isCaughtUp: boolean;
}

/** What is known of the answers of an org. */
interface RatingCounts {
  readonly joined: number;
  /** Of no call that is known. */
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
   * Keeps ratings, each with the call that it is of, forgets those that are gone, and moves the mark.
   * One transaction. Those of erased customers stay without a call. Another survey than before
   * replaces all that was kept.
   */
  keep(
    orgId: string,
    survey: Survey,
    ratings: readonly Rating[],
    mark: RatingMark & { readonly readAt: string },
  ): Promise<void>;
  counts(orgId: string): Promise<RatingCounts>;
}

/** What callers said of calls by a key. Source: PostgreSQL. */
export interface KeyedRatings {
  /**
   * Keeps the first one of a call, and makes its day due. One transaction. Of a call that is not
   * known, and of an erased caller, nothing is kept.
   */
  storeOnce(
    callId: string,
    rating: { readonly score: number; readonly isGood: boolean },
    at: string,
  ): Promise<void>;
}
