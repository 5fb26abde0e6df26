/** Reasons and outcomes of interventions: the codes that reports count (D8, G22, V8, P6, R6). */
type ReasonFamily =
  | 'escalation'
  | 'complex'
  | 'high_value'
  | 'mandatory'
  | 'opportunity'
  | 'rep'
  | 'quality'
  | 'planned'
  | 'other';

interface ReasonDefinition {
  readonly family: ReasonFamily;
  readonly noteRequired?: true;
}

export const REASONS = {
  customer_asks_manager: { family: 'escalation' },
  cancellation_threat: { family: 'escalation' },
  legal_or_regulatory: { family: 'escalation' },
  exception_needed: { family: 'complex' },
  technical_expertise: { family: 'complex' },
  billing_dispute: { family: 'complex' },
  account_security: { family: 'complex' },
  strategic_account: { family: 'high_value' },
  large_deal: { family: 'high_value' },
  decision_maker: { family: 'high_value' },
  mandatory_disclosure: { family: 'mandatory' },
  approval_needed: { family: 'mandatory' },
  objection_help: { family: 'opportunity' },
  negotiation_help: { family: 'opportunity' },
  close_assist: { family: 'opportunity' },
  rep_support: { family: 'rep' },
  new_rep_support: { family: 'rep' },
  rep_safety: { family: 'rep' },
  abusive_customer: { family: 'rep' },
  off_message: { family: 'quality' },
  compliance_language: { family: 'quality' },
  planned_three_way: { family: 'planned' },
  positive_recognition: { family: 'planned' },
  other: { family: 'other', noteRequired: true },
} as const satisfies Record<string, ReasonDefinition>;

export type ReasonCode = keyof typeof REASONS;

export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);
export const noteRequiredFor = (code: ReasonCode): boolean =>
  (REASONS[code] as ReasonDefinition).noteRequired === true;

export const OUTCOME_CODES = [
  'resolved',
  'saved',
  'advanced',
  'no_change',
  'escalated_further',
  'lost',
  'customer_hung_up',
] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];

export const isOutcomeCode = (code: string): code is OutcomeCode =>
  OUTCOME_CODES.some((one) => one === code);
