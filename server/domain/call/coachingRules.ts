import { DEFAULT_DEBRIEF_RULES, type DebriefRules } from './debriefRules.ts';
import type { Mode } from './modes.ts';
import type { ReasonCode } from './reasons.ts';
import { DEFAULT_TRAINING_RULES, type TrainingRules } from './trainingRules.ts';

/** An org's settings for help during calls, and for coaching after them. */
export interface CoachingRules {
  /** How long a help request is offered to the best helpers before it is offered to more people. */
  readonly helpStepMs: number;
  /** How long a help request stays open. */
  readonly helpOpenMs: number;
  /** When help requests also ring the phones of supervisors who are reached there. */
  readonly helpPhones?: QuietHours;
  /** A barge that lasts longer is said to the supervisor. */
  readonly bargeGuideMs: number;
  /**
   * After this much silence of a supervisor whom the customer hears, the call is handed back to the
   * rep automatically; undefined for never.
   */
  readonly stepDownMs?: number;
  /** Whether administrators may read text whispers, which is audited. */
  readonly auditorsReadTexts: boolean;
  /** Reasons with which supervisors may monitor customers who have declined. */
  readonly declinedReasons: readonly ReasonCode[];
  /** Whether a customer who does not want to be monitored is not on later calls either. */
  readonly declinedStays: boolean;
  /** How many calls of a rep are sampled in a week, and for how long all of a new rep's are. */
  readonly sampledPerWeek: number;
  readonly newRepDays: number;
  /** Modes that want the supervisors' course first. */
  readonly courseBefore: readonly Mode[];
  /** The address of the quality form of an intervention, with places for ids. */
  readonly qualityForm?: string;
  /** Tags for interventions besides their reason, such as a product launch. */
  readonly tags: readonly string[];
  /** How long an outcome may stay open before its supervisor is reminded. */
  readonly outcomeDueMs: number;
  /** When debriefs are due, and what follows where they are not held. */
  readonly debriefs: DebriefRules;
  /** In how many of the rep's next calls a reason must not come back after its debrief. */
  readonly watchedCalls: number;
  /** When a reason that comes back across a team is said to its manager and coaches. */
  readonly training: TrainingRules;
}

/** Full hours by each person's own clock; they may run past midnight. None where both are equal. */
export interface QuietHours {
  readonly quietFromHour: number;
  readonly quietUntilHour: number;
}

/** From the evening until the morning. */
export const DEFAULT_QUIET_HOURS: QuietHours = { quietFromHour: 19, quietUntilHour: 8 };

/**
 * Where the quality form of an intervention is: `{callId}` and `{interventionId}` stand for theirs. Undefined
 * for a template that names neither, or is not an https address.
 */
export function qualityFormUrl(
  template: string | undefined,
  ids: { readonly callId: string; readonly interventionId: string },
): string | undefined {
  if (!template || !URL.canParse(template) || !/\{(callId|interventionId)\}/.test(template))
    return undefined;
  if (new URL(template).protocol !== 'https:') return undefined;
  return template.replace(/\{(callId|interventionId)\}/g, (_place, name: keyof typeof ids) =>
    encodeURIComponent(ids[name]),
  );
}

export const DEFAULT_COACHING_RULES: CoachingRules = {
  helpStepMs: 15_000,
  helpOpenMs: 5 * 60_000,
  bargeGuideMs: 3 * 60_000,
  stepDownMs: 2 * 60_000,
  auditorsReadTexts: false,
  declinedReasons: ['legal_or_regulatory', 'mandatory_disclosure', 'rep_safety'],
  declinedStays: true,
  sampledPerWeek: 2,
  newRepDays: 28,
  courseBefore: [],
  tags: [],
  outcomeDueMs: 24 * 3_600_000,
  debriefs: DEFAULT_DEBRIEF_RULES,
  watchedCalls: 10,
  training: DEFAULT_TRAINING_RULES,
};
