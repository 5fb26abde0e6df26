import type { BehindPlace, BehindQuestion, CallBehind } from '../../domain/outcomes/behind.ts';
import type { CountedReps } from './callDays.ts';

/** The calls behind the totals. Source: PostgreSQL. */
export interface CallsBehind {
  /**
   * A page of calls, the one that was answered last first. Covert interventions count for their
   * supervisor, and for readers who know of all of them.
   */
  page(question: BehindQuestion, page: BehindPage): Promise<CallBehind[]>;
}

export interface BehindPage {
  readonly reps: CountedReps;
  readonly reader: { readonly userId: string; readonly knowsCovert: boolean };
  /** The most calls on it. */
  readonly size: number;
  /** It begins with the call that was answered before this one. */
  readonly after?: BehindPlace;
}
