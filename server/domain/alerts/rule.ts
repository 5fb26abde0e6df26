import type { Language } from '../call/language.ts';
import type { Speaker } from '../transcript/line.ts';

/** What a rule watches for, as families of reasons to help. */
export const ALERT_FAMILIES = [
  'asks_for_manager',
  'threatens_to_cancel',
  'legal_or_regulator',
  'abuse',
  'beyond_authority',
  'competitor',
  'account_security',
  'disclosure_missing',
  'stumped_rep',
  'close_at_hand',
  'conversation',
] as const;
export type AlertFamily = (typeof ALERT_FAMILIES)[number];

/** `compliance` pages a person. */
export const SEVERITIES = ['info', 'attention', 'compliance'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Said by whom. */
export const RULE_SPEAKERS = ['customer', 'rep', 'either'] as const;

/**
 * The trigger of the alert. Durations in seconds, shares in percent of the words. `said` and
 * `not_said` look at words, the others at the numbers of the conversation.
 */
export type Trigger =
  | { readonly kind: 'said'; readonly phrases: readonly string[]; readonly withinWords: number }
  | {
      readonly kind: 'not_said';
      readonly phrases: readonly string[];
      readonly withinWords: number;
      readonly seconds: number;
    }
  /** Somebody has more than this share, once the call is that old. */
  | { readonly kind: 'talk_share'; readonly percent: number; readonly seconds: number }
  | { readonly kind: 'monologue'; readonly seconds: number }
  | { readonly kind: 'dead_air'; readonly seconds: number }
  /** Both spoke at once for this long within a minute. */
  | { readonly kind: 'crosstalk'; readonly seconds: number }
  | { readonly kind: 'call_length'; readonly seconds: number }
  /** The rep has asked for help, and nobody has come. */
  | { readonly kind: 'nobody_helps'; readonly seconds: number }
  /** The rep has asked for help, and everybody who may come is away or on another call. */
  | { readonly kind: 'nobody_free'; readonly seconds: number }
  /** The customer's words turned bad: from 0 to 100. */
  | { readonly kind: 'sentiment'; readonly percent: number };
export type TriggerKind = Trigger['kind'];
export const TRIGGER_KINDS = [
  'said',
  'not_said',
  'talk_share',
  'monologue',
  'dead_air',
  'crosstalk',
  'call_length',
  'nobody_helps',
  'nobody_free',
  'sentiment',
] as const satisfies readonly TriggerKind[];

/** One rule of an org. Conditions that are left out hold for every call. */
export interface AlertRule {
  /** The record's name; alerts refer to it. */
  readonly name: string;
  readonly label: string;
  readonly family: AlertFamily;
  readonly severity: Severity;
  readonly speaker: Speaker | 'either';
  readonly trigger: Trigger;
  /** Words are only looked for in this language. */
  readonly language?: Language;
  readonly queueIds?: readonly string[];
  readonly stages?: readonly string[];
  readonly minimumAmount?: number;
  /** The most alerts of this rule that a team is shown in an hour. Never of `compliance`. */
  readonly perTeamAndHour?: number;
}

/** The rules in force in an org. The version is of their content. */
export interface AlertRules {
  readonly version: string;
  readonly rules: readonly AlertRule[];
  /** Whether the customer's words are judged for how content they are. */
  readonly usesSentiment: boolean;
}
