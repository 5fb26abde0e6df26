import type { ConnectionSample } from './connection.ts';

/** The middle values of some seconds of the way between this softphone and the phone service. */
interface PathFigures {
  readonly seconds: number;
  readonly jitterMs: number;
  readonly roundTripMs?: number;
  /** Mean opinion score, from 1 to 4.5, as the Voice SDK estimates it. */
  readonly mos?: number;
}

/** The same way before and after a supervisor joined. */
export interface PathChange {
  readonly interventionId: string;
  readonly before: PathFigures;
  readonly after: PathFigures;
}

/** Samples come once a second. */
const WINDOW = 10;
/** Fewer say nothing. */
const LEAST = 5;
/** While a supervisor joins, nothing is compared. */
const SETTLE = 2;

/**
 * Compares the rep's way to the phone service in the seconds before a supervisor joins with those
 * after it. Another join meanwhile, or the end of the call, leaves a comparison out.
 */
export function watchPath(tell: (change: PathChange) => void): {
  /** Who supervises the rep's own call now, of those the rep may know of. */
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
