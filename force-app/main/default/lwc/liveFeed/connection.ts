import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem, authorizedFetch, problemOf } from 'c/dealsideSession';
import type { FeedStatus } from './liveState';
import { readEvents, type ServerEvent } from './serverEvents';
import { watchSilence, type Limits } from './silence';

/** Receives the events and the status of a connection. */
export interface ConnectionListener {
  event(event: ServerEvent): void;
  /** `asOf`: when the data was last up to date, if it ever was. */
  status(status: FeedStatus, reason?: Problem, asOf?: number): void;
}

export interface Connection {
  /** Retries at once, for example after the cause of a refusal was fixed. */
  retry(): void;
  /** Checks now whether the connection is alive, for a page whose own timers are throttled. */
  check(): void;
  close(): void;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;
/** An administrator may fix the cause of a refusal, so it is retried, but rarely. */
const REFUSED_RETRY_MS = 30_000;
const PASSING = ['network', 'server', 'crm_unavailable', 'rate_limited', 'carrier_unavailable'];

/**
 * Keeps one stream of the live feed open despite lost networks, expired sessions, sleep and wake.
 */
export function openConnection(listener: ConnectionListener): Connection {
  let stream: AbortController | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  /** Whether this connection has delivered a snapshot, so that each event keeps the data fresh. */
  let isLive = false;
  let isStale = false;
  let retryAt = 0;
  let asOf: number | undefined;
  const silence = watchSilence(judge);

  async function connect(): Promise<void> {
    disconnect();
    const mine = new AbortController();
    stream = mine;
    silence.restart();
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
    silence.heard(event);
    failures = 0;
    if (event.event === 'snapshot') isLive = true;
    if (isLive) asOf = Date.now();
    listener.event(event);
    if (isStale && isLive) listener.status('live');
    isStale = false;
  }

  function failed(cause?: Problem): void {
    disconnect();
    isLive = false;
    isStale = false;
    const reason = navigator.onLine ? cause : offline();
    const refused = reason !== undefined && !PASSING.includes(reason.code);
    listener.status(refused ? 'refused' : 'lost', reason, asOf);
    const wait = refused
      ? REFUSED_RETRY_MS
      : Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures);
    failures += 1;
    const waitMs = wait * (0.5 + Math.random() / 2);
    retryAt = Date.now() + waitMs;
    retryTimer = setTimeout(() => void connect(), waitMs);
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

  function judge(silentMs: number, { staleMs, deadMs }: Limits): void {
    if (stream === undefined) return;
    if (silentMs >= deadMs) failed();
    else if (isLive && !isStale && silentMs >= staleMs) {
      isStale = true;
      listener.status('lost', undefined, asOf);
    }
  }

  const wake = (): void => {
    if (document.visibilityState === 'hidden') return;
    silence.look();
    if (!isLive && stream === undefined) retry();
  };
  const goOffline = (): void => failed(offline());

  window.addEventListener('online', wake);
  window.addEventListener('offline', goOffline);
  window.addEventListener('pageshow', wake);
  document.addEventListener('visibilitychange', wake);
  document.addEventListener('resume', wake);
  void connect();

  return {
    retry,
    check() {
      if (stream !== undefined) silence.look();
      else if (Date.now() >= retryAt) void connect();
    },
    close() {
      silence.stop();
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', goOffline);
      window.removeEventListener('pageshow', wake);
      document.removeEventListener('visibilitychange', wake);
      document.removeEventListener('resume', wake);
      disconnect();
    },
  };
}

/** The cause of any failure while the browser has no network, whatever failed first. */
const offline = (): Problem => ({
  code: 'network',
  message: labels.problemOffline,
  hint: labels.problemOfflineHint,
});
