/** The hours of Monday to Friday in which people work, each by their own clock. */
export interface WorkingHours {
  /** From 0 to 23. */
  readonly fromHour: number;
  /** From 1 to 24. */
  readonly untilHour: number;
}

/** An org's settings for the dates of debriefs. */
export interface DebriefRules {
  /** Within how many working days of its outcome a debrief is due, unless the supervisor says. */
  readonly dueDays: number;
  /** How long before it is due both are reminded. */
  readonly remindMs: number;
  /** How many working days after it was due it is escalated. */
  readonly escalateDays: number;
  /** The recipient's user id; undefined for the supervisor's manager. */
  readonly escalateTo?: string;
  readonly hours: WorkingHours;
}

export const DEFAULT_DEBRIEF_RULES: DebriefRules = {
  dueDays: 2,
  remindMs: 24 * 3_600_000,
  escalateDays: 2,
  hours: { fromHour: 9, untilHour: 17 },
};

/** Notifications of a debrief that time causes, each sent once. */
export const DUE_STEPS = ['remind', 'due', 'escalate'] as const;
export type DueStep = (typeof DUE_STEPS)[number];

/** The subject of a debrief notification. */
export type DebriefNotice = 'planned' | 'booked' | 'moved' | DueStep;

/** Whose part is next: the rep scores first, then the supervisor, then the rep reads it. */
export type DebriefStage = 'rep_scores' | 'supervisor_scores' | 'rep_reads' | 'ready';

/** Why a call is in the sample. */
export type SampledBecause = 'chance' | 'new_rep';
