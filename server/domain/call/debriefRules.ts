/** The hours of Monday to Friday in which people work, each by their own clock. */
export interface WorkingHours {
  /** From 0 to 23. */
  readonly fromHour: number;
  /** From 1 to 24. */
  readonly untilHour: number;
}

/** What an org decides about when debriefs are held. */
export interface DebriefRules {
  /** Within how many working days of its outcome a debrief is due, unless the supervisor says. */
  readonly dueDays: number;
  /** How long before it is due both are reminded. */
  readonly remindMs: number;
  /** How many working days after it was due it is escalated. */
  readonly escalateDays: number;
  /** To whom, by user id; undefined for the supervisor's manager. */
  readonly escalateTo?: string;
  readonly hours: WorkingHours;
}

export const DEFAULT_DEBRIEF_RULES: DebriefRules = {
  dueDays: 2,
  remindMs: 24 * 3_600_000,
  escalateDays: 2,
  hours: { fromHour: 9, untilHour: 17 },
};

/** What is said of a debrief because time passes, each once. */
export const DUE_STEPS = ['remind', 'due', 'escalate'] as const;
export type DueStep = (typeof DUE_STEPS)[number];

/** What a notification says of a debrief. */
export type DebriefNotice = 'booked' | 'moved' | DueStep;
