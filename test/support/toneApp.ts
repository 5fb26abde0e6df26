import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { decodeUlaw, encodeUlaw, toneSource } from '../../local/carrier/media/dsp.ts';
import { createLevelMeter } from '../../local/carrier/media/levelMeter.ts';

interface StreamMessage {
  readonly event: string;
  readonly sequenceNumber?: string;
  readonly streamSid?: string;
  readonly start?: {
    callSid: string;
    streamSid: string;
    accountSid: string;
    tracks: string[];
    mediaFormat: object;
    customParameters: Record<string, string>;
  };
  readonly media?: { track: string; chunk: string; timestamp: string; payload: string };
  readonly mark?: { name: string };
  readonly dtmf?: { track: string; digit: string };
}

/** One stream as the server received it. */
export interface ReceivedStream {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly messages: StreamMessage[];
  readonly parameters: Record<string, string>;
  readonly heard: Record<'inbound' | 'outbound', ReturnType<typeof createLevelMeter>>;
  isOpen: boolean;
  send(message: object): void;
  sayTone(hz: number, ms: number): void;
  close(): void;
}

export interface ToneApp {
  readonly httpUrl: string;
  readonly wsUrl: string;
  readonly requests: {
    path: string;
    params: Record<string, string>;
    signature: string | undefined;
  }[];
  readonly streams: ReceivedStream[];
  stop(): Promise<void>;
}

/**
 * Starts an application with a media-stream server; `twiml` returns the document for each request.
 */
export async function startToneApp(
  twiml: (path: string, params: Record<string, string>, wsUrl: string) => string | undefined,
): Promise<ToneApp> {
  const requests: ToneApp['requests'] = [];
  const streams: ReceivedStream[] = [];
  const server = createServer(
    (request, response) =>
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const params = Object.fromEntries(
          new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
        );
        requests.push({
          path: request.url!,
          params,
          signature: request.headers['x-twilio-signature'] as string | undefined,
        });
        const document = twiml(request.url!, params, wsUrl);
        response
          .writeHead(document === undefined ? 404 : 200, { 'content-type': 'text/xml' })
          .end(document);
      })(),
  );
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => streams.push(receiveStream(socket, request)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const wsUrl = `ws://127.0.0.1:${port}/stream`;
  return {
    httpUrl: `http://127.0.0.1:${port}`,
    wsUrl,
    requests,
    streams,
    async stop() {
      sockets.clients.forEach((socket) => socket.terminate());
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function receiveStream(socket: WebSocket, { url = '', headers }: IncomingMessage): ReceivedStream {
  const stream: ReceivedStream = {
    path: url,
    headers,
    messages: [],
    parameters: {},
    heard: { inbound: createLevelMeter(), outbound: createLevelMeter() },
    isOpen: true,
    send: (message) =>
      socket.send(JSON.stringify({ streamSid: stream.messages[1]?.streamSid, ...message })),
    sayTone(hz, ms) {
      const next = toneSource(hz);
      for (let at = 0; at < ms; at += 20)
        stream.send({ event: 'media', media: { payload: encodeUlaw(next()).toString('base64') } });
    },
    close: () => socket.close(),
  };
  socket.on('message', (raw) => {
    const message = JSON.parse(String(raw)) as StreamMessage;
    if (message.media)
      stream.heard[message.media.track as 'inbound'].push(
        decodeUlaw(Buffer.from(message.media.payload, 'base64')),
      );
    else Object.assign(stream.parameters, message.start?.customParameters);
    stream.messages.push(message);
  });
  socket.on('close', () => {
    stream.isOpen = false;
  });
  return stream;
}
