import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { appRing } from './apps.ts';
import { createCallbacks, type Callbacks } from './callbacks.ts';
import type { CarrierConfig } from './config.ts';
import { control, findRing, type ScriptBook } from './control.ts';
import { RATE } from './media/dsp.ts';
import { wavOf } from './media/wav.ts';
import { RestError } from './rest/errors.ts';
import type { Method } from './rest/router.ts';
import { createRest } from './rest.ts';
import { newSid } from './sids.ts';
import { createSignalling } from './signalling.ts';
import { createStreams } from './streams.ts';
import { createSwitchboard } from './switchboard.ts';
import { teachVerbs } from './verbs.ts';

export interface Carrier {
  readonly port: number;
  readonly tlsPort?: number;
  readonly callbacks: Callbacks;
  stop(): Promise<void>;
}

const NUMBERED_SCRIPTS: ScriptBook = new Map([
  ['+14155550142', { voice: 'priya', firstPauseMs: 700 }],
  ['+12065550187', { voice: 'marcus', firstPauseMs: 700 }],
  ['*', { voice: 'marcus', firstPauseMs: 700 }],
]);

/** Twilio Voice on loopback: REST, signalling, sound, callbacks, and a control API for tests. */
export async function startCarrier(config: CarrierConfig): Promise<Carrier> {
  const callbacks = createCallbacks(config.authToken);
  const board = createSwitchboard(config, callbacks);
  const signalling = createSignalling(config, board);
  const streams = createStreams(config, board, callbacks);
  teachVerbs(board, { streams });
  const rest = createRest({ accountSid: config.accountSid, board, callbacks, streams });
  const apps = new Map((config.apps ?? []).map(({ appSid, voiceUrl }) => [appSid, voiceUrl]));
  const isTheApp = (appSid: string) => config.twimlAppSid === undefined || appSid === config.twimlAppSid;
  const voiceUrlOf = (appSid: string) => apps.get(appSid) ?? (isTheApp(appSid) ? config.voiceUrl : undefined);
  const parts = { board, callbacks, signalling, scripts: new Map(NUMBERED_SCRIPTS), voiceUrl: config.voiceUrl, numbers: config.numbers };
  board.findRing = (address) => appRing(board, voiceUrlOf, address) ?? findRing(parts, address);

  const credentials = [`${config.accountSid}:${config.authToken}`, `${config.apiKeySid}:${config.apiKeySecret}`].map((pair) => `Basic ${Buffer.from(pair).toString('base64')}`);
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    if (request.method === 'OPTIONS') return void response.end();
    if (url.pathname.startsWith('/sounds/')) return void response.setHeader('content-type', 'audio/wav').end(SILENT_WAV);
    const body = await textOf(request);
    if (url.pathname.startsWith('/_local/')) {
      const result = control(parts, { method: request.method!, path: url.pathname, query: url.searchParams, body: body ? (JSON.parse(body) as object) : {} });
      return json(response, result === undefined ? 404 : 200, result ?? { message: 'nothing here' });
    }
    await answerRest(request, response, url, body);
  }

  async function answerRest(request: IncomingMessage, response: ServerResponse, url: URL, body: string): Promise<void> {
    response.setHeader('twilio-request-id', newSid('RQ'));
    response.setHeader('x-api-domain', 'api.twilio.com');
    try {
      if (!credentials.includes(request.headers.authorization ?? '')) throw new RestError(401, 20003, 'Authenticate');
      const { status, body: answered, media, assumption } = await rest.answer({ method: request.method as Method, path: url.pathname, query: url.searchParams, form: new URLSearchParams(body) });
      if (assumption) response.setHeader('x-local-assumption', assumption);
      if (media) response.writeHead(status, { 'content-type': media.type }).end(media.bytes);
      else if (status === 204) response.writeHead(204).end();
      else json(response, status, answered);
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      if (error.assumption) response.setHeader('x-local-assumption', error.assumption);
      json(response, error.status, error.body);
    }
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => void answer(request, response).catch((fault: Error) => json(response, 500, { code: 20500, message: fault.message, status: 500 }));
  const servers: Server[] = [createHttp(listener)];
  if (config.tls) servers.push(createHttps({ cert: config.tls.cert, key: config.tls.key }, listener));
  for (const server of servers) signalling.attach(server);
  const [port, tlsPort] = await Promise.all(servers.map((server, i) => listen(server, i === 0 ? config.port : config.tls!.port)));

  return {
    port: port!,
    tlsPort,
    callbacks,
    async stop() {
      await board.stop();
      signalling.close();
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
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

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A tenth of a second of nothing, for the SDK's ring tones and clicks. */
const SILENT_WAV = wavOf(new Int16Array(RATE / 10), RATE);
