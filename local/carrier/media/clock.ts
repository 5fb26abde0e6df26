import { FRAME_MS } from './dsp.ts';

/** `isLatest` is false for beats that are made up after a stall. */
type Beat = (isLatest: boolean) => void;
/** The order within a beat: parties speak, conferences mix, recordings record. */
type Turn = 'speak' | 'mix' | 'record';

const beats: Record<Turn, Set<Beat>> = { speak: new Set(), mix: new Set(), record: new Set() };
let timer: NodeJS.Timeout | undefined;
let next = 0;
let waitsForSockets = false;

/**
 * Calls `beat` for each 20 ms that pass, also after a short stall. One timer drives all sound of
 * the process. Returns a function that stops it.
 */
export function everyFrame(beat: Beat, turn: Turn = 'speak'): () => void {
  beats[turn].add(beat);
  if (!timer) {
    next = performance.now();
    timer = setInterval(() => tick(false), FRAME_MS / 2);
  }
  return () => {
    beats[turn].delete(beat);
    if (beats.speak.size + beats.mix.size + beats.record.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(afterSockets: boolean): void {
  const now = performance.now();
  // After a stall timers run before sockets: read the packets that have queued up first, then mix.
  if (now - next > 2 * FRAME_MS && !afterSockets) {
    if (!waitsForSockets) {
      waitsForSockets = true;
      setImmediate(() => {
        waitsForSockets = false;
        if (timer) tick(true);
      });
    }
    return;
  }
  if (now - next > 500) next = now;
  for (; next <= now; next += FRAME_MS) {
    const isLatest = next + FRAME_MS > now;
    for (const turn of [beats.speak, beats.mix, beats.record])
      for (const beat of turn) beat(isLatest);
  }
}
