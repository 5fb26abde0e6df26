import { everyFrame } from '../../local/carrier/media/clock.ts';
import { FRAME_MS } from '../../local/carrier/media/dsp.ts';
import { until } from './until.ts';

/** The time of an event: after `from` and before `until`, in seconds of sound. */
export interface Moment {
  readonly from: number;
  readonly until: number;
}

/**
 * Time in mixed sound of this process's carrier. While a busy machine delays mixing, this clock
 * stops too.
 */
export interface SoundClock {
  seconds(): number;
  /** Waits until this much more sound is mixed. */
  talkFor(ms: number): Promise<void>;
  /** Runs `act` and returns its time. */
  moment(act: () => Promise<unknown>): Promise<Moment>;
  stop(): void;
}

export function startSoundClock(): SoundClock {
  let frames = 0;
  const stop = everyFrame(() => {
    frames += 1;
  }, 'record');
  const seconds = (): number => (frames * FRAME_MS) / 1000;
  return {
    seconds,
    async talkFor(ms) {
      const end = frames + Math.ceil(ms / FRAME_MS);
      await until(`${ms} ms of sound are mixed`, () => frames >= end);
    },
    async moment(act) {
      const from = seconds();
      await act();
      return { from, until: seconds() };
    },
    stop,
  };
}
