import { HEARTBEAT_MS, type EventStream } from './sse.ts';

/** Consoles take turns, so that thousands of them never wait for each other's heartbeat. */
const TURNS = 20;

export interface Heartbeats {
  add(stream: EventStream): void;
  remove(stream: EventStream): void;
  stop(): void;
}

/**
 * Sends each console a heartbeat once in `everyMs`, by which its page knows that it is heard. Without
 * a console no timer runs.
 */
export function sendHeartbeats(everyMs = HEARTBEAT_MS): Heartbeats {
  const turns = Array.from({ length: TURNS }, () => new Set<Pick<EventStream, 'beat'>>());
  let next = 0;
  let beating: NodeJS.Timeout | undefined;
  const emptiest = (): Set<Pick<EventStream, 'beat'>> =>
    turns.reduce((one, other) => (other.size < one.size ? other : one));

  function beat(): void {
    next = (next + 1) % TURNS;
    for (const stream of turns[next]!) stream.beat();
  }

  function stop(): void {
    clearInterval(beating);
    beating = undefined;
  }

  return {
    add(stream) {
      emptiest().add(stream);
      beating ??= setInterval(beat, everyMs / TURNS);
    },
    remove(stream) {
      for (const turn of turns) turn.delete(stream);
      if (turns.every(({ size }) => size === 0)) stop();
    },
    stop,
  };
}
