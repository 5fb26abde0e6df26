/** How long after each failed attempt a message waits. After the last one it is dead-lettered for an administrator. */
const DELAYS_MS = [1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 3_600_000, 7_200_000, 14_400_000, 28_800_000, 43_200_000];

/** The wait after the given attempt (1 for the first), with jitter; undefined when it was the last. */
export function retryDelayMs(attempts: number, random = Math.random): number | undefined {
  const delay = DELAYS_MS[attempts - 1];
  return delay === undefined ? undefined : Math.round(delay * (0.75 + random() / 2));
}
