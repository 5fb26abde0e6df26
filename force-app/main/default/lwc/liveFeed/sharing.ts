import type { InterventionView, Problem } from 'c/callModel';
import {
  LOOK_EVERY_MS,
  openConnection,
  SILENCE_MS,
  type Connection,
  type ConnectionListener,
} from './connection';
import type { FeedStatus, LiveState } from './liveState';
import type { ServerEvent } from './serverEvents';

export interface SharedFeedListener extends ConnectionListener {
  /** All that another tab knows. */
  state(state: LiveState): void;
  outcomeGiven(intervention: InterventionView): void;
  /** All that this tab knows, for a tab that has just opened. */
  current(): LiveState;
}

export interface Source extends Connection {
  /** Tells the other tabs what they would not hear from the server. */
  tellOutcome(intervention: InterventionView): void;
}

type Message =
  | { kind: 'hello' }
  | { kind: 'retry' }
  | { kind: 'state'; state: LiveState }
  | { kind: 'event'; event: ServerEvent }
  | { kind: 'status'; status: FeedStatus; reason?: Problem }
  | { kind: 'outcome'; intervention: InterventionView };

/**
 * leading: has the connection and passes on what it brings. following: hears from the leader.
 * alone: nobody answered.
 */
type Role = 'leading' | 'following' | 'alone';

const ANSWER_WITHIN_MS = 3_000;

/**
 * One connection for all tabs of a person: the tab that holds the lock has it, and the next in line
 * takes over when that tab goes. A tab that hears nothing, because the browser shares nothing or
 * the leader is frozen, connects itself.
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
  let closed = false;

  const post = (message: Message): void => channel?.postMessage(message);

  function open(as: 'leading' | 'alone'): void {
    role = as;
    clearTimeout(answerTimer);
    connection = connect({
      event(event) {
        listener.event(event);
        if (role === 'leading') post({ kind: 'event', event });
      },
      status(status, reason) {
        listener.status(status, reason);
        if (role === 'leading') post({ kind: 'status', status, reason });
      },
    });
  }

  /** Asks the leader for what it knows; without an answer in time this tab goes on alone. */
  function ask(): void {
    clearTimeout(answerTimer);
    answerTimer = setTimeout(goAlone, ANSWER_WITHIN_MS);
    post({ kind: 'hello' });
  }

  function goAlone(): void {
    waiting.abort();
    open('alone');
  }

  function receiveMessage(message: Message): void {
    if (message.kind === 'outcome') return listener.outcomeGiven(message.intervention);
    if (role === 'leading') {
      if (message.kind === 'hello') post({ kind: 'state', state: listener.current() });
      if (message.kind === 'retry') connection?.retry();
      return;
    }
    if (role === 'following') follow(message);
  }

  function follow(message: Exclude<Message, { kind: 'outcome' }>): void {
    if (message.kind === 'hello' || message.kind === 'retry') return;
    clearTimeout(answerTimer);
    heardAt = Date.now();
    switch (message.kind) {
      case 'state':
        return listener.state(message.state);
      case 'event':
        return listener.event(message.event);
      case 'status':
        return listener.status(message.status, message.reason);
    }
  }

  const looking = setInterval(() => {
    if (role === 'following' && Date.now() - heardAt >= SILENCE_MS) ask();
  }, LOOK_EVERY_MS);

  if (channel && locks) {
    channel.onmessage = ({ data }) => receiveMessage(data as Message);
    ask();
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
      clearInterval(looking);
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
