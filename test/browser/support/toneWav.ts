import { wavOf } from '../../../local/carrier/media/wav.ts';

const RATE = 48_000;
const SECONDS = 2;

/** A WAV of a steady tone at −10.5 dBFS that loops without a click: a whole number of cycles. */
export function toneWav(hz: number): Buffer {
  return wavOf(
    Int16Array.from({ length: RATE * SECONDS }, (_, i) =>
      Math.round(0.3 * 32767 * Math.sin((2 * Math.PI * hz * i) / RATE)),
    ),
    RATE,
  );
}
