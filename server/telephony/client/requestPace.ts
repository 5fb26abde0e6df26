import type { TwilioResponse } from './client.ts';

/** Lets requests go one after the other at a limited rate, and slower when Twilio is busy. */
export interface RequestPace {
  /** Waits for the next turn. Rejects when the pace is closed meanwhile. */
  turn(this: void): Promise<void>;
  /** Hears the answer to any request of the account: after a 429 no turn comes for a while. */
  heard(this: void, response: TwilioResponse): void;
  /** Rejects those that wait. */
  close(): void;
}

/** Without `Retry-After`, the first pause after a 429; it doubles with each further one. */
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

/** Turns in the order of requests, `perSecond` at most. */
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
