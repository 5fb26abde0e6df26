import type { TwilioResponse } from './sender.ts';

/** Sends requests one after another at a limited rate, and more slowly when Twilio is busy. */
export interface RequestPace {
  /** Waits for the next turn. Rejects if the pace is closed meanwhile. */
  turn(this: void): Promise<void>;
  /** Sees the response to every request of the account. After a 429, turns stop for a while. */
  heard(this: void, response: TwilioResponse): void;
  /** Rejects the requests that are waiting. */
  close(): void;
}

/** The first pause after a 429 without `Retry-After`. It doubles with each further 429. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** The clock that turns are measured by: monotonic milliseconds. */
export interface PaceClock {
  now(): number;
  /** Runs `act` after the delay; the returned function cancels it. */
  after(ms: number, act: () => void): () => void;
}

const realClock: PaceClock = {
  now: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Gives turns in the order of requests, at most `perSecond`. */
export function createRequestPace(perSecond: number, clock: PaceClock = realClock): RequestPace {
  const waiting: { readonly go: () => void; readonly stop: (reason: Error) => void }[] = [];
  let freeAt = -Infinity;
  let busyUntil = -Infinity;
  let pauseMs = FIRST_PAUSE_MS;
  let isClosed = false;
  let cancel: (() => void) | undefined;

  function schedule(): void {
    if (cancel || waiting.length === 0) return;
    const waitMs = Math.max(0, Math.max(freeAt, busyUntil) - clock.now());
    if (waitMs === 0) return next();
    cancel = clock.after(Math.ceil(waitMs), () => {
      cancel = undefined;
      schedule();
    });
  }

  function next(): void {
    freeAt = clock.now() + 1000 / perSecond;
    waiting.shift()?.go();
    schedule();
  }

  return {
    turn: () =>
      new Promise((go, stop) => {
        if (isClosed) return stop(new Error('no more looks: the server stops'));
        waiting.push({ go, stop });
        schedule();
      }),

    heard({ statusCode, body }) {
      if (statusCode !== 429) {
        if (clock.now() >= busyUntil) pauseMs = FIRST_PAUSE_MS;
        return;
      }
      const { details } = body as { readonly details?: { readonly retryAfterMs?: number } };
      busyUntil = Math.max(busyUntil, clock.now() + (details?.retryAfterMs ?? pauseMs));
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    },

    close() {
      isClosed = true;
      cancel?.();
      for (const { stop } of waiting.splice(0)) stop(new Error('no more looks: the server stops'));
    },
  };
}
