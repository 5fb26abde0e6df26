/** How old what the CRM said may be. The org sets it. */
export interface AgeLimits {
  /** For granting something new: a join, a mode with a wider audience, an administrator's act. */
  readonly grantingMs: number;
  /**
   * For how long a granted intervention may continue audibly, counted from when the data became too
   * old for granting. Then the supervisor is silenced, and `LISTENING_MS` later removed from the
   * call.
   */
  readonly goingOnMs: number;
}

export const DEFAULT_AGE_LIMITS: AgeLimits = { grantingMs: 2 * 60_000, goingOnMs: 15 * 60_000 };

/** How long a supervisor who was silenced because rights are unknown may go on listening. */
export const LISTENING_MS = 5 * 60_000;

/** What happens to a running intervention while the CRM does not answer, and when, in ISO 8601. */
export interface WhileAway {
  readonly silentAt: string;
  readonly offAt: string;
}

/** @param unknownSince when the rights became too old to grant anything by, in epoch ms */
export function whileAway(
  unknownSince: number,
  { goingOnMs }: Pick<AgeLimits, 'goingOnMs'>,
): WhileAway {
  const silentAt = unknownSince + goingOnMs;
  return {
    silentAt: new Date(silentAt).toISOString(),
    offAt: new Date(silentAt + LISTENING_MS).toISOString(),
  };
}

/** Whether nothing new may be granted by what was last confirmed then. */
export const isTooOldToGrant = (
  asOf: string,
  now: string,
  { grantingMs }: Pick<AgeLimits, 'grantingMs'>,
): boolean => Date.parse(now) - Date.parse(asOf) > grantingMs;

/** What a person is told while the CRM does not answer. */
export type CrmAge =
  /** What it said last is still new enough to grant by. */
  | { readonly grantsUntil: string; readonly staleSince?: undefined }
  | {
      readonly grantsUntil?: undefined;
      /** When it was last confirmed. Nothing new is granted. */
      readonly staleSince: string;
      readonly whileAway: WhileAway;
    };

/** @param asOf when what decides about the person was last confirmed */
export const crmAge = (asOf: string, now: string, limits: AgeLimits): CrmAge =>
  isTooOldToGrant(asOf, now, limits)
    ? staleSince(asOf, limits)
    : { grantsUntil: new Date(unknownSinceOf(asOf, limits)).toISOString() };

/** @param asOf when what decides about the person was last confirmed */
export const staleSince = (asOf: string, limits: AgeLimits): CrmAge => ({
  staleSince: asOf,
  whileAway: whileAway(unknownSinceOf(asOf, limits), limits),
});

const unknownSinceOf = (asOf: string, { grantingMs }: AgeLimits): number =>
  Date.parse(asOf) + grantingMs;
