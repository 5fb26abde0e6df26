import type { WebSocket } from 'ws';

/** A message of the Voice SDK's protocol: pstream 1.6, JSON over a WebSocket. */
export interface Message {
  readonly type: string;
  readonly payload?: Payload;
}

export interface Payload {
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

/** Sends a message, if the socket is open. */
export function send(socket: WebSocket, type: string, payload: object = {}): void {
  if (socket.readyState === socket.OPEN)
    socket.send(JSON.stringify({ type, version: '1.6', payload }));
}

/** Reads a message; undefined if it is none. */
export function parseMessage(text: string): Message | undefined {
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
