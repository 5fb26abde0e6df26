import type { ServerEvent } from './serverEvents';

const LOOK_EVERY_MS = 500;
/**
 * A look that comes so late was held up: the page was frozen, its timers were throttled, or the
 * computer slept. What arrived meanwhile may not have been read.
 */
const LATE_MS = 2_500;

/** How long a server may be silent. */
export interface Limits {
  /** After this long without an event, the page shows that the feed is silent. */
  readonly staleMs: number;
  /** From then on the connection is given up, and another one is opened. */
  readonly deadMs: number;
}

/** For a server that has not said how often its heartbeat comes: a former one takes 15 s. */
const UNTOLD: Limits = { staleMs: 35_000, deadMs: 35_000 };

/**
 * Two heartbeats are missing, and the third is late. The connection is kept a while longer: a server
 * that was held up for a moment is not to be asked for everything by everybody.
 */
const limitsAt = (everyMs: number): Limits => ({ staleMs: 2.25 * everyMs, deadMs: 6 * everyMs });

export interface SilenceWatch {
  /** This came from the server just now. */
  heard(event: ServerEvent): void;
  /** Another page heard the server then, in ms since 1970. */
  heardAt(at: number): void;
  /** Begins anew: the time so far says nothing. */
  restart(): void;
  /** Looks now, in a page whose timers may be throttled. */
  look(): void;
  stop(): void;
}

/**
 * Looks every half second how long the server has been silent, by the clock rather than by a timer:
 * timers stand still while a laptop sleeps. A page that was held up itself waits before it judges.
 */
export function watchSilence(onLook: (silentMs: number, limits: Limits) => void): SilenceWatch {
  let heardAt = Date.now();
  let lookedAt = heardAt;
  /** From when silence is counted after the page was held up. */
  let excusedAt = 0;
  let limits = UNTOLD;

  const lookInTime = (): void => {
    const now = Date.now();
    // Not twice in a row: a page whose timers are throttled for good judges at the second look.
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
