import type { InterventionView, Problem } from 'c/callModel';
import { openConnection, type Connection, type ConnectionListener } from './connection';
import type { FeedStatus, LiveState } from './liveState';
import { isKnownEvent, type ServerEvent } from './serverEvents';
import { watchSilence } from './silence';

export interface SharedFeedListener extends ConnectionListener {
  /** Receives the state that another tab has. */
  state(state: LiveState): void;
  outcomeGiven(intervention: InterventionView): void;
  /** Returns this tab's state, for a tab that has just opened. */
  current(): LiveState;
}

export interface Source extends Omit<Connection, 'check'> {
  /** Tells the other tabs about an outcome, which the server would not send to them. */
  tellOutcome(intervention: InterventionView): void;
}

type Message =
  | { kind: 'hello' }
  /** Asks whether any tab hears the server. */
  | { kind: 'check' }
  /** When the leading tab last heard the server. */
  | { kind: 'alive'; heardAt: number }
  | { kind: 'retry' }
  | { kind: 'state'; state: LiveState }
  | { kind: 'event'; event: ServerEvent }
  | { kind: 'status'; status: FeedStatus; reason?: Problem; asOf?: number }
  | { kind: 'outcome'; intervention: InterventionView };

/**
 * leading: has the connection and passes on its events. following: receives them from the leader.
 * alone: has its own connection, because no tab answered.
 */
type Role = 'leading' | 'following' | 'alone';

const ANSWER_WITHIN_MS = 3_000;

/**
 * One connection for all tabs of a person. The tab that holds the lock has it, and the next in line
 * takes over when that tab closes. A tab that receives nothing, because the browser does not share
 * between tabs or the leader is frozen, opens its own connection.
 */
export function openShared(
  name: string,
  listener: SharedFeedListener,
  connect: (listener: ConnectionListener) => Connection = openConnection,
): Source {
  const channel = openChannel(name);
  const locks = navigator.locks as LockManager | undefined;
  const waiting = new AbortController();
  let role: Role = 'following';
  let connection: Connection | undefined;
  let releaseLock: (() => void) | undefined;
  let answerTimer: ReturnType<typeof setTimeout> | undefined;
  let heardAt = Date.now();
  /** Whether this tab itself has reported the feed as lost. */
  let isStale = false;
  let closed = false;
  const silence = watchSilence((silentMs, { staleMs }) => {
    if (role === 'following' && silentMs >= staleMs) hearNothing();
  });

  const post = (message: Message): void => channel?.postMessage(message);

  function open(as: 'leading' | 'alone'): void {
    role = as;
    silence.stop();
    clearTimeout(answerTimer);
    answerTimer = undefined;
    connection = connect({
      event(event) {
        heardAt = Date.now();
        listener.event(event);
        if (role === 'leading') post({ kind: 'event', event });
      },
      status(status, reason, asOf) {
        listener.status(status, reason, asOf);
        if (role === 'leading') post({ kind: 'status', status, reason, asOf });
      },
    });
  }

  /** Asks the leader. Without an answer in time, this tab opens its own connection. */
  function ask(what: 'hello' | 'check'): void {
    clearTimeout(answerTimer);
    answerTimer = setTimeout(goAlone, ANSWER_WITHIN_MS);
    post({ kind: what });
  }

  /** Reports the silence and asks the leader, whose timers may be throttled in a hidden tab. */
  function hearNothing(): void {
    if (!isStale && listener.current().status === 'live') {
      isStale = true;
      listener.status('lost', undefined, heardAt);
    }
    if (answerTimer === undefined) ask('check');
  }

  function goAlone(): void {
    waiting.abort();
    open('alone');
  }

  function receiveMessage(message: Message): void {
    if (message.kind === 'outcome') return listener.outcomeGiven(message.intervention);
    if (role === 'leading') {
      if (message.kind === 'hello') post({ kind: 'state', state: listener.current() });
      if (message.kind === 'check') {
        connection?.check();
        post({ kind: 'alive', heardAt });
      }
      if (message.kind === 'retry') connection?.retry();
      return;
    }
    if (role === 'following') follow(message);
  }

  function follow(message: Exclude<Message, { kind: 'outcome' }>): void {
    if (message.kind === 'hello' || message.kind === 'check' || message.kind === 'retry') return;
    clearTimeout(answerTimer);
    answerTimer = undefined;
    switch (message.kind) {
      case 'alive':
        heardAt = message.heardAt;
        return silence.heardAt(heardAt);
      case 'state':
        heardAt = Date.now();
        silence.heardAt(heardAt);
        return listener.state(message.state);
      case 'event':
        if (!isKnownEvent(message.event)) return;
        heardAt = Date.now();
        silence.heard(message.event);
        listener.event(message.event);
        if (isStale) listener.status('live');
        isStale = false;
        return;
      case 'status':
        isStale = false;
        return listener.status(message.status, message.reason, message.asOf);
    }
  }

  if (channel && locks) {
    channel.onmessage = ({ data }) => receiveMessage(data as Message);
    ask('hello');
    locks
      .request(name, { signal: waiting.signal }, () => {
        if (closed || role === 'alone') return undefined;
        open('leading');
        return new Promise<void>((resolve) => {
          releaseLock = resolve;
        });
      })
      .catch(() => undefined);
  } else {
    open('alone');
  }

  return {
    retry: () => (connection ? connection.retry() : post({ kind: 'retry' })),
    tellOutcome: (intervention) => post({ kind: 'outcome', intervention }),
    close() {
      closed = true;
      silence.stop();
      clearTimeout(answerTimer);
      waiting.abort();
      connection?.close();
      releaseLock?.();
      channel?.close();
    },
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
