import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import twilio, { type Twilio } from 'twilio';
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { startCarrier, type Carrier } from '../../local/carrier/carrier.ts';
import type { CarrierConfig } from '../../local/carrier/config.ts';
import { until } from './until.ts';

export const ACCOUNT = {
  accountSid: `AC${'1'.repeat(32)}`,
  authToken: 'a'.repeat(32),
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 'b'.repeat(32),
};
export const NUMBER = '+15005550100';
export const PHONE = '+15005550001';
/** A number that rings without an answer. */
export const SLOW = '+15005550002';
export const BUSY = '+15005550003';
const MUTE_EVENTS = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'];

interface ReceivedCallback {
  readonly path: string;
  readonly params: Record<string, string>;
}
type DialOptions = Parameters<ReturnType<Twilio['conferences']>['participants']['create']>[0];

/** The local carrier, Twilio's client, and a server that records the callbacks. */
export interface CarrierBench {
  readonly carrier: Carrier;
  readonly client: Twilio;
  /** Received callbacks with a valid signature, oldest first. */
  readonly callbacks: ReceivedCallback[];
  /** Base URL of the callbacks server. */
  readonly listener: string;
  /** TwiML that the callbacks server responds with, by path. */
  readonly documents: Map<string, string>;
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** Dials a number into a conference, with callbacks to `/conference`. */
  dial(
    room: string,
    label: string,
    more?: Partial<DialOptions>,
  ): Promise<{ callSid: string; conferenceSid: string }>;
  /** Dials and waits until connected. */
  join(
    room: string,
    label: string,
    more?: Partial<DialOptions>,
  ): Promise<{ callSid: string; conferenceSid: string }>;
  /** Waits for a callback with these parameters. */
  callbackWith(params: Record<string, string>): Promise<ReceivedCallback>;
  stop(): Promise<void>;
}

export async function startCarrierBench(
  config: Partial<CarrierConfig> = {},
): Promise<CarrierBench> {
  const callbacks: ReceivedCallback[] = [];
  const documents = new Map<string, string>();
  let listener = '';
  const server = createServer(
    (request, response) =>
      void (async () => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const url = new URL(request.url!, listener);
        const form = Object.fromEntries(
          new URLSearchParams(Buffer.concat(chunks).toString('utf8')),
        );
        const isSigned = validateRequest(
          ACCOUNT.authToken,
          String(request.headers['x-twilio-signature']),
          url.href,
          form,
        );
        if (isSigned)
          callbacks.push({
            path: url.pathname,
            params: request.method === 'GET' ? Object.fromEntries(url.searchParams) : form,
          });
        response.writeHead(isSigned ? 200 : 403).end(documents.get(url.pathname));
      })(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  listener = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const carrier = await startCarrier({
    port: 0,
    ...ACCOUNT,
    voiceUrl: `${listener}/voice`,
    numbers: [{ phoneNumber: NUMBER, voiceUrl: `${listener}/inbound` }],
    callsPerSecond: 1000,
    ...config,
  });
  const url = `http://127.0.0.1:${carrier.port}`;
  const client = twilio(ACCOUNT.accountSid, ACCOUNT.authToken);
  client.api.baseUrl = url;

  async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/_local/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  }
  for (const [address, script] of [
    ['*', { toneHz: 700, ringMs: 1 }],
    [SLOW, { ringMs: 60_000 }],
    [BUSY, { never: 'busy', ringMs: 1 }],
  ] as const)
    await control('POST', 'scripts', { address, script });

  const bench: CarrierBench = {
    carrier,
    client,
    callbacks,
    listener,
    documents,
    control,
    dial: (room, label, more) =>
      client.conferences(room).participants.create({
        from: NUMBER,
        to: PHONE,
        beep: 'false',
        label,
        conferenceStatusCallback: `${listener}/conference`,
        conferenceStatusCallbackEvent: MUTE_EVENTS,
        ...more,
      }),
    async join(room, label, more) {
      const made = await bench.dial(room, label, more);
      await until(
        `${label} is connected`,
        async () =>
          (await client.conferences(made.conferenceSid).participants(made.callSid).fetch())
            .status === 'connected',
      );
      return made;
    },
    callbackWith: (expected) =>
      until(`a callback with ${JSON.stringify(expected)}`, () =>
        callbacks.find(({ params }) =>
          Object.entries(expected).every(([name, value]) => params[name] === value),
        ),
      ),
    async stop() {
      await carrier.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bench;
}

/** Runs one test with its own bench and stops it, also after a failure. */
export async function withCarrierBench(
  config: Partial<CarrierConfig>,
  use: (bench: CarrierBench) => Promise<void>,
): Promise<void> {
  const bench = await startCarrierBench(config);
  try {
    await use(bench);
  } finally {
    await bench.stop();
  }
}

/**
 * One bench for the tests of a suite; each test gets a new conference name and no earlier
 * callbacks.
 */
export function onCarrierBench(give: (place: { bench: CarrierBench; room: string }) => void): void {
  let bench: CarrierBench;
  let rooms = 0;
  before(async () => {
    bench = await startCarrierBench();
  });
  after(() => bench?.stop());
  beforeEach(async () => {
    await bench.carrier.callbacks.idle();
    bench.callbacks.length = 0;
    give({ bench, room: `room-${++rooms}` });
  });
}

/** Asserts that Twilio's client rejects with this status and code. */
export async function refused(
  request: Promise<unknown>,
  status: number,
  code: number,
): Promise<void> {
  const error = (await request.then(
    () => assert.fail('it was not refused'),
    (thrown: unknown) => thrown,
  )) as { status: number; code: number; message: string };
  assert.deepEqual([error.status, error.code], [status, code], error.message);
}
