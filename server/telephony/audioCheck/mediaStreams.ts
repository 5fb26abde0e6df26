import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { WebSocketServer, type WebSocket } from 'ws';
import { PATHS } from '../webhooks/paths.ts';

/** The sound of one leg, both ways, in mu-law. */
export interface MediaStream {
  /** `streamMs` is when the sound begins, on the carrier's own clock of this stream. */
  onSound(listener: (ulaw: Buffer, streamMs: number) => void): void;
  play(ulaw: Buffer): void;
  /** Has the carrier say when all that was played until now is over. */
  mark(name: string): void;
  onMark(listener: (name: string, streamMs: number) => void): void;
  /** Resolves with the status after `limitMs`, or as soon as the stream is no longer open. */
  statusWithin(limitMs: number): Promise<MediaStreamStatus>;
  close(): void;
}

/** Ended by the carrier, or cut off because this instance stops. */
type MediaStreamStatus = 'open' | 'ended' | 'cut_off';

export interface MediaStreams {
  /** Accepts a WebSocket with the carrier's signature; answers all others with 403. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Cuts off the streams that are open. */
  close(): void;
}

interface StreamMessage {
  readonly event?: string;
  readonly streamSid?: string;
  readonly start?: { readonly customParameters?: Readonly<Record<string, string>> };
  readonly media?: { readonly payload: string; readonly timestamp?: string };
  readonly mark?: { readonly name?: string };
}

const MAX_MESSAGE_BYTES = 64 * 1024;
const START_LIMIT_MS = 5_000;

export interface MediaStreamSettings {
  readonly publicUrl: string;
  readonly authToken: string;
  /** Called with every stream that begins, and the key in its address. */
  readonly onStream: (stream: MediaStream, key: string) => void;
}

/**
 * Twilio's bidirectional media streams.
 * https://www.twilio.com/docs/voice/media-streams/websocket-messages
 */
export function createMediaStreams({
  publicUrl,
  authToken,
  onStream,
}: MediaStreamSettings): MediaStreams {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  let isClosed = false;
  const address = publicUrl.replace(/^http/, 'ws') + PATHS.stream;

  const isSigned = (request: IncomingMessage): boolean => {
    const signature = request.headers['x-twilio-signature'];
    return typeof signature === 'string' && validateRequest(authToken, signature, address, {});
  };

  function handleStream(socket: WebSocket): void {
    const listeners: Parameters<MediaStream['onSound']>[0][] = [];
    const markListeners: Parameters<MediaStream['onMark']>[0][] = [];
    let streamMs = 0;
    const startTimeout = setTimeout(() => socket.terminate(), START_LIMIT_MS).unref();
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const message = parseMessage(String(raw));
      if (message?.event === 'media' && message.media) {
        const ulaw = Buffer.from(message.media.payload, 'base64');
        streamMs = Number(message.media.timestamp);
        for (const listener of listeners) listener(ulaw, streamMs);
      }
      if (message?.event === 'mark')
        for (const listener of markListeners) listener(message.mark?.name ?? '', streamMs);
      if (message?.event !== 'start' || !message.start) return;
      clearTimeout(startTimeout);
      const { streamSid } = message;
      const send = (event: string, content: object): void => {
        if (socket.readyState === socket.OPEN)
          socket.send(JSON.stringify({ event, streamSid, ...content }));
      };
      const stream: MediaStream = {
        onSound: (listener) => void listeners.push(listener),
        play: (ulaw) => send('media', { media: { payload: ulaw.toString('base64') } }),
        mark: (name) => send('mark', { mark: { name } }),
        onMark: (listener) => void markListeners.push(listener),
        statusWithin: (limitMs) => statusWithin(socket, limitMs),
        close: () => socket.close(),
      };
      onStream(stream, message.start.customParameters?.key ?? '');
    });
  }

  function statusWithin(socket: WebSocket, limitMs: number): Promise<MediaStreamStatus> {
    const status = (): MediaStreamStatus =>
      isClosed ? 'cut_off' : socket.readyState === socket.OPEN ? 'open' : 'ended';
    return new Promise((resolve) => {
      if (status() !== 'open') return resolve(status());
      const finish = (): void => {
        clearTimeout(timer);
        socket.off('close', finish);
        resolve(status());
      };
      const timer = setTimeout(finish, limitMs);
      socket.once('close', finish);
    });
  }

  return {
    upgrade(request, socket, head) {
      const path = request.url?.split('?')[0];
      if (path !== PATHS.stream || !isSigned(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, handleStream);
    },

    close() {
      isClosed = true;
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function parseMessage(text: string): StreamMessage | undefined {
  try {
    return JSON.parse(text) as StreamMessage;
  } catch {
    return undefined;
  }
}
