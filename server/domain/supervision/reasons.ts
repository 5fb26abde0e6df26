/** Reasons and outcomes of interventions: the codes that reports count (D8, G22, V8, P6, R6). */
export type ReasonFamily =
  | 'escalation' | 'complex' | 'high_value' | 'mandatory' | 'opportunity' | 'rep' | 'quality' | 'planned' | 'other';

interface ReasonDefinition { readonly family: ReasonFamily; readonly label: string; readonly noteRequired?: true }

export const REASONS = {
  customer_asks_manager: { family: 'escalation', label: 'Customer asks for a manager' },
  cancellation_threat: { family: 'escalation', label: 'Customer threatens to cancel' },
  legal_or_regulatory: { family: 'escalation', label: 'Legal or regulatory matter' },
  exception_needed: { family: 'complex', label: 'Exception or large refund needed' },
  technical_expertise: { family: 'complex', label: 'Technical expertise needed' },
  billing_dispute: { family: 'complex', label: 'Billing dispute' },
  account_security: { family: 'complex', label: 'Account security' },
  strategic_account: { family: 'high_value', label: 'Strategic account' },
  large_deal: { family: 'high_value', label: 'Large deal' },
  decision_maker: { family: 'high_value', label: 'Key decision maker on the line' },
  mandatory_disclosure: { family: 'mandatory', label: 'Mandatory disclosure' },
  approval_needed: { family: 'mandatory', label: 'Approval by a licensed person' },
  objection_help: { family: 'opportunity', label: 'Help with an objection' },
  negotiation_help: { family: 'opportunity', label: 'Help in negotiation' },
  close_assist: { family: 'opportunity', label: 'Help to close' },
  rep_support: { family: 'rep', label: 'Rep asked for support' },
  new_rep_support: { family: 'rep', label: 'New rep' },
  rep_safety: { family: 'rep', label: 'Rep distress or safety' },
  abusive_customer: { family: 'rep', label: 'Abusive customer' },
  off_message: { family: 'quality', label: 'Off message' },
  compliance_language: { family: 'quality', label: 'Compliance language missing' },
  planned_three_way: { family: 'planned', label: 'Planned three-way call' },
  positive_recognition: { family: 'planned', label: 'Positive recognition' },
  other: { family: 'other', label: 'Other', noteRequired: true },
} as const satisfies Record<string, ReasonDefinition>;

export type ReasonCode = keyof typeof REASONS;

export const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(REASONS, code);
export const noteRequiredFor = (code: ReasonCode): boolean => (REASONS[code] as ReasonDefinition).noteRequired === true;

export const OUTCOMES = {
  resolved: 'Resolved',
  saved: 'Customer saved',
  advanced: 'Deal advanced',
  no_change: 'No change',
  escalated_further: 'Escalated further',
  lost: 'Lost',
  customer_hung_up: 'Customer hung up',
} as const;

export type OutcomeCode = keyof typeof OUTCOMES;

export const isOutcomeCode = (code: string): code is OutcomeCode => Object.hasOwn(OUTCOMES, code);
