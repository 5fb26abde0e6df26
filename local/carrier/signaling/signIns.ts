import type { WebSocket } from 'ws';
import {
  callerOf,
  CANNOT_REGISTER,
  hasExpired,
  keptMsAsked,
  NOT_SIGNED_IN,
  TOKEN_EXPIRED,
  type Caller,
  type TokenSettings,
} from './callers.ts';
import { send, type Payload } from './messages.ts';

/** Which browsers are signed in, and which of them can be rung. */
export interface SignIns {
  /** A socket has connected. Returns its caller, who is not signed in yet. */
  connect(socket: WebSocket): Caller;
  signIn(socket: WebSocket, who: Caller, payload: Payload): Promise<void>;
  /** Registers this socket to be rung for the identity, or unregisters it if `isRung` is false. */
  register(socket: WebSocket, who: Caller, isRung: boolean): void;
  /** The socket is not rung any more, until it registers again. */
  unregister(socket: WebSocket): void;
  /** The socket has closed. */
  disconnect(socket: WebSocket, who: Caller): void;
  /** How long the calls of a socket are kept without it. */
  keptMsOf(socket: WebSocket): number;
  /** The socket that is rung for an identity. */
  socketOf(identity: string): WebSocket | undefined;
  /** The identities that can be rung. */
  registered(): string[];
  /** Expires the tokens with which browsers are signed in. */
  expireTokens(): void;
}

export function createSignIns(settings: TokenSettings): SignIns {
  const clients = new Map<string, WebSocket>();
  /** The connected browsers, by socket. */
  const callers = new Map<WebSocket, Caller>();
  const spentTokens = new Set<string>();

  return {
    connect(socket) {
      const who: Caller = { identity: '', ttl: 0, expiresAt: 0, mayCall: false, keptMs: 0 };
      callers.set(socket, who);
      return who;
    },
    async signIn(socket, who, { token = '', reconnectTimeout }) {
      const caller = spentTokens.has(token) ? TOKEN_EXPIRED : await callerOf(token, settings);
      if ('code' in caller) return send(socket, 'error', { error: caller });
      // Only the first answer on a socket says how long the token lasts: the SDK announces the end
      // of the first token, and of no later one (twilio-voice.js#93).
      const isFirst = who.identity === '';
      Object.assign(who, caller, { token, keptMs: keptMsAsked(reconnectTimeout) });
      send(socket, 'connected', {
        region: 'US_EAST_VIRGINIA',
        edge: 'ashburn',
        gateway: 'local',
        ...(isFirst && { token: { identity: caller.identity, ttl: caller.ttl } }),
      });
    },
    register(socket, who, isRung) {
      if (!who.identity) return send(socket, 'error', { error: NOT_SIGNED_IN });
      const isRefused = isRung && hasExpired(who);
      if (isRung && !isRefused) clients.set(who.identity, socket);
      else if (clients.get(who.identity) === socket) clients.delete(who.identity);
      if (isRefused) return send(socket, 'error', { error: CANNOT_REGISTER });
      send(socket, isRung ? 'ready' : 'offline');
    },
    unregister(socket) {
      for (const [identity, one] of clients) if (one === socket) clients.delete(identity);
    },
    disconnect(socket, who) {
      callers.delete(socket);
      if (clients.get(who.identity) === socket) clients.delete(who.identity);
    },
    keptMsOf: (socket) => callers.get(socket)?.keptMs ?? 0,
    socketOf: (identity) => clients.get(identity),
    registered: () => [...clients.keys()],
    expireTokens() {
      for (const who of callers.values()) {
        if (who.token) spentTokens.add(who.token);
        who.expiresAt = Date.now();
      }
    },
  };
}
