import type { Place } from '../call/people.ts';

/** A notice to monitored employees that a law requires; one of an org's records. */
export interface EmployeeNotice {
  readonly name: string;
  readonly country: string;
  /** Absent for the whole country. */
  readonly region?: string;
  readonly text: string;
  /**
   * The day from which it applies, YYYY-MM-DD. A new day makes a new notice that must be
   * acknowledged again.
   */
  readonly effectiveOn: string;
  /** Nobody monitors an employee who has not acknowledged it. */
  readonly blocks: boolean;
  /** The number of days after which it must be acknowledged again. */
  readonly reissueDays?: number;
}

/** Which notice an employee has acknowledged, and when. */
export interface AcknowledgedNotice {
  readonly key: string;
  readonly at: string;
}

const DAY_MS = 86_400_000;

/** Names one issue of a notice. */
export const keyOf = ({ name, effectiveOn }: EmployeeNotice): string => `${name}@${effectiveOn}`;

/** The notices in force for somebody who works at this place. */
export const noticesAt = (
  notices: readonly EmployeeNotice[],
  place: Place | undefined,
  now: string,
): EmployeeNotice[] =>
  notices.filter(
    ({ country, region, effectiveOn }) =>
      place?.country === country &&
      (region === undefined || region === place.region) &&
      effectiveOn <= now.slice(0, 'YYYY-MM-DD'.length),
  );

/** When the latest acknowledgement of this issue was given, if it still counts. */
export function acknowledgedAt(
  notice: EmployeeNotice,
  acknowledged: readonly AcknowledgedNotice[],
  now: string,
): string | undefined {
  const latest = acknowledged
    .filter(({ key }) => key === keyOf(notice))
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  if (latest === undefined || notice.reissueDays === undefined) return latest;
  const isOver = Date.parse(now) - Date.parse(latest) >= notice.reissueDays * DAY_MS;
  return isOver ? undefined : latest;
}

/** Whether this employee may not be monitored yet: a law of their place wants it acknowledged. */
export const blocksMonitoring = (
  notices: readonly EmployeeNotice[],
  acknowledged: readonly AcknowledgedNotice[],
  now: string,
): boolean =>
  notices.some(
    (notice) => notice.blocks && acknowledgedAt(notice, acknowledged, now) === undefined,
  );
