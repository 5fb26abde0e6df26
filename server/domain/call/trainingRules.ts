/** When a reason that comes back across a team is a signal that the team lacks a training. */
export interface TrainingRules {
  /** The least number of reps. */
  readonly reps: number;
  /** The least number of calls. */
  readonly calls: number;
  /** The number of days. */
  readonly days: number;
}

export const DEFAULT_TRAINING_RULES: TrainingRules = { reps: 3, calls: 5, days: 30 };
