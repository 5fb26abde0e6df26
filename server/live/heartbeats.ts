import { HEARTBEAT_MS, type EventStream } from './sse.ts';

/** Consoles take turns, so that thousands of them never wait for each other's heartbeat. */
const TURNS = 20;

export interface Heartbeats {
  add(stream: EventStream): void;
  remove(stream: EventStream): void;
  stop(): void;
}

/** Sends each console a heartbeat once in `everyMs`, by which its page knows that it is heard. */
export function sendHeartbeats(everyMs = HEARTBEAT_MS): Heartbeats {
  const turns = Array.from({ length: TURNS }, () => new Set<Pick<EventStream, 'beat'>>());
  let next = 0;
  const beating = setInterval(() => {
    next = (next + 1) % TURNS;
    for (const stream of turns[next]!) stream.beat();
  }, everyMs / TURNS);
  const emptiest = (): Set<Pick<EventStream, 'beat'>> =>
    turns.reduce((one, other) => (other.size < one.size ? other : one));

  return {
    add: (stream) => void emptiest().add(stream),
    remove(stream) {
      for (const turn of turns) turn.delete(stream);
    },
    stop: () => clearInterval(beating),
  };
}
