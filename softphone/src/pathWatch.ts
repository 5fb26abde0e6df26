import type { ConnectionSample } from './connection.ts';

/** The medians of some seconds of the network path between this softphone and the phone service. */
interface PathFigures {
  readonly seconds: number;
  readonly jitterMs: number;
  readonly roundTripMs?: number;
  /** Mean opinion score, from 1 to 4.5, as the Voice SDK estimates it. */
  readonly mos?: number;
}

/** The network path before and after a supervisor joined. */
export interface PathChange {
  readonly interventionId: string;
  readonly before: PathFigures;
  readonly after: PathFigures;
}

/** Samples come once a second. */
const WINDOW = 10;
/** With fewer samples there is no comparison. */
const LEAST = 5;
/** Samples to skip while a supervisor joins. */
const SETTLE = 2;

/**
 * Compares the rep's network path to the phone service before and after a supervisor joins. There
 * is no comparison if another supervisor joins meanwhile or the call ends.
 */
export function watchPath(tell: (change: PathChange) => void): {
  /** The interventions on the rep's own call that the rep is allowed to know of. */
  supervised(interventionIds: readonly string[]): void;
  sampled(sample: ConnectionSample): void;
  closed(): void;
} {
  let samples: ConnectionSample[] = [];
  let there: readonly string[] = [];
  let comparing: { interventionId: string; before: PathFigures; skip: number } | undefined;

  return {
    supervised(interventionIds) {
      const joined = interventionIds.filter((id) => !there.includes(id));
      const isChanged = joined.length > 0 || interventionIds.length < there.length;
      there = interventionIds;
      if (!isChanged) return;
      const before = comparing ? undefined : figuresOf(samples);
      comparing =
        before && joined.length === 1
          ? { interventionId: joined[0]!, before, skip: SETTLE }
          : undefined;
      samples = [];
    },
    sampled(sample) {
      if (comparing && comparing.skip > 0) {
        comparing.skip -= 1;
        return;
      }
      samples = [...samples, sample].slice(-WINDOW);
      if (!comparing || samples.length < WINDOW) return;
      const { interventionId, before } = comparing;
      comparing = undefined;
      tell({ interventionId, before, after: figuresOf(samples)! });
    },
    closed() {
      samples = [];
      there = [];
      comparing = undefined;
    },
  };
}

function figuresOf(samples: readonly ConnectionSample[]): PathFigures | undefined {
  if (samples.length < LEAST) return undefined;
  const roundTripMs = middleOf(samples.flatMap((one) => one.roundTripMs ?? []));
  const mos = middleOf(samples.flatMap((one) => one.mos ?? []));
  return {
    seconds: samples.length,
    jitterMs: middleOf(samples.map(({ jitterMs }) => jitterMs)) ?? 0,
    ...(roundTripMs !== undefined && { roundTripMs }),
    ...(mos !== undefined && { mos }),
  };
}

const middleOf = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[values.length >> 1];
