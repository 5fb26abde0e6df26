/** What can be wrong with a record of a scorecard. */
export const SCORECARD_FAULTS = [
  'no_text',
  'unknown_kind',
  'few_choices',
  'repeated_choice',
  'reserved_choice',
  'long_choice',
  'negative_weight',
  'no_weight_at_all',
] as const;
export type ScorecardFaultCode = (typeof SCORECARD_FAULTS)[number];
