import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { WebSocketServer, type WebSocket } from 'ws';
import { PATHS } from '../webhooks/paths.ts';

/** The sound of one leg, both ways, in mu-law. */
export interface MediaStream {
  readonly callSid: string;
  onSound(listener: (ulaw: Buffer) => void): void;
  play(ulaw: Buffer): void;
  close(): void;
}

export interface MediaStreams {
  /** Resolves with the stream that has this key; rejects if none is opened in time. */
  expect(key: string, withinMs: number): Promise<MediaStream>;
  /** Accepts a WebSocket with the carrier's signature; answers all others with 403. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

interface StreamMessage {
  readonly event?: string;
  readonly streamSid?: string;
  readonly start?: {
    readonly callSid: string;
    readonly customParameters?: Readonly<Record<string, string>>;
  };
  readonly media?: { readonly payload: string };
}

const MAX_MESSAGE_BYTES = 64 * 1024;
const START_LIMIT_MS = 5_000;

export interface MediaStreamSettings {
  readonly publicUrl: string;
  readonly authToken: string;
  /** Called with the key of a stream that this instance does not expect. */
  readonly onUnexpectedStream: (key: string) => void;
}

/**
 * Twilio's bidirectional media streams.
 * https://www.twilio.com/docs/voice/media-streams/websocket-messages
 */
export function createMediaStreams({
  publicUrl,
  authToken,
  onUnexpectedStream,
}: MediaStreamSettings): MediaStreams {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const expected = new Map<string, (stream: MediaStream) => void>();
  const address = publicUrl.replace(/^http/, 'ws') + PATHS.stream;

  const isSigned = (request: IncomingMessage): boolean => {
    const signature = request.headers['x-twilio-signature'];
    return typeof signature === 'string' && validateRequest(authToken, signature, address, {});
  };

  function handleStream(socket: WebSocket): void {
    const listeners: ((ulaw: Buffer) => void)[] = [];
    const startTimeout = setTimeout(() => socket.terminate(), START_LIMIT_MS).unref();
    socket.on('error', () => socket.terminate());
    socket.on('message', (raw) => {
      const message = parseMessage(String(raw));
      if (message?.event === 'media' && message.media) {
        const ulaw = Buffer.from(message.media.payload, 'base64');
        for (const listener of listeners) listener(ulaw);
      }
      if (message?.event !== 'start' || !message.start) return;
      clearTimeout(startTimeout);
      const key = message.start.customParameters?.key ?? '';
      const accept = expected.get(key);
      if (!accept) {
        onUnexpectedStream(key);
        return socket.close();
      }
      const { streamSid } = message;
      accept({
        callSid: message.start.callSid,
        onSound: (listener) => void listeners.push(listener),
        play: (ulaw) =>
          socket.readyState === socket.OPEN &&
          socket.send(
            JSON.stringify({
              event: 'media',
              streamSid,
              media: { payload: ulaw.toString('base64') },
            }),
          ),
        close: () => socket.close(),
      });
    });
  }

  return {
    expect: (key, withinMs) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          expected.delete(key);
          reject(new Error('the carrier did not open the media stream of a leg in time'));
        }, withinMs).unref();
        expected.set(key, (stream) => {
          clearTimeout(timer);
          expected.delete(key);
          resolve(stream);
        });
      }),

    upgrade(request, socket, head) {
      const path = request.url?.split('?')[0];
      if (path !== PATHS.stream || !isSigned(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, handleStream);
    },

    close() {
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
