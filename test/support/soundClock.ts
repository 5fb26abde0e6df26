import { everyFrame } from '../../local/carrier/media/clock.ts';
import { FRAME_MS } from '../../local/carrier/media/dsp.ts';
import { until } from './until.ts';

/** When something happened: after `from` and before `until`, in seconds of sound. */
export interface Moment { readonly from: number; readonly until: number }

/** Time as the carrier of this process mixes sound: where the machine stalls, this stands still as the sound does. */
export interface SoundClock {
  seconds(): number;
  /** Waits until so much more sound has been mixed. */
  talkFor(ms: number): Promise<void>;
  /** Does something and tells when that was. */
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
