/**
 * Why a supervisor steps in, and how it ended, as codes. Which codes an org offers, and what they
 * are called, is in its vocabulary (D8, G22, V8, P6, R6).
 */
export type ReasonCode = string;
export type OutcomeCode = string;

interface ShippedReason {
  readonly family: string;
  readonly noteRequired?: true;
}

/** The reasons of an org that has not written its own. */
export const SHIPPED_REASONS = {
  customer_asks_manager: { family: 'escalation' },
  cancellation_threat: { family: 'escalation' },
  legal_or_regulatory: { family: 'escalation' },
  crisis_communication: { family: 'escalation' },
  exception_needed: { family: 'complex' },
  technical_expertise: { family: 'complex' },
  billing_dispute: { family: 'complex' },
  account_security: { family: 'complex' },
  language_support: { family: 'complex' },
  strategic_account: { family: 'high_value' },
  large_deal: { family: 'high_value' },
  decision_maker: { family: 'high_value' },
  mandatory_disclosure: { family: 'mandatory' },
  approval_needed: { family: 'mandatory' },
  objection_help: { family: 'opportunity' },
  negotiation_help: { family: 'opportunity' },
  close_assist: { family: 'opportunity' },
  sales_opportunity: { family: 'opportunity' },
  rep_support: { family: 'rep' },
  stumped_rep: { family: 'rep' },
  new_rep_support: { family: 'rep' },
  knowledge_transfer: { family: 'rep' },
  model_response: { family: 'rep' },
  rep_safety: { family: 'rep' },
  abusive_customer: { family: 'rep' },
  rep_mistake: { family: 'quality' },
  off_message: { family: 'quality' },
  compliance_language: { family: 'quality' },
  methodology_deviation: { family: 'quality' },
  planned_three_way: { family: 'planned' },
  positive_recognition: { family: 'planned' },
  other: { family: 'other', noteRequired: true },
} as const satisfies Record<string, ShippedReason>;
export type ShippedReasonCode = keyof typeof SHIPPED_REASONS;

/** The outcomes of an org that has not written its own, and whether each counts as saved. */
export const SHIPPED_OUTCOMES = {
  resolved: { countsAsSaved: true },
  saved: { countsAsSaved: true },
  advanced: { countsAsSaved: true },
  no_change: { countsAsSaved: false },
  escalated_further: { countsAsSaved: false },
  lost: { countsAsSaved: false },
  customer_hung_up: { countsAsSaved: false },
} as const;
export type ShippedOutcomeCode = keyof typeof SHIPPED_OUTCOMES;
