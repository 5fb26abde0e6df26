/** How long an org waits for the outcome of an intervention. */
export interface OutcomeTime {
  /** From the end of the intervention. The supervisor is reminded once when it has passed. */
  readonly outcomeDueMs: number;
}

/**
 * After this multiple of the due time, the supervisor's managers see that the outcome is missing.
 */
const LATE_AFTER = 2;

/** When the outcome of an intervention that ended then is due. ISO 8601. */
export const outcomeDueAt = (leftAt: string, { outcomeDueMs }: OutcomeTime): string =>
  new Date(Date.parse(leftAt) + outcomeDueMs).toISOString();

/** The end of the last intervention whose outcome is due now. ISO 8601. */
export const dueSince = (now: string, { outcomeDueMs }: OutcomeTime): string =>
  new Date(Date.parse(now) - outcomeDueMs).toISOString();

/** The end of the last intervention whose outcome is so late that the managers see it. ISO 8601. */
export const lateSince = (now: string, { outcomeDueMs }: OutcomeTime): string =>
  dueSince(now, { outcomeDueMs: LATE_AFTER * outcomeDueMs });
