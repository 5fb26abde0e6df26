import { HEARTBEAT_MS, type EventStream } from './sse.ts';

/**
 * Consoles are spread over this many turns, so that thousands of heartbeats are never sent at once.
 */
const TURNS = 20;

export interface Heartbeats {
  add(stream: EventStream): void;
  remove(stream: EventStream): void;
  stop(): void;
}

/**
 * Sends each console a heartbeat every `everyMs`, from which its page knows that the connection
 * works. No timer runs while there is no console.
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
