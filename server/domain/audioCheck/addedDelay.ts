import type { Mode, PartyRole } from '../call/modes.ts';

/**
 * How much later the customer hears the rep because a supervisor is on the call. The rep of the
 * audio check plays markers all the time: first to the customer alone, then with the supervisor in
 * each mode (D40).
 */
export const MARKED_SPEAKER: PartyRole = 'rep';
export const MARKED_LISTENER: PartyRole = 'customer';

/** The modes that are compared with the call without a supervisor. */
export const DELAY_MODES = ['monitor', 'whisper', 'barge'] as const satisfies readonly Mode[];
type DelayMode = (typeof DELAY_MODES)[number];

/** A marker that was played or heard. */
export interface Marker {
  /** Which of the few that follow each other. */
  readonly tone: number;
  /** On the clock that all instances share. Says in which mode it was. */
  readonly atMs: number;
  /**
   * On the carrier's clock of this stream, which begins anywhere: a difference between two streams
   * means something only beside another difference.
   */
  readonly streamMs: number;
}

/** From when to when, on the shared clock. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** In milliseconds; a mode in which too few markers were heard is missing. */
export type AddedDelays = Readonly<Partial<Record<DelayMode, number>>>;

/** The way takes less, and the same marker comes again only after 1,600 ms. */
const LONGEST_WAY_MS = 1_500;
/** With fewer, one that a lost packet shifted would count. */
const FEWEST_MARKERS = 2;

/** The added delay of each mode; undefined if it could not be measured. */
export function addedDelays(
  alone: TimeSpan,
  phases: readonly (TimeSpan & { readonly mode: Mode })[],
  { played, heard }: { readonly played: readonly Marker[]; readonly heard: readonly Marker[] },
): AddedDelays | undefined {
  const ways = heard.flatMap((marker) => {
    const origin = played.findLast(
      ({ tone, atMs }) =>
        tone === marker.tone && atMs <= marker.atMs && marker.atMs - atMs < LONGEST_WAY_MS,
    );
    return origin ? [{ atMs: marker.atMs, ms: marker.streamMs - origin.streamMs }] : [];
  });
  const during = (spans: readonly TimeSpan[]) =>
    median(
      ways
        .filter(({ atMs }) => spans.some(({ fromMs, untilMs }) => atMs >= fromMs && atMs < untilMs))
        .map(({ ms }) => ms),
    );
  const before = during([alone]);
  if (before === undefined) return undefined;
  const added = DELAY_MODES.flatMap((mode) => {
    const after = during(phases.filter((phase) => phase.mode === mode));
    return after === undefined ? [] : [[mode, after - before] as const];
  });
  return added.length > 0 ? (Object.fromEntries(added) as AddedDelays) : undefined;
}

function median(values: readonly number[]): number | undefined {
  if (values.length < FEWEST_MARKERS) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

/** What the test calls of a time added in one mode. */
export interface AddedDelayOfMode {
  readonly mode: DelayMode;
  /** In how many test calls it was measured. */
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

/** What test calls at the account of the carrier say of customers' connections. */
export interface CustomerDelay {
  /** All test calls that were made, whether or not they could measure it. */
  readonly testCalls: number;
  readonly modes: readonly AddedDelayOfMode[];
}
