import { FRAME_MS } from './dsp.ts';

/** `isLatest` is false for beats that catch up after a stall. */
type Beat = (isLatest: boolean) => void;
/** The order within a beat: parties speak, conferences mix, recordings record. */
type Turn = 'speak' | 'mix' | 'record';

/** How often sound is produced while nobody outside this process hears it. */
const RESTING_MS = 200;

const beats: Record<Turn, Set<Beat>> = { speak: new Set(), mix: new Set(), record: new Set() };
let timer: NodeJS.Timeout | undefined;
let next = 0;
let waitsForSockets = false;
let mayRest = false;
let outsideEars = 0;
let isByHand = false;

/**
 * Calls `beat` for each 20 ms that pass, including those of a short stall. One timer drives all
 * sound of the process. Returns a function that stops it.
 */
export function everyFrame(beat: Beat, turn: Turn = 'speak'): () => void {
  beats[turn].add(beat);
  if (!timer && !isByHand) {
    next = performance.now();
    run();
  }
  return () => {
    beats[turn].delete(beat);
    if (beats.speak.size + beats.mix.size + beats.record.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * From now on no time passes by itself: each call of `beat` produces one frame of all sound of the
 * process. `end` gives the sound back to the clock.
 */
export function beatByHand(): { beat(): void; end(): void } {
  isByHand = true;
  clearInterval(timer);
  timer = undefined;
  return {
    beat: () => produceFrame(true),
    end: () => void (isByHand = false),
  };
}

function produceFrame(isLatest: boolean): void {
  for (const turn of [beats.speak, beats.mix, beats.record])
    for (const beat of turn) beat(isLatest);
}

/**
 * From now on, while nobody outside this process hears the sound, frames are produced in bursts.
 * None is skipped.
 */
export function restUnheard(): void {
  mayRest = true;
}

/**
 * Tells that somebody outside this process hears the sound, so that it is produced frame by frame.
 * Returns a function to call when they no longer do.
 */
export function hearOutside(): () => void {
  outsideEars += 1;
  if (timer) run();
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    outsideEars -= 1;
    if (timer) run();
  };
}

function run(): void {
  clearInterval(timer);
  const isResting = mayRest && outsideEars === 0;
  timer = setInterval(() => tick(false), isResting ? RESTING_MS : FRAME_MS / 2);
}

function tick(afterSockets: boolean): void {
  const now = performance.now();
  // After a stall, timers run before sockets, so the queued packets are read first.
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
    produceFrame(next + FRAME_MS > now);
  }
}
