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
