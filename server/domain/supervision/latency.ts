import type { Mode } from '../call/modes.ts';

/** The stages from a click to the change of sound. */
export const STAGES = [
  'clickToRequest',
  'requestToCarrier',
  'carrierToConfirmed',
  'clickToConfirmed',
  'clickToHeard',
] as const;
type Stage = (typeof STAGES)[number];

/** In milliseconds. */
export interface Percentiles {
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
}

/** How long one kind of join or mode change took. A stage that was never measured is null. */
export interface LatencyRow {
  readonly kind: 'join' | 'switch';
  readonly mode: Mode;
  readonly count: number;
  readonly stages: Readonly<Record<Stage, Percentiles | null>>;
}

/** The way between a rep and the carrier in some seconds: the middle of each figure. */
interface PathFigures {
  readonly seconds: number;
  readonly jitterMs: number;
  readonly roundTripMs?: number;
  /** Mean opinion score, from 1 to 4.5, as the softphone estimates it. */
  readonly mos?: number;
}

/** The same way before and after a supervisor joined. */
export interface PathChange {
  readonly before: PathFigures;
  readonly after: PathFigures;
}

/**
 * How much delay joins added to reps' connections (after minus before), over the `count` joins
 * where it was measured.
 */
export interface AddedDelay {
  readonly count: number;
  readonly roundTripMs: Percentiles | null;
  readonly jitterMs: Percentiles | null;
  /** The middle change of the score: below zero is worse. */
  readonly mos: number | null;
}
