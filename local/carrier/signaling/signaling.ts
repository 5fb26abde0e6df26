import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { newSid } from '../formats/sids.ts';
import type { FarEnd, Leg } from '../legs/leg.ts';
import { isOver } from '../legs/leg.ts';
import type { BrowserMedia } from '../media/browserMedia.ts';
import type { Ring, Switchboard } from '../switchboard/switchboard.ts';
import {
  callerOf,
  CANNOT_REGISTER,
  hasExpired,
  isAbandoned,
  keptMsAsked,
  NOT_SIGNED_IN,
  TOKEN_EXPIRED,
  type Caller,
  type KeptLeg,
  type TokenSettings,
} from './callers.ts';

/** The account, and where its TwiML App gets its documents from. */
export interface SignalingSettings extends TokenSettings {
  readonly voiceUrl: string;
}

interface Message {
  readonly type: string;
  readonly payload?: Payload;
}

interface Payload {
  readonly callsid?: string;
  readonly token?: string;
  readonly sdp?: string;
  readonly reconnect?: string;
  /** How many seconds the account keeps calls of this browser without its socket. */
  readonly reconnectTimeout?: number;
  readonly voiceeventsid?: string;
  readonly media?: { readonly audio?: boolean };
  readonly twilio?: { readonly params?: string };
}

/**
 * A browser leg: its sound, and the socket for its messages, which may be replaced during the call.
 */
interface BrowserLeg extends KeptLeg {
  leg: Leg;
  media: BrowserMedia;
  socket: WebSocket;
  reconnect: string;
  heardAt: number;
  lostAt?: number;
  keptMs: number;
  answered?: (sdp: string) => Promise<void>;
  refused?: () => void;
}

/** The connections of browsers. */
export interface Signaling {
  /** Serves the Voice SDK's WebSocket at /signal of this server. */
  attach(server: Server): void;
  /** Rings the browser of this identity; undefined when none is registered. */
  ring(identity: string): Ring | undefined;
  /** The identities that can be rung. */
  registered(): string[];
  /** Breaks the socket of one browser, or of all, as a network failure would. */
  dropSockets(identity?: string): void;
  /** Drops all sound that is sent to a browser in its current calls, as a network can. */
  loseSound(identity: string): void;
  /** Expires the tokens with which browsers are signed in. */
  expireTokens(): void;
  close(): void;
}

/** The SDK drops a socket after 15 s of silence. */
const HEARTBEAT_MS = 5_000;

const LOOK_MS = 1_000;

/**
 * WebRTC is loaded when the first browser connects, because it is large and scripts do not need it.
 */
const browserMedia = () => import('../media/browserMedia.ts');

/** The protocol of the Voice SDK: pstream 1.6, JSON messages over a WebSocket. */
export function createSignaling(settings: SignalingSettings, board: Switchboard): Signaling {
  const sockets = new WebSocketServer({ noServer: true });
  const clients = new Map<string, WebSocket>();
  /** The signed-in browsers, by socket. */
  const callers = new Map<WebSocket, Caller>();
  const spentTokens = new Set<string>();
  const calls = new Map<string, BrowserLeg>();
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) if (socket.readyState === socket.OPEN) socket.send('\n');
  }, HEARTBEAT_MS);
  const abandonedLooks = setInterval(hangUpAbandoned, LOOK_MS);

  function hangUpAbandoned(): void {
    const now = Date.now();
    for (const call of calls.values()) {
      const isRinging = call.answered !== undefined;
      // A ringing phone has no sound yet, so only its socket decides whether it is given up.
      if (isRinging && call.lostAt === undefined) continue;
      if (isAbandoned(call, now)) board.hangUp(call.leg);
    }
  }

  function listenTo(call: BrowserLeg): void {
    call.media.onFrame = (frame) => {
      call.heardAt = Date.now();
      call.leg.speak(frame);
    };
    call.media.onDigit = (digit) => call.leg.press(digit);
  }

  const detachments: (() => void)[] = [];
  const upgrade = (request: IncomingMessage, connection: Duplex, head: Buffer): void => {
    if (request.url !== '/signal') return void connection.destroy();
    sockets.handleUpgrade(request, connection, head, (socket) =>
      sockets.emit('connection', socket, request),
    );
  };

  const send = (socket: WebSocket, type: string, payload: object = {}): void => {
    if (socket.readyState === socket.OPEN)
      socket.send(JSON.stringify({ type, version: '1.6', payload }));
  };

  function farEndOf(call: BrowserLeg): FarEnd {
    return {
      send: (frame) => call.media.send(frame),
      ended: () => {
        calls.delete(call.leg.callSid);
        send(call.socket, call.answered ? 'cancel' : 'hangup', { callsid: call.leg.callSid });
        call.media.close();
      },
    };
  }

  const keptMsOf = (socket: WebSocket): number => callers.get(socket)?.keptMs ?? 0;

  async function placeCall(socket: WebSocket, identity: string, payload: Payload): Promise<void> {
    const media = (await browserMedia()).createBrowserMedia();
    const params = Object.fromEntries(new URLSearchParams(payload.twilio?.params ?? ''));
    const sdp = await media.answer(payload.sdp ?? '');
    const call = {
      media,
      socket,
      reconnect: newSid('RT'),
      heardAt: Date.now(),
      keptMs: keptMsOf(socket),
    } as BrowserLeg;
    const farEnd: FarEnd = {
      send: (frame) => media.send(frame),
      ended: () => farEndOf(call).ended('completed'),
    };
    const leg = board.receive(
      { from: `client:${identity}`, to: params.To ?? '', direction: 'inbound' },
      farEnd,
      settings.voiceUrl,
      params,
    );
    call.leg = leg;
    calls.set(leg.callSid, call);
    listenTo(call);
    send(socket, 'ringing', { callsid: leg.callSid });
    send(socket, 'answer', { callsid: leg.callSid, sdp, reconnect: call.reconnect });
  }

  async function signIn(
    socket: WebSocket,
    who: Caller,
    { token = '', reconnectTimeout }: Payload,
  ): Promise<void> {
    const caller = spentTokens.has(token) ? TOKEN_EXPIRED : await callerOf(token, settings);
    if ('code' in caller) return send(socket, 'error', { error: caller });
    // Only the first answer on a socket says how long the token lasts: the SDK announces the end of
    // the first token, and of no later one (twilio-voice.js#93).
    const isFirst = who.identity === '';
    Object.assign(who, caller, { token, keptMs: keptMsAsked(reconnectTimeout) });
    send(socket, 'connected', {
      region: 'US_EAST_VIRGINIA',
      edge: 'ashburn',
      gateway: 'local',
      ...(isFirst && { token: { identity: caller.identity, ttl: caller.ttl } }),
    });
  }

  /** Registers this socket to be rung for the identity, or unregisters it if `isRung` is false. */
  function register(socket: WebSocket, who: Caller, isRung: boolean): void {
    if (!who.identity) return send(socket, 'error', { error: NOT_SIGNED_IN });
    const isRefused = isRung && hasExpired(who);
    if (isRung && !isRefused) clients.set(who.identity, socket);
    else if (clients.get(who.identity) === socket) clients.delete(who.identity);
    if (isRefused) return send(socket, 'error', { error: CANNOT_REGISTER });
    send(socket, isRung ? 'ready' : 'offline');
  }

  /** The SDK resumes a live call after a drop, and after every new token. */
  function resume(
    socket: WebSocket,
    call: BrowserLeg | undefined,
    callSid: string | undefined,
  ): void {
    if (!call)
      return send(socket, 'hangup', {
        callsid: callSid,
        error: { code: 31005, message: 'The call is over' },
      });
    Object.assign(call, { socket, lostAt: undefined, keptMs: keptMsOf(socket) });
    send(socket, 'answer', { callsid: call.leg.callSid, reconnect: call.reconnect });
  }

  async function invite(socket: WebSocket, who: Caller, payload: Payload): Promise<void> {
    if (!who.identity) return send(socket, 'hangup', { error: NOT_SIGNED_IN });
    if (hasExpired(who)) return send(socket, 'hangup', { error: TOKEN_EXPIRED });
    if (!who.mayCall)
      return send(socket, 'hangup', {
        error: { code: 31201, message: 'The token names no TwiML App that may call' },
      });
    return placeCall(socket, who.identity, payload);
  }

  async function handle(
    socket: WebSocket,
    who: Caller,
    { type, payload = {} }: Message,
  ): Promise<void> {
    const call = calls.get(payload.callsid ?? '');
    switch (type) {
      case 'listen':
        return signIn(socket, who, payload);
      case 'register':
        return register(socket, who, payload.media?.audio === true);
      case 'invite':
        return payload.reconnect
          ? resume(socket, call, payload.callsid)
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
  }

  sockets.on('connection', (socket) => {
    void browserMedia();
    const who: Caller = { identity: '', ttl: 0, expiresAt: 0, mayCall: false, keptMs: 0 };
    callers.set(socket, who);
    socket.on('close', () => {
      callers.delete(socket);
      for (const call of calls.values()) if (call.socket === socket) call.lostAt = Date.now();
      if (clients.get(who.identity) === socket) clients.delete(who.identity);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const message = parse(String(raw));
      if (!message) return;
      handle(socket, who, message).catch((fault: Error) =>
        send(socket, 'hangup', {
          callsid: message.payload?.callsid,
          error: { code: 31000, message: fault.message },
        }),
      );
    });
  });

  return {
    attach(server) {
      server.on('upgrade', upgrade);
      detachments.push(() => server.off('upgrade', upgrade));
    },

    ring(identity) {
      const socket = clients.get(identity);
      if (!socket) return undefined;
      return (leg, parameters, answer, refuse) =>
        void (async () => {
          const media = (await browserMedia()).createBrowserMedia();
          const call: BrowserLeg = {
            leg,
            media,
            socket,
            reconnect: newSid('RT'),
            heardAt: Date.now(),
            keptMs: keptMsOf(socket),
          };
          call.refused = () => refuse('busy');
          call.answered = async (sdp) => {
            call.answered = undefined;
            await media.acceptAnswer(sdp);
            listenTo(call);
            send(call.socket, 'answer', { callsid: leg.callSid, reconnect: call.reconnect });
            answer(farEndOf(call));
          };
          calls.set(leg.callSid, call);
          leg.farEnd = farEndOf(call);
          const sdp = await media.offer();
          if (isOver(leg)) return;
          send(socket, 'invite', {
            callsid: leg.callSid,
            sdp,
            reconnect: call.reconnect,
            parameters: {
              CallSid: leg.callSid,
              AccountSid: settings.accountSid,
              From: leg.from,
              To: `client:${identity}`,
              Params: new URLSearchParams(parameters).toString(),
            },
          });
        })().catch(() => refuse('failed'));
    },

    registered: () => [...clients.keys()],
    dropSockets(identity) {
      for (const socket of identity === undefined ? sockets.clients : [clients.get(identity)])
        socket?.terminate();
    },
    loseSound(identity) {
      for (const { socket, media } of calls.values())
        if (socket === clients.get(identity)) media.send = () => undefined;
    },
    expireTokens() {
      for (const who of callers.values()) {
        if (who.token) spentTokens.add(who.token);
        who.expiresAt = Date.now();
      }
    },
    close() {
      for (const detach of detachments) detach();
      clearInterval(heartbeat);
      clearInterval(abandonedLooks);
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
    },
  };
}

function parse(text: string): Message | undefined {
  try {
    const message = JSON.parse(text) as Message;
    return typeof message?.type === 'string' &&
      (message.payload === undefined || message.payload instanceof Object)
      ? message
      : undefined;
  } catch {
    return undefined;
  }
}
