import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Base URL, if it is not Twilio's own. */
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 5_000;

export interface TwilioResponse {
  readonly statusCode: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}
type Base = new (options?: object) => {
  request(options: { uri: string }): Promise<TwilioResponse>;
};
const BaseClient = ((RequestClient as unknown as { default?: unknown }).default ??
  RequestClient) as Base;

/**
 * Copies `Retry-After` of a 429 into the body, since the official client's errors do not have the
 * headers.
 */
export function withRetryAfter(response: TwilioResponse): TwilioResponse {
  const seconds = Number(response.headers?.['retry-after']);
  if (response.statusCode !== 429 || !(seconds >= 0)) return response;
  const body = (
    typeof response.body === 'string' ? parseBody(response.body) : response.body
  ) as object;
  return { ...response, body: { ...body, details: { retryAfterMs: seconds * 1000 } } };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: 'Too many requests' };
  }
}

class RetryAfterClient extends BaseClient {
  override async request(options: { uri: string }): Promise<TwilioResponse> {
    return withRetryAfter(await super.request(options));
  }
}

/** Sends the official client's requests to another host. */
class RedirectedClient extends RetryAfterClient {
  readonly base: URL;
  constructor(apiUrl: string, timeout: number) {
    super({ timeout });
    this.base = new URL(apiUrl);
  }
  override request(options: { uri: string }): Promise<TwilioResponse> {
    const url = new URL(options.uri);
    url.protocol = this.base.protocol;
    url.host = this.base.host;
    return super.request({ ...options, uri: url.href });
  }
}

/** What is done around each request of a client. */
export interface RequestHooks {
  /** Waited for before the request is sent; a rejection is the request's. */
  readonly before?: () => Promise<void>;
  readonly after?: (response: TwilioResponse) => void;
}

/** Creates Twilio's official client with a timeout of 5 s by default. */
export function createTwilioClient(
  { accountSid, authToken, apiUrl, timeoutMs = TIMEOUT_MS }: TwilioAccount,
  { before, after }: RequestHooks = {},
): Twilio {
  const sender = apiUrl
    ? new RedirectedClient(apiUrl, timeoutMs)
    : new RetryAfterClient({ timeout: timeoutMs });
  const httpClient = {
    async request(options: { uri: string }): Promise<TwilioResponse> {
      await before?.();
      const response = await sender.request(options);
      after?.(response);
      return response;
    },
  };
  return twilio(accountSid, authToken, { httpClient: httpClient as never });
}
