import type { Language } from './language.ts';

/**
 * The purpose of a call. A practice call has a scripted customer and does not count in figures,
 * records or limits of real calls.
 */
export type CallPurpose = { readonly kind: 'customer' } | Practice;

/** A rep's practice call of a scenario. */
export interface Practice {
  readonly kind: 'practice';
  /** The code of the scenario: `SCENARIOS` in domain/practice/scenarios.ts. */
  readonly scenario: string;
  /** The language in which the customer speaks. */
  readonly language: Language;
  /** The rep's review of the call; a later one replaces it. */
  readonly review?: PracticeReview;
}

/** The items of the scenario's checklist that the rep ticked, by their codes. */
export interface PracticeReview {
  readonly ticked: readonly string[];
  readonly at: string;
}

interface WithPurpose {
  readonly purpose: CallPurpose;
}

/** The practice that a call is; undefined of a customer's call. */
export const practiceOf = ({ purpose }: WithPurpose): Practice | undefined =>
  purpose.kind === 'practice' ? purpose : undefined;

/** Whether the call is a practice call. */
export const isPractice = (call: WithPurpose): boolean => practiceOf(call) !== undefined;

/** The purpose of every call that is not a practice call. */
export const WITH_CUSTOMER: CallPurpose = { kind: 'customer' };
