import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem, authorizedFetch, problemOf } from 'c/dealsideSession';
import type { FeedStatus } from './liveState';
import { readEvents, type ServerEvent } from './serverEvents';

/** Receives the events and the status of a connection. */
export interface ConnectionListener {
  event(event: ServerEvent): void;
  status(status: FeedStatus, reason?: Problem): void;
}

export interface Connection {
  /** Tries again at once, for example after a refusal was cured. */
  retry(): void;
  close(): void;
}

/**
 * The server pings each 15 s: a longer silence means that the connection is dead even if nobody
 * said so.
 */
export const SILENCE_MS = 35_000;
export const LOOK_EVERY_MS = 5_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;
/** A refusal may be cured by an administrator: asked again, but seldom. */
const REFUSED_RETRY_MS = 30_000;
const PASSING = ['network', 'server', 'crm_unavailable', 'rate_limited', 'carrier_unavailable'];

/**
 * Keeps one stream of the live feed open through lost networks, expired sessions, sleep and wake.
 */
export function openConnection(listener: ConnectionListener): Connection {
  let stream: AbortController | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isLive = false;
  let heardAt = Date.now();

  async function connect(): Promise<void> {
    disconnect();
    const mine = new AbortController();
    stream = mine;
    heardAt = Date.now();
    const current = () => stream === mine;
    try {
      const response = await authorizedFetch('/api/live', {
        signal: mine.signal,
        headers: { Accept: 'text/event-stream' },
      });
      if (!current()) return;
      if (!response.ok) throw await problemOf(response);
      await readEvents(response, (event) => {
        if (current()) receive(event);
      });
      if (current()) failed();
    } catch (fault) {
      if (current()) failed(asProblem(fault));
    }
  }

  function receive(event: ServerEvent): void {
    heardAt = Date.now();
    failures = 0;
    isLive = true;
    listener.event(event);
  }

  function failed(reason?: Problem): void {
    disconnect();
    isLive = false;
    const refused = reason !== undefined && !PASSING.includes(reason.code);
    listener.status(refused ? 'refused' : 'lost', reason);
    const wait = refused
      ? REFUSED_RETRY_MS
      : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    failures += 1;
    retryTimer = setTimeout(() => void connect(), wait * (0.5 + Math.random() / 2));
  }

  function disconnect(): void {
    clearTimeout(retryTimer);
    stream?.abort();
    stream = undefined;
  }

  function retry(): void {
    failures = 0;
    void connect();
  }

  const isSilent = (): boolean => stream !== undefined && Date.now() - heardAt >= SILENCE_MS;

  /** By the clock rather than by a timer: timers stand still while a laptop sleeps. */
  const look = (): void => {
    if (isSilent()) failed();
  };
  const wake = (): void => {
    if (document.visibilityState === 'hidden') return;
    if (isSilent() || (!isLive && stream === undefined)) retry();
  };
  const goOffline = (): void =>
    failed({ code: 'network', message: labels.problemOffline, hint: labels.problemOfflineHint });

  const looking = setInterval(look, LOOK_EVERY_MS);
  window.addEventListener('online', wake);
  window.addEventListener('offline', goOffline);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  document.addEventListener('resume', wake);
  void connect();

  return {
    retry,
    close() {
      clearInterval(looking);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', goOffline);
      window.removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
      document.removeEventListener('resume', wake);
      disconnect();
    },
  };
}
