import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { Fault } from '../terminal/fault.ts';

/** Distributes requests over several instances of the server in turn. */
export interface Balancer {
  readonly port: number;
  /** Stops listening and cuts off open connections. */
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Headers that belong to one connection and are not passed on. */
const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/**
 * Passes every request, WebSocket and live feed to the next instance in turn, or to the one after
 * it if that one does not listen. Answers 503 if none listens, and 502 if an instance closed the
 * connection during the request. Such a request may have been carried out, so it is not sent again.
 * Rejects with Fault if the port is in use.
 *
 * @param ports of the instances; may grow
 */
export async function startBalancer({
  port,
  ports,
}: {
  port: number;
  ports: readonly number[];
}): Promise<Balancer> {
  const upgraded = new Set<Duplex>();
  let turn = 0;

  /** A connection to the next instance that listens, or undefined. */
  async function reach(): Promise<Socket | undefined> {
    const first = turn;
    turn += 1;
    for (let tried = 0; tried < ports.length; tried += 1) {
      const socket = await connected(ports[(first + tried) % ports.length]!);
      if (socket) return socket;
    }
    return undefined;
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const socket = await reach();
    if (!socket) return refuse(response, 503);
    const onward = httpRequest({
      createConnection: () => socket,
      method: request.method,
      path: request.url,
      headers: onwardHeaders(request),
      setHost: false,
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode!, answer.statusMessage, passedOn(answer.rawHeaders));
      response.flushHeaders();
      answer.on('error', () => response.destroy());
      answer.pipe(response);
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : refuse(response, 502)));
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  async function passUpgrade(request: IncomingMessage, client: Duplex, head: Buffer) {
    const instance = await reach();
    if (!instance) return void client.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    for (const [one, other] of [
      [client, instance],
      [instance, client],
    ] as const) {
      upgraded.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        upgraded.delete(one);
        other.destroy();
      });
    }
    const headers = [...request.rawHeaders, 'x-forwarded-for', forwardedFor(request)];
    const lines = headers.flatMap((name, i) => (i % 2 ? [] : [`${name}: ${headers[i + 1]}`]));
    instance.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    instance.write(head);
    client.pipe(instance).pipe(client);
  }

  const server = createServer((request, response) => void pass(request, response));
  server.on('upgrade', (request, client, head) => {
    client.on('error', () => undefined);
    void passUpgrade(request, client, head);
  });
  // The instances have their own time limits.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (fault) =>
      reject(new Fault(`the balancer cannot listen on port ${port}: ${fault.message}`)),
    );
    server.listen(port, HOST, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const one of upgraded) one.destroy();
      await closed;
    },
  };
}

function connected(port: number): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost');
    const giveUp = (): void => resolve(undefined);
    socket.once('error', giveUp);
    socket.once('connect', () => {
      socket.off('error', giveUp);
      socket.on('error', () => undefined);
      resolve(socket);
    });
  });
}

function refuse(response: ServerResponse, status: 502 | 503): void {
  response.writeHead(status, { 'retry-after': '1' }).end();
}

const forwardedFor = ({ headers, socket }: IncomingMessage): string =>
  [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ');

function onwardHeaders(request: IncomingMessage): Record<string, string | string[]> {
  const kept = Object.entries(request.headers).filter(
    (header): header is [string, string | string[]] =>
      header[1] !== undefined && (header[0] === 'transfer-encoding' || isPassedOn(header[0])),
  );
  return {
    ...Object.fromEntries(kept),
    'x-forwarded-for': forwardedFor(request),
    connection: 'close',
  };
}

const isPassedOn = (name: string): boolean => !OF_THE_CONNECTION.has(name.toLowerCase());

function passedOn(rawHeaders: readonly string[]): string[] {
  return rawHeaders.flatMap((name, i) =>
    i % 2 === 0 && isPassedOn(name) ? [name, rawHeaders[i + 1]!] : [],
  );
}
