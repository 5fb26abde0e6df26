import type { BehindPlace, BehindQuestion, CallBehind } from '../../domain/outcomes/behind.ts';
import type { CountedReps } from './callDays.ts';

/** The calls behind the totals. Source: PostgreSQL. */
export interface CallsBehind {
  /**
   * At most `size` calls of these reps, the one that was answered last first; after a place, those
   * before it. Covert interventions count for their supervisor, and for who knows of all of them.
   */
  page(
    question: BehindQuestion,
    reps: CountedReps,
    reader: { readonly userId: string; readonly knowsCovert: boolean },
    size: number,
    after?: BehindPlace,
  ): Promise<CallBehind[]>;
}
