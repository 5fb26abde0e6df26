/**
 * The delay after each failed attempt, from 1 s to 12 h. After the last one, a message becomes a
 * dead letter.
 */
const DELAYS_MS = [
  1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 3_600_000, 7_200_000, 14_400_000,
  28_800_000, 43_200_000,
];

/**
 * The delay for a message whose org is away, however often it was tried; it never becomes a dead
 * letter. It is delivered earlier if the org comes back earlier.
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
