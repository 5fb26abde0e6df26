import { wilsonInterval, type Interval } from '../statistics/proportions.ts';

/** A share with its n. Not measured where nothing was counted. */
export interface Share {
  readonly events: number;
  readonly n: number;
  readonly interval: Interval;
}

/** More than all is a fault of counting, and is shown as it is; the interval knows no more than all. */
export const shareOf = (events: number, n: number): Share => ({
  events,
  n,
  interval: wilsonInterval({ events: Math.min(events, n), n }),
});
