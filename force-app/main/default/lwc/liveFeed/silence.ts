import type { ServerEvent } from './serverEvents';

const LOOK_EVERY_MS = 500;
/**
 * A check that is this late was delayed: the page was frozen, its timers were throttled, or the
 * computer slept. Events that arrived meanwhile may not have been processed.
 */
const LATE_MS = 2_500;

/** How long a server may be silent. */
export interface Limits {
  /** After this long without an event, the page shows that the feed is silent. */
  readonly staleMs: number;
  /** After this long, the connection is replaced. */
  readonly deadMs: number;
}

/** For a server that has not sent its heartbeat interval; a former version uses 15 s. */
const UNTOLD: Limits = { staleMs: 35_000, deadMs: 35_000 };

/**
 * Stale: two heartbeats are missing, and the third is late. The connection is kept longer than
 * that, because reconnecting makes every page request a snapshot from a server that was only
 * delayed.
 */
const limitsAt = (everyMs: number): Limits => ({ staleMs: 2.25 * everyMs, deadMs: 6 * everyMs });

export interface SilenceWatch {
  /** Records an event that the server has just sent. */
  heard(event: ServerEvent): void;
  /** Records that another page heard the server at this time, in ms since 1970. */
  heardAt(at: number): void;
  /** Starts the measurement again. */
  restart(): void;
  /** Checks now, in a page whose timers may be throttled. */
  look(): void;
  stop(): void;
}

/**
 * Checks every half second how long the server has been silent, by the clock, because timers stop
 * while a laptop sleeps. After a delay of the page itself, the measurement starts again.
 */
export function watchSilence(onLook: (silentMs: number, limits: Limits) => void): SilenceWatch {
  let heardAt = Date.now();
  let lookedAt = heardAt;
  /** The start of the measurement after a delay of the page. */
  let excusedAt = 0;
  let limits = UNTOLD;

  const lookInTime = (): void => {
    const now = Date.now();
    // Not twice in a row, so that a page with permanently throttled timers decides at the second
    // check.
    const wasWell = lookedAt - heardAt < limits.staleMs;
    if (now - lookedAt > LATE_MS && wasWell) excusedAt = now;
    lookedAt = now;
    onLook(now - Math.max(heardAt, excusedAt), limits);
  };
  const looking = setInterval(lookInTime, LOOK_EVERY_MS);

  return {
    heard({ event, data }) {
      heardAt = Date.now();
      const { everyMs } = (event === 'ping' ? data : {}) as { everyMs?: number };
      if (everyMs !== undefined) limits = limitsAt(everyMs);
    },
    heardAt(at) {
      heardAt = Math.max(heardAt, at);
    },
    restart() {
      heardAt = Date.now();
      excusedAt = 0;
      limits = UNTOLD;
    },
    look: () => onLook(Date.now() - heardAt, limits),
    stop: () => clearInterval(looking),
  };
}
