/** When a reason that comes back across a team is a signal that the team lacks a training. */
export interface TrainingRules {
  /** On the calls of at least so many reps. */
  readonly reps: number;
  /** On at least so many calls. */
  readonly calls: number;
  /** Within so many days. */
  readonly days: number;
}

export const DEFAULT_TRAINING_RULES: TrainingRules = { reps: 3, calls: 5, days: 30 };
