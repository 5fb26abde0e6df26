import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createFetcher } from './announcements/playables.ts';
import type { CarrierConfig } from './config.ts';
import { control, type ScriptBook } from './control/controlApi.ts';
import { createFaultBook, type RestFault } from './faults/faultBook.ts';
import { createStepGate } from './faults/stepGate.ts';
import { RATE } from './media/dsp.ts';
import { wavOf } from './media/wav.ts';
import type { Operation } from './rest/router.ts';
import { createRestServer } from './rest/server.ts';
import { createRuntime, type PersistentParts } from './runtime.ts';
import { createCallbacks, type Callbacks } from './webhooks/callbacks.ts';

/** A running carrier. */
export interface Carrier {
  readonly port: number;
  readonly tlsPort?: number;
  readonly callbacks: Callbacks;
  /** Every operation of its REST API. */
  readonly operations: readonly Operation[];
  /**
   * Crashes with all its calls, without any callback, and starts again on the same ports after
   * `downMs`.
   */
  restart(downMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const DEFAULT_SCRIPTS: ScriptBook = new Map([
  ['+14155550142', { voice: 'priya', firstPauseMs: 700, takesTurns: true }],
  ['+12065550187', { voice: 'marcus', firstPauseMs: 700, takesTurns: true }],
  ['*', { voice: 'marcus', firstPauseMs: 700 }],
]);

/** Twilio Voice on loopback: REST, signaling, sound, callbacks, and a control API for tests. */
export async function startCarrier(config: CarrierConfig): Promise<Carrier> {
  const callbacks = createCallbacks(config.authToken);
  const servers: Server[] = [createHttp({ keepAliveTimeout: 60_000 }, listener)];
  if (config.tls)
    servers.push(createHttps({ cert: config.tls.cert, key: config.tls.key }, listener));
  const persistent: PersistentParts = {
    callbacks,
    servers,
    scripts: new Map(DEFAULT_SCRIPTS),
    restFaults: createFaultBook<RestFault>(),
    steps: createStepGate(),
    recorded: new Map(),
    fetcher: createFetcher(config.authToken),
    restart: (downMs: number) => void setImmediate(() => void restart(downMs)),
  };
  let runtime = createRuntime(config, persistent);
  const answerRest = createRestServer(config, () => runtime.rest, {
    faults: persistent.restFaults,
    gate: persistent.steps,
  });
  const [port, tlsPort] = await Promise.all(
    servers.map((server, i) => listen(server, i === 0 ? config.port : config.tls!.port)),
  );

  async function restart(downMs = 0): Promise<void> {
    callbacks.abandon();
    await Promise.all([runtime.end('dies'), ...servers.map(close)]);
    await pause(downMs);
    runtime = createRuntime(config, persistent);
    await Promise.all(servers.map((server, i) => listen(server, i === 0 ? port! : tlsPort!)));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return void response.end();
    if (url.pathname === '/')
      return void response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          '<!doctype html><html lang="en"><title>Local carrier</title><main><h1>Local carrier</h1><p>This stands in for Twilio Voice on this computer. It has no pages; npm start prints the address of the local Salesforce org, where you work.</p></main></html>',
        );
    if (url.pathname.startsWith('/sounds/'))
      return void response.setHeader('content-type', 'audio/wav').end(SILENT_WAV);
    const body = await textOf(request);
    if (!url.pathname.startsWith('/_local/')) return answerRest(request, response, url, body);
    const result = control(runtime.parts, {
      method: request.method!,
      path: url.pathname,
      query: url.searchParams,
      body: body ? (JSON.parse(body) as object) : {},
    });
    json(response, result === undefined ? 404 : 200, result ?? { message: 'Not found' });
  }

  function listener(request: IncomingMessage, response: ServerResponse): void {
    answer(request, response).catch((fault: Error) =>
      json(response, 500, { code: 20500, message: fault.message, status: 500 }),
    );
  }

  return {
    port: port!,
    tlsPort,
    callbacks,
    operations: runtime.rest.operations,
    restart,
    async stop() {
      await runtime.end('stops');
      await Promise.all(servers.map(close));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** 100 ms of silence, for the SDK's ring tones and clicks. */
const SILENT_WAV = wavOf(new Int16Array(RATE / 10), RATE);
