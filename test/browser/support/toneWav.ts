import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wavOf } from '../../../local/carrier/media/wav.ts';

const RATE = 48_000;
const SECONDS = 2;

/** A WAV of a steady tone at −10.5 dBFS that loops without a click: a whole number of cycles. */
function toneWav(hz: number): Buffer {
  return wavOf(
    Int16Array.from({ length: RATE * SECONDS }, (_, i) =>
      Math.round(0.3 * 32767 * Math.sin((2 * Math.PI * hz * i) / RATE)),
    ),
    RATE,
  );
}

let dir: string | undefined;
const microphones = new Map<number, string>();

/** The path of a WAV of this tone, for a browser's microphone; it is there as long as this process. */
export function microphoneOf(hz: number): string {
  const found = microphones.get(hz);
  if (found) return found;
  const path = join((dir ??= ownDir()), `${hz}.wav`);
  writeFileSync(path, toneWav(hz));
  microphones.set(hz, path);
  return path;
}

function ownDir(): string {
  const made = mkdtempSync(join(tmpdir(), 'dealside-microphones-'));
  process.once('exit', () => rmSync(made, { recursive: true, force: true }));
  return made;
}
