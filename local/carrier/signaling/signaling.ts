import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Ring, Switchboard } from '../switchboard/switchboard.ts';
import { createBrowserCalls, loadBrowserMedia, type BrowserCalls } from './browserCalls.ts';
import {
  hasExpired,
  NOT_SIGNED_IN,
  TOKEN_EXPIRED,
  type Caller,
  type TokenSettings,
} from './callers.ts';
import { parseMessage, send, type Message, type Payload } from './messages.ts';
import { createSignIns, type SignIns } from './signIns.ts';

/** The account, and where its TwiML App gets its documents from. */
export interface SignalingSettings extends TokenSettings {
  readonly voiceUrl: string;
}

/** The connections of browsers. */
export interface Signaling {
  /** Serves the Voice SDK's WebSocket at /signal of this server. */
  attach(server: Server): void;
  /** Rings the browser of this identity; undefined when none is registered. */
  ring(identity: string): Ring | undefined;
  /** The identities that can be rung. */
  registered(): string[];
  /**
   * Breaks the socket of one browser, or of all, as a network failure would. They cannot be rung from
   * then on, until they have registered again.
   */
  dropSockets(identity?: string): void;
  /** Drops all sound that is sent to a browser in its current calls, as a network can. */
  loseSound(identity: string): void;
  /** Expires the tokens with which browsers are signed in. */
  expireTokens(): void;
  close(): void;
}

/** The SDK drops a socket after 15 s of silence. */
const HEARTBEAT_MS = 5_000;

/** The protocol of the Voice SDK: pstream 1.6, JSON messages over a WebSocket. */
export function createSignaling(settings: SignalingSettings, board: Switchboard): Signaling {
  const sockets = new WebSocketServer({ noServer: true });
  const signIns = createSignIns(settings);
  const calls = createBrowserCalls({
    accountSid: settings.accountSid,
    voiceUrl: settings.voiceUrl,
    board,
    keptMsOf: (socket) => signIns.keptMsOf(socket),
  });
  const handle = createHandler({ signIns, calls, board });
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) if (socket.readyState === socket.OPEN) socket.send('\n');
  }, HEARTBEAT_MS);

  sockets.on('connection', (socket) => {
    void loadBrowserMedia();
    const who = signIns.connect(socket);
    socket.on('close', () => {
      calls.lose(socket);
      signIns.disconnect(socket, who);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const message = parseMessage(String(raw));
      if (!message) return;
      handle(socket, who, message).catch((fault: Error) =>
        send(socket, 'hangup', {
          callsid: message.payload?.callsid,
          error: { code: 31000, message: fault.message },
        }),
      );
    });
  });

  const detachments: (() => void)[] = [];
  const upgrade = (request: IncomingMessage, connection: Duplex, head: Buffer): void => {
    if (request.url !== '/signal') return void connection.destroy();
    sockets.handleUpgrade(request, connection, head, (socket) =>
      sockets.emit('connection', socket, request),
    );
  };

  return {
    attach(server) {
      server.on('upgrade', upgrade);
      detachments.push(() => server.off('upgrade', upgrade));
    },
    ring(identity) {
      const socket = signIns.socketOf(identity);
      return socket && calls.ring(socket, identity);
    },
    registered: () => signIns.registered(),
    dropSockets(identity) {
      const dropped = identity === undefined ? sockets.clients : [signIns.socketOf(identity)];
      for (const socket of dropped) {
        if (!socket) continue;
        signIns.unregister(socket);
        socket.terminate();
      }
    },
    loseSound: (identity) => calls.loseSound(identity),
    expireTokens: () => signIns.expireTokens(),
    close() {
      for (const detach of detachments) detach();
      clearInterval(heartbeat);
      calls.close();
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
    },
  };
}

interface HandlerDeps {
  readonly signIns: SignIns;
  readonly calls: BrowserCalls;
  readonly board: Switchboard;
}

/** Handles the messages of a browser. */
function createHandler({ signIns, calls, board }: HandlerDeps) {
  async function invite(socket: WebSocket, who: Caller, payload: Payload): Promise<void> {
    if (!who.identity) return send(socket, 'hangup', { error: NOT_SIGNED_IN });
    if (hasExpired(who)) return send(socket, 'hangup', { error: TOKEN_EXPIRED });
    if (!who.mayCall)
      return send(socket, 'hangup', {
        error: { code: 31201, message: 'The token names no TwiML App that may call' },
      });
    return calls.place(socket, who.identity, payload);
  }

  return async (socket: WebSocket, who: Caller, { type, payload = {} }: Message): Promise<void> => {
    const call = calls.find(payload.callsid);
    switch (type) {
      case 'listen':
        return signIns.signIn(socket, who, payload);
      case 'register':
        return signIns.register(socket, who, payload.media?.audio === true);
      case 'invite':
        return payload.reconnect
          ? calls.resume(socket, payload.callsid)
          : invite(socket, who, payload);
      case 'answer':
        await call?.answered?.(payload.sdp ?? '');
        return;
      case 'reject':
        return call?.refused?.();
      case 'hangup':
        if (call) board.hangUp(call.leg);
        return;
      case 'reinvite':
        if (call)
          send(socket, 'answer', {
            callsid: call.leg.callSid,
            sdp: await call.media.answer(payload.sdp ?? ''),
          });
        return;
      case 'message':
        return send(socket, 'ack', {
          acktype: 'message',
          callsid: payload.callsid,
          voiceeventsid: payload.voiceeventsid,
        });
    }
  };
}
