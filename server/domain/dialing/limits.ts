import { refusal, type Refusal } from '../call/refusals.ts';
import type { DialLimits } from './policy.ts';

type DialWindow = keyof DialLimits;
const DIAL_WINDOWS: readonly DialWindow[] = ['minute', 'hour', 'day'];

/** How long each limit looks back, in milliseconds. */
export const DIAL_WINDOW_MS: Readonly<Record<DialWindow, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** The calls that a rep placed in a window: how many, and when the first of them. */
interface DialCount {
  readonly count: number;
  readonly firstAt?: string;
}
export type RecentDials = Readonly<Record<DialWindow, DialCount>>;

/** Whether a rep has placed as many calls as the org allows; of several limits, the longest. Pure. */
export function decideLimits(recent: RecentDials, limits: DialLimits): Refusal | undefined {
  const reached = DIAL_WINDOWS.findLast((window) => recent[window].count >= limits[window]);
  if (!reached) return undefined;
  const { firstAt } = recent[reached];
  return refusal('too_many_calls', {
    wording: `too_many_calls.${reached}`,
    values: { limit: limits[reached] },
    ...(firstAt && {
      until: new Date(Date.parse(firstAt) + DIAL_WINDOW_MS[reached]).toISOString(),
    }),
  });
}
