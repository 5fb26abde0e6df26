import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { WaitingTotals } from '../../domain/outcomes/waiting.ts';
import type { CountedReps } from './callDays.ts';

/** How callers fared, whatever the direction and reason that are asked for. Source: PostgreSQL. */
export interface WaitingTotalsStore {
  periods(
    question: OutcomesQuestion,
    by: 'day' | 'week',
    reps: CountedReps,
  ): Promise<WaitingTotals[]>;
}
