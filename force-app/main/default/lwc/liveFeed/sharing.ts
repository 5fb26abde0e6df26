import type { InterventionView, Problem } from 'c/callModel';
import { openConnection, type Connection, type ConnectionListener } from './connection';
import type { FeedStatus, LiveState } from './liveState';
import type { ServerEvent } from './serverEvents';
import { watchSilence } from './silence';

export interface SharedFeedListener extends ConnectionListener {
  /** All that another tab knows. */
  state(state: LiveState): void;
  outcomeGiven(intervention: InterventionView): void;
  /** All that this tab knows, for a tab that has just opened. */
  current(): LiveState;
}

export interface Source extends Omit<Connection, 'check'> {
  /** Tells the other tabs what they would not hear from the server. */
  tellOutcome(intervention: InterventionView): void;
}

type Message =
  | { kind: 'hello' }
  /** Is anybody there who hears the server? */
  | { kind: 'check' }
  /** When the leader last heard from it. */
  | { kind: 'alive'; heardAt: number }
  | { kind: 'retry' }
  | { kind: 'state'; state: LiveState }
  | { kind: 'event'; event: ServerEvent }
  | { kind: 'status'; status: FeedStatus; reason?: Problem; asOf?: number }
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
  /** Whether this tab has said by itself that nothing is heard. */
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

  /** Asks the leader; without an answer in time this tab goes on alone. */
  function ask(what: 'hello' | 'check'): void {
    clearTimeout(answerTimer);
    answerTimer = setTimeout(goAlone, ANSWER_WITHIN_MS);
    post({ kind: what });
  }

  /** Says so, and asks the leader, whose timers may be throttled because nobody looks at it. */
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
