/**
 * The delay after each failed attempt, 1 s to 12 h. A message that fails after the last one is
 * dead-lettered.
 */
const DELAYS_MS = [
  1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 3_600_000, 7_200_000, 14_400_000,
  28_800_000, 43_200_000,
];

/**
 * For a message whose org is away, however often it was tried: it is never dead-lettered. It goes
 * as soon as the org is seen to be back, and after this delay in any case.
 */
export const AWAY_RETRY_MS = 15 * 60_000;

/**
 * Returns the delay in milliseconds after the nth attempt (from 1), with 25 % jitter; undefined
 * after the last.
 */
export function retryDelayMs(attempts: number, random = Math.random): number | undefined {
  const delay = DELAYS_MS[attempts - 1];
  return delay === undefined ? undefined : Math.round(delay * (0.75 + random() / 2));
}
