import type { Clock } from './clock.ts';

/** Measurements of the network in one second of a call. */
export interface ConnectionSample {
  readonly packetsReceived: number;
  readonly lossPercent: number;
  readonly jitterMs: number;
  /** Undefined until the other end has reported back. */
  readonly roundTripMs?: number;
  /** Mean opinion score, from 1 to 4.5. */
  readonly mos?: number;
}

interface ConnectionFigures {
  readonly lossPercent: number;
  readonly jitterMs: number;
  readonly roundTripMs?: number;
}

/** The problem of a connection. `silence` means that no sound arrives at all. */
type ConnectionFault = 'loss' | 'jitter' | 'delay' | 'silence';

export type ConnectionVerdict =
  | { readonly status: 'unknown' | 'measuring' }
  | ({ readonly status: 'good' } & ConnectionFigures)
  /** Noticeable, but people can talk. */
  | ({ readonly status: 'fair'; readonly because: ConnectionFault } & ConnectionFigures)
  /** Too bad to talk over. */
  | ({ readonly status: 'poor'; readonly because: ConnectionFault } & Partial<ConnectionFigures>);

/**
 * If no sound has arrived within this time, the person is told. Counted in samples of one second,
 * so that time in which the page was suspended does not count.
 */
const SOUND_WITHIN_SECONDS = 3;
/** How many samples, one a second, a verdict covers: one bad second does not make a bad network. */
const SAMPLES = 5;
/** Problems are noticeable from these limits on, at which the Voice SDK also warns. */
const FAIR = { lossPercent: 3, jitterMs: 30, roundTripMs: 400 } as const;
/** People cannot talk with each other from these limits on. */
const POOR = { lossPercent: 10, jitterMs: 150, roundTripMs: 1_000 } as const;

export interface ConnectionWatch {
  /** From now on the call's sound should arrive. */
  opened(): void;
  sampled(sample: ConnectionSample): void;
  closed(): void;
}

/**
 * Judges the network by the first seconds of a call, and keeps watching it. A supervisor joins
 * silently, so nobody notices the measurement.
 */
export function watchConnection(
  clock: Clock,
  tell: (verdict: ConnectionVerdict) => void,
): ConnectionWatch {
  let samples: ConnectionSample[] = [];
  let reported: ConnectionVerdict = { status: 'unknown' };
  let cancel = (): void => undefined;

  const say = (verdict: ConnectionVerdict): void => {
    const isNews =
      verdict.status !== reported.status ||
      ('because' in verdict && 'because' in reported && verdict.because !== reported.because);
    reported = verdict;
    if (isNews) tell(verdict);
  };

  const isSilent = (): boolean => !samples.some(({ packetsReceived }) => packetsReceived > 0);

  function waitForSound(seconds: number): void {
    cancel = clock.after(1_000, () => {
      if (seconds > 1) waitForSound(seconds - 1);
      else if (isSilent()) say({ status: 'poor', because: 'silence' });
    });
  }

  return {
    opened() {
      cancel();
      samples = [];
      say({ status: 'measuring' });
      waitForSound(SOUND_WITHIN_SECONDS);
    },
    sampled(sample) {
      if (reported.status === 'unknown') return;
      // The SDK opens a call before sound can get through, so the seconds before the first sound
      // are dropped.
      if (samples.length > 0 && isSilent() && sample.packetsReceived > 0) {
        samples = [];
        say({ status: 'measuring' });
      }
      samples = [...samples, sample].slice(-SAMPLES);
      if (samples.length === SAMPLES) say(verdictOf(samples));
      else if (reported.status === 'poor' && reported.because === 'silence' && !isSilent())
        say({ status: 'measuring' });
    },
    closed() {
      cancel();
      if (reported.status === 'measuring') say({ status: 'unknown' });
    },
  };
}

/** The verdict on these samples, by the median of each figure. */
export function verdictOf(samples: readonly ConnectionSample[]): ConnectionVerdict {
  if (!samples.some(({ packetsReceived }) => packetsReceived > 0))
    return { status: 'poor', because: 'silence' };
  const trips = samples.flatMap(({ roundTripMs }) => roundTripMs ?? []);
  const figures: ConnectionFigures = {
    lossPercent: middleOf(samples.map(({ lossPercent }) => lossPercent)),
    jitterMs: middleOf(samples.map(({ jitterMs }) => jitterMs)),
    ...(trips.length > 0 && { roundTripMs: middleOf(trips) }),
  };
  const poor = faultBeyond(POOR, figures);
  if (poor) return { status: 'poor', because: poor, ...figures };
  const fair = faultBeyond(FAIR, figures);
  return fair ? { status: 'fair', because: fair, ...figures } : { status: 'good', ...figures };
}

function faultBeyond(
  most: Required<ConnectionFigures>,
  { lossPercent, jitterMs, roundTripMs = 0 }: ConnectionFigures,
): ConnectionFault | undefined {
  if (lossPercent > most.lossPercent) return 'loss';
  if (roundTripMs > most.roundTripMs) return 'delay';
  return jitterMs > most.jitterMs ? 'jitter' : undefined;
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
