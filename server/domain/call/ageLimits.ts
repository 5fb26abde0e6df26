/** How old what the CRM said may be. The org sets it. */
export interface AgeLimits {
  /** For granting something new: a join, a louder mode, an administrator's act. */
  readonly grantingMs: number;
  /** For going on with what was granted: counts from when it became too old for granting. */
  readonly goingOnMs: number;
}

export const DEFAULT_AGE_LIMITS: AgeLimits = { grantingMs: 2 * 60_000, goingOnMs: 10 * 60_000 };

/** Whether nothing new may be granted by what was last confirmed then. */
export const isTooOldToGrant = (
  asOf: string,
  now: string,
  { grantingMs }: Pick<AgeLimits, 'grantingMs'>,
): boolean => Date.parse(now) - Date.parse(asOf) > grantingMs;
