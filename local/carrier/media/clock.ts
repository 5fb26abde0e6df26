import { FRAME_MS } from './dsp.ts';

/** `isLatest` is false while beats that a stall held up are made up for. */
type Beat = (isLatest: boolean) => void;
/** Parties speak first, then rooms mix, then recordings take down what was heard. */
type Turn = 'speak' | 'mix' | 'record';

const beats: Record<Turn, Set<Beat>> = { speak: new Set(), mix: new Set(), record: new Set() };
let timer: NodeJS.Timeout | undefined;
let next = 0;
let waitsForSockets = false;

/** A beat for each 20 ms that passed, also after a short stall. One timer drives all sound of the process. Answers how to stop. */
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
  // After a stall timers run before sockets: let the packets that queued up in first, then mix.
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
    for (const turn of [beats.speak, beats.mix, beats.record]) for (const beat of turn) beat(isLatest);
  }
}
