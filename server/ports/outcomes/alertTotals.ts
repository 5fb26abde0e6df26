import type { CountedAlerts } from '../../domain/outcomes/alertWorth.ts';
import type { OutcomesQuestion } from '../../domain/outcomes/totals.ts';
import type { CountedTrust } from '../../domain/outcomes/trust.ts';
import type { CountedReps } from './callDays.ts';

/** Alerts by rule, whatever the reason that is asked for. Source: PostgreSQL. */
export interface AlertTotals {
  counted(question: OutcomesQuestion, reps: CountedReps): Promise<CountedAlerts>;
}

/** Refusals, and faults of the audit and of the audio. Source: PostgreSQL. */
export interface TrustTotals {
  /** On calls of these reps, answered or not, until the calls ended. */
  refusals(question: OutcomesQuestion, reps: CountedReps): Promise<CountedTrust['refusals']>;
  /** Of the org in days of UTC; the audio checks are those of the carrier's account. */
  ofOrg(
    question: Pick<OutcomesQuestion, 'orgId' | 'from' | 'to'>,
  ): Promise<NonNullable<CountedTrust['org']>>;
}
