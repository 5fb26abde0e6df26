import { createServer, request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One recorded request and its response. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: URLSearchParams;
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON, or the length of any other body. */
  readonly body: unknown;
  /** Start and end, by `performance.now()`. */
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface Wiretap {
  readonly url: string;
  readonly exchanges: Exchange[];
  stop(): Promise<void>;
}

/** Starts a proxy to a local server that records all exchanges. */
export async function startWiretap(port: number | (() => number)): Promise<Wiretap> {
  const exchanges: Exchange[] = [];
  const server = createServer(
    (request, response) =>
      void (async () => {
        const fromMs = performance.now();
        const requestBody = await bytesOf(request);
        const answer = await forward(
          typeof port === 'number' ? port : port(),
          request,
          requestBody,
        );
        const bytes = await bytesOf(answer);
        const url = new URL(request.url!, 'http://wire');
        exchanges.push({
          method: request.method!,
          path: url.pathname,
          query: url.searchParams,
          form: new URLSearchParams(requestBody.toString('utf8')),
          status: answer.statusCode!,
          headers: answer.headers,
          body: answer.headers['content-type']?.includes('json')
            ? (JSON.parse(bytes.toString('utf8')) as unknown)
            : bytes.length,
          fromMs,
          untilMs: performance.now(),
        });
        response.writeHead(answer.statusCode!, answer.headers).end(bytes);
      })().catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  port: number,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, host: '127.0.0.1', method, path: url, headers }, resolve)
      .on('error', reject)
      .end(body);
  });
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
