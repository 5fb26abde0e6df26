import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { signatureOf, type Form } from './signature.ts';
import type { HttpMethod } from './subscription.ts';

/** Why an attempt failed, in the names of Twilio's retry policies (`rp`). */
type Failure = '4xx' | '5xx' | 'ct' | 'rt';

/** One HTTP request of a delivery. */
export interface Attempt {
  readonly url: string;
  readonly params: Record<string, string>;
  readonly status: number | 'failed';
}

/** How a webhook request is sent: timeouts, and retries by kind of failure. */
interface ConnectionOverrides {
  readonly url: string;
  readonly connectMs: number;
  readonly readMs: number;
  readonly totalMs: number;
  readonly retries: number;
  readonly policies: readonly string[];
}

const MAX_TIMEOUT_MS = 15_000;

/**
 * Reads connection overrides from the fragment of a webhook URL.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
function overridesOf(address: string): ConnectionOverrides {
  const [url = '', fragment = ''] = address.split(/#(.*)/s);
  const settings = new URLSearchParams(fragment);
  const number = (
    name: string,
    least: number,
    { most, usual }: { readonly most: number; readonly usual: number },
  ): number => {
    const value = settings.get(name);
    return value !== null && /^\d+$/.test(value)
      ? Math.min(most, Math.max(least, Number(value)))
      : usual;
  };
  return {
    url,
    connectMs: number('ct', 100, { most: 10_000, usual: 5_000 }),
    readMs: number('rt', 100, { most: MAX_TIMEOUT_MS, usual: MAX_TIMEOUT_MS }),
    totalMs: number('tt', 100, { most: MAX_TIMEOUT_MS, usual: MAX_TIMEOUT_MS }),
    retries: number('rc', 0, { most: 5, usual: 1 }),
    policies: (settings.get('rp') ?? 'ct').split(','),
  };
}

interface DeliveryRequest {
  readonly address: string;
  readonly form: Form;
  readonly method: HttpMethod;
}

/** What each delivery needs besides its request. */
export interface DeliveryOptions {
  readonly authToken: string;
  readonly signal: AbortSignal;
  readonly onAttempt: (attempt: Attempt) => void;
}

/**
 * Sends a signed request, with the retries that its URL asks for; returns the body, or undefined
 * when no attempt succeeded.
 */
export async function deliver(
  { address, form, method }: DeliveryRequest,
  { authToken, signal, onAttempt }: DeliveryOptions,
): Promise<string | undefined> {
  const { url, retries, policies, ...limits } = overridesOf(address);
  const params = Object.fromEntries(
    Object.entries(form).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  if (!URL.canParse(url)) {
    onAttempt({ url, params, status: 'failed' });
    return undefined;
  }
  const target = method === 'GET' ? withQuery(url, params) : url;
  const headers = {
    'x-twilio-signature': signatureOf(authToken, target, method === 'GET' ? {} : params),
    'i-twilio-idempotency-token': randomUUID(),
    'user-agent': 'TwilioProxy/1.1',
    accept: '*/*',
    'x-home-region': 'us1',
    ...(method === 'POST' && {
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    }),
  };
  const body = method === 'POST' ? new URLSearchParams(params).toString() : '';
  const giveUpAt = Date.now() + limits.totalMs;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await send({ url: target, method, headers, body, signal, giveUpAt, ...limits });
    if (signal.aborted) return undefined;
    onAttempt({ url: target, params, status: outcome.status ?? 'failed' });
    if (outcome.failure === undefined) return outcome.body;
    const retried =
      attempt < retries && (policies.includes(outcome.failure) || policies.includes('all'));
    if (!retried || Date.now() + RETRY_PAUSE_MS >= giveUpAt) return undefined;
    await pause(RETRY_PAUSE_MS);
  }
}

const RETRY_PAUSE_MS = 20;

function withQuery(address: string, params: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(params)) url.searchParams.append(name, value);
  return url.href;
}

interface AttemptRequest {
  readonly url: string;
  readonly method: HttpMethod;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: AbortSignal;
  readonly connectMs: number;
  readonly readMs: number;
  readonly giveUpAt: number;
}

interface AttemptOutcome {
  readonly status?: number;
  readonly body?: string;
  readonly failure?: Failure;
}

/** One attempt on a new connection. */
function send({
  url,
  method,
  headers,
  body,
  signal,
  connectMs,
  readMs,
  giveUpAt,
}: AttemptRequest): Promise<AttemptOutcome> {
  return new Promise((resolve) => {
    let connected = false;
    let timer: NodeJS.Timeout;
    const settle = (outcome: AttemptOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const within = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(
        () => request.destroy(new Error('timed out')),
        Math.max(1, Math.min(ms, giveUpAt - Date.now())),
      );
    };
    const make = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = make(url, { method, headers, signal, agent: false }, (response) => {
      textOf(response).then(
        (text) => {
          const status = response.statusCode ?? 0;
          settle({
            status,
            body: text,
            failure: status >= 500 ? '5xx' : status >= 400 ? '4xx' : undefined,
          });
        },
        () => settle({ failure: 'rt' }),
      );
    });
    request.on('error', () => settle({ failure: connected ? 'rt' : 'ct' }));
    request.on('socket', (socket) =>
      socket.once(url.startsWith('https:') ? 'secureConnect' : 'connect', () => {
        connected = true;
        within(readMs);
      }),
    );
    within(connectMs);
    request.end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
