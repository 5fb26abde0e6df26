/**
 * The clock by which leases run out. While Dealside itself is stopped (a paused process, an
 * unavailable database), no heartbeat can be written, so afterwards softphones get a grace period
 * before leases count again. Numbers are epoch milliseconds.
 */
export interface LeaseClock {
  readonly lastBeatAt: number;
  /** Leases count from here on. */
  readonly countsFrom: number;
  readonly graceGivenAt: number;
}

/** The interval of the beats. */
export const LEASE_BEAT_MS = 1_000;
/** A longer time between two beats is a standstill. */
const STANDSTILL_MS = 3_000;
/**
 * Grace is not prolonged by further standstills within this time: a Dealside that is slow all the
 * time must still notice that a softphone is gone.
 */
const GRACE_APART_MS = 20_000;

/**
 * The clock after a beat. Without a clock before, as at the start or after a beat that failed,
 * heartbeats were missed for an unknown time.
 */
export function beat(before: LeaseClock | undefined, now: number, graceMs: number): LeaseClock {
  if (!before) return { lastBeatAt: now, countsFrom: now + graceMs, graceGivenAt: now };
  const stoodStill = now - before.lastBeatAt > STANDSTILL_MS;
  return stoodStill && now - before.graceGivenAt > GRACE_APART_MS
    ? { lastBeatAt: now, countsFrom: now + graceMs, graceGivenAt: now }
    : { ...before, lastBeatAt: now };
}

/** Whether leases may run out at `now`, in epoch milliseconds. */
export const doLeasesCount = ({ countsFrom }: LeaseClock, now: number): boolean =>
  now >= countsFrom;
