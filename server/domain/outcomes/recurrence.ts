import { shareOf, type Share } from './share.ts';

/** Debriefs with the same reason, by what became of it in the rep's next calls. */
export interface RecurrenceCount {
  readonly reasonCode: string;
  /** All of the next calls are over; and with how many of these debriefs the reason came back. */
  readonly complete: number;
  readonly again: number;
  /** The rep does not have as many calls yet. */
  readonly watching: number;
}

interface Recurrence {
  readonly reasonCode: string;
  readonly again: Share;
  readonly watching: number;
}

export interface RecurrenceReport {
  /** In how many of the rep's next calls the reason is looked for. */
  readonly of: number;
  readonly all: Omit<Recurrence, 'reasonCode'>;
  readonly reasons: readonly Recurrence[];
}

/**
 * How often the reason of a debrief came back. Only debriefs count whose next calls are all over: a
 * reason that came back is known sooner than one that did not.
 */
export const recurrenceReport = (
  counts: readonly RecurrenceCount[],
  of: number,
): RecurrenceReport => {
  const sum = (read: (one: RecurrenceCount) => number): number =>
    counts.reduce((all, one) => all + read(one), 0);
  return {
    of,
    all: {
      again: shareOf(
        sum(({ again }) => again),
        sum(({ complete }) => complete),
      ),
      watching: sum(({ watching }) => watching),
    },
    reasons: counts
      .map(({ reasonCode, again, complete, watching }) => ({
        reasonCode,
        again: shareOf(again, complete),
        watching,
      }))
      .sort((a, b) => b.again.n - a.again.n || a.reasonCode.localeCompare(b.reasonCode)),
  };
};
