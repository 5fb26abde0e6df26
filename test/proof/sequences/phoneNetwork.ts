import twilio, { type Twilio } from 'twilio';
import type { Unplayable } from '../../../local/carrier/announcements/playables.ts';
import type { Conference, Participant } from '../../../local/carrier/conference/conference.ts';
import { createFaultBook } from '../../../local/carrier/faults/faultBook.ts';
import { createStepGate } from '../../../local/carrier/faults/stepGate.ts';
import type { FarEnd, Leg } from '../../../local/carrier/legs/leg.ts';
import { RestError } from '../../../local/carrier/rest/errors.ts';
import type { Method } from '../../../local/carrier/rest/router.ts';
import { createRuntime, type Runtime } from '../../../local/carrier/runtime.ts';
import type { Switchboard } from '../../../local/carrier/switchboard/switchboard.ts';
import { createCallbacks, type Callbacks } from '../../../local/carrier/webhooks/callbacks.ts';
import type { Form } from '../../../local/carrier/webhooks/signature.ts';
import type { CallbackForm } from '../../../server/ports/index.ts';
import { withRetryAfter } from '../../../server/telephony/client/client.ts';
import type { VirtualTime } from './virtualTime.ts';

const ACCOUNT_SID = `AC${'1'.repeat(32)}`;
const AUTH_TOKEN = 'a'.repeat(32);
/** Timeout of Dealside's requests to the carrier. */
const CLIENT_PATIENCE_MS = 5_000;
const FETCH_MS = 40;

/**
 * Faults of a request. `unavailable`: 503, not processed. `unanswered`: processed, the response is
 * lost.
 * `lost`: never processed. `late`: processed after the timeout. `slow`: processed just before the
 * timeout.
 * `busy`: 429, without or with `Retry-After`. `reset`: connection reset before processing, `cut`:
 * after it.
 */
export const REST_FAULTS = [
  'unavailable',
  'unanswered',
  'lost',
  'late',
  'slow',
  'busy',
  'busy for 1 s',
  'busy for 30 s',
  'reset',
  'cut',
] as const;
export type RestFault = (typeof REST_FAULTS)[number];
export const CALLBACK_FAULTS = ['lose', 'double', 'delay'] as const;
export type CallbackFault = (typeof CALLBACK_FAULTS)[number];

/** A request of Dealside to the carrier. */
export interface Step {
  readonly method: Method;
  readonly path: string;
  readonly form: [string, string][];
  readonly callSid: string | undefined;
}

/** A planted defect: changes or drops a request, with knowledge of the faults so far. */
export type Planted = (step: Step, pastFaults: ReadonlySet<RestFault>) => Step | undefined;

/** Dealside as the carrier calls it. */
export interface Customer {
  /** Receives a status callback. */
  reported(form: CallbackForm): void;
  /** Returns TwiML for a leg; undefined without an answer. */
  instructions(url: string, params: Form): Promise<string | undefined>;
  /**
   * Called for each request; returns functions that run right before and after it is processed, if
   * it is.
   */
  onStep(step: Step): { before(): void; after(isLate: boolean): void };
}

interface Options {
  readonly time: VirtualTime;
  readonly noise: () => number;
  readonly voiceUrl: string;
  readonly trace: (line: string) => void;
}

/** The local carrier behind a network with delays and faults, used by Twilio's official client. */
export class PhoneNetwork {
  readonly client: Twilio;
  readonly board: Switchboard;
  customer!: Customer;
  /** Who answers at an address; undefined for no answer. */
  answering: (address: string) => FarEnd | 'busy' | undefined = () => undefined;
  isDown = false;
  /** Conferences in which nothing happens. */
  bystanders: ReadonlySet<string> = new Set();
  /** The planted defect, which tests expect to be found. */
  planted: Planted = (step) => step;
  readonly #options: Options;
  readonly #runtime: Runtime;
  #restFaults: { fault: RestFault; skip: number }[] = [];
  #callbackFaults: { fault: CallbackFault; skip: number }[] = [];
  #tokens = 0;
  readonly #pastFaults = new Set<RestFault>();

  constructor(options: Options) {
    this.#options = options;
    const callbacks: Callbacks = {
      ...createCallbacks(AUTH_TOKEN),
      fetch: (url, params) => this.#fetch(url, params),
      send: (url, params) => this.#sendCallback(url, params),
      idle: async () => undefined,
    };
    const { voiceUrl } = options;
    this.#runtime = createRuntime(
      {
        port: 0,
        accountSid: ACCOUNT_SID,
        authToken: AUTH_TOKEN,
        apiKeySid: '',
        apiKeySecret: '',
        voiceUrl,
        numbers: [{ phoneNumber: '+15005550100', voiceUrl }],
        callsPerSecond: 1_000,
      },
      {
        callbacks,
        restFaults: createFaultBook(),
        steps: createStepGate(),
        scripts: new Map(),
        restart: () => undefined,
        servers: [],
        recorded: new Map(),
        fetcher: () => this.#silence(),
      },
    );
    this.board = this.#runtime.parts.board;
    this.board.findRing =
      (address) =>
      (leg, _parameters, { answer, refuse }) =>
        void options.time.after(300, () =>
          options.time.within(() => {
            const farEnd = this.answering(address);
            if (farEnd === undefined || farEnd === 'busy') refuse(farEnd ?? 'no-answer');
            else answer(Object.assign(farEnd, { leg }));
          }),
        );
    this.client = twilio(ACCOUNT_SID, AUTH_TOKEN, {
      httpClient: { request: (request: ClientRequest) => this.#request(request) } as never,
    });
  }

  /** Plants a fault for the request, or callback, after `skip` others. */
  armRest(fault: RestFault, skip: number): void {
    this.#restFaults.push({ fault, skip });
  }
  armCallback(fault: CallbackFault, skip: number): void {
    this.#callbackFaults.push({ fault, skip });
  }
  heal(): void {
    this.#restFaults = [];
    this.#callbackFaults = [];
    this.isDown = false;
  }

  /** Connects a softphone. */
  connect(identity: string, params: Form, farEnd: FarEnd): Leg {
    return this.#options.time.within(() =>
      this.board.receive({ from: `client:${identity}`, to: '', direction: 'inbound' }, farEnd, {
        url: this.#options.voiceUrl,
        params,
      }),
    );
  }

  hangUp(leg: Leg): void {
    this.#options.time.within(() => this.board.hangUp(leg));
  }

  /** Holds or resumes a participant, as another program of the account could. */
  holdFromOutside(label: string, onHold: boolean): void {
    const found = this.find(label);
    if (found) this.board.rooms.change(found.room, found.participant, { hold: onHold });
  }

  find(label: string): { room: Conference; participant: Participant } | undefined {
    for (const room of this.board.rooms.list()) {
      if (this.bystanders.has(room.sid)) continue;
      const participant = [...room.participants.values()].find((one) => one.label === label);
      if (participant) return { room, participant };
    }
    return undefined;
  }

  close(): Promise<void> {
    for (const room of this.board.rooms.list()) this.board.rooms.end(room, 'test-over');
    return this.#runtime.end('stops');
  }

  async #fetch(url: string, params: Form): Promise<string | undefined> {
    await new Promise<void>((resolve) => this.#options.time.after(this.#latency(40), resolve));
    return this.customer.instructions(url, params);
  }

  /**
   * Announcements fail here: a real request and its sound would use real time instead of virtual
   * time.
   */
  async #silence(): Promise<Unplayable> {
    await new Promise<void>((resolve) => this.#options.time.after(FETCH_MS, resolve));
    return { error: 'nobody answers at the address' };
  }

  #sendCallback(url: string | undefined, params: Form): void {
    if (!url) return;
    const { time, trace } = this.#options;
    const { pathname, search, searchParams } = new URL(url);
    const sent = Object.fromEntries(
      Object.entries(params).filter(([, value]) => value !== undefined),
    ) as Record<string, string>;
    const form: CallbackForm = {
      path: pathname + search,
      params: sent,
      query: Object.fromEntries(searchParams),
      signature: undefined,
      idempotencyToken: String(++this.#tokens),
    };
    const fault = nextFault(this.#callbackFaults);
    const name = `${sent.StatusCallbackEvent ?? sent.CallStatus} ${sent.ParticipantLabel ?? ''}`;
    if (fault) trace(`callback ${fault}: ${name}`);
    if (fault === 'lose') return;
    for (let times = fault === 'double' ? 2 : 1; times > 0; times -= 1) {
      time.after(this.#latency(120) + (fault === 'delay' ? 7_000 : 0), () =>
        this.customer.reported(form),
      );
    }
  }

  #request(request: ClientRequest): Promise<Answer> {
    const { time, trace } = this.#options;
    const url = new URL(request.uri);
    for (const [name, value] of pairs(request.params)) url.searchParams.append(name, value);
    const original: Step = {
      method: request.method.toUpperCase() as Method,
      path: url.pathname,
      form: pairs(request.data),
      callSid: /\/Participants\/(CA[0-9a-f]{32})/.exec(url.pathname)?.[1],
    };
    const planted = this.planted(original, this.#pastFaults);
    if (!planted) return Promise.resolve({ statusCode: 200, body: {}, headers: {} });
    const step = planted;
    const { method } = step;
    const form = new URLSearchParams(step.form);
    const changes = method !== 'GET';
    const watched = changes ? this.customer.onStep(step) : undefined;
    const fault = this.isDown ? 'unavailable' : nextFault(this.#restFaults);
    if (fault) this.#pastFaults.add(fault);
    const words = `${method} ${url.pathname
      .split('/')
      .slice(4)
      .join('/')
      .replace(/[0-9a-f]{32}/g, (sid) =>
        sid.slice(0, 4),
      )} ${changes ? form.toString().slice(0, 60) : ''}${fault ? ` [${fault}]` : ''}`;

    const answer = async (): Promise<Answer> => {
      trace(words);
      try {
        watched?.before();
        const { status, body } = await time.within(() =>
          this.#runtime.rest.answer({ method, path: url.pathname, query: url.searchParams, form }),
        );
        watched?.after(fault === 'late');
        return { statusCode: status, body: body ?? '', headers: {} };
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        trace(`  refused: ${error.code}`);
        return { statusCode: error.status, body: error.body, headers: {} };
      }
    };
    return new Promise((resolve, reject) => {
      const out = this.#latency(60);
      if (fault === 'unavailable')
        return void time.after(out, () =>
          resolve({
            statusCode: 503,
            body: { code: 20503, message: 'Service unavailable', status: 503 },
            headers: {},
          }),
        );
      const busy = fault && BUSY[fault];
      if (busy)
        return void time.after(out, () =>
          resolve(
            withRetryAfter({
              statusCode: 429,
              body: { code: 20429, message: 'Too many requests', status: 429 },
              headers: busy,
            }) as Answer,
          ),
        );
      const cutOff = (): void =>
        reject(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }));
      if (fault === 'reset') return void time.after(out, cutOff);
      const isWaitedFor = !fault || fault === 'slow' || fault === 'cut';
      if (!isWaitedFor)
        time.after(CLIENT_PATIENCE_MS, () =>
          reject(Object.assign(new Error('timeout of 5000ms exceeded'), { code: 'ECONNABORTED' })),
        );
      if (fault === 'lost') return;
      time.after(
        fault === 'late'
          ? CLIENT_PATIENCE_MS + 1_000 + this.#latency(2_000)
          : fault === 'slow'
            ? 500 + this.#latency(4_000)
            : out,
        () =>
          void answer().then((answered) => {
            if (fault === 'cut') cutOff();
            else if (isWaitedFor) time.after(this.#latency(60), () => resolve(answered));
          }, reject),
      );
    });
  }

  #latency(maxMs: number): number {
    return 1 + Math.floor(this.#options.noise() * maxMs);
  }
}

type Answer = { statusCode: number; body: unknown; headers: object };

const BUSY: Partial<Record<RestFault, Record<string, string>>> = {
  busy: {},
  'busy for 1 s': { 'retry-after': '1' },
  'busy for 30 s': { 'retry-after': '30' },
};

interface ClientRequest {
  method: string;
  uri: string;
  params?: object;
  data?: object;
}

/** Form fields as the official client writes them: lists are repeated keys. */
const pairs = (fields: object = {}): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined)
      .map((one): [string, string] => [name, String(one)]),
  );

function nextFault<T>(armed: { fault: T; skip: number }[]): T | undefined {
  const [first] = armed;
  if (!first) return undefined;
  if (first.skip > 0) {
    first.skip -= 1;
    return undefined;
  }
  return armed.shift()!.fault;
}
