import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';
import { hostIn, type Region } from './region.ts';

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Base URL, if it is not Twilio's own. */
  readonly apiUrl?: string;
  readonly region?: Region;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 5_000;
/** Names the Twilio host that a request is meant for, if it is sent to another address. */
export const HOST_HEADER = 'x-twilio-host';

export interface TwilioResponse {
  readonly statusCode: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}
interface Request {
  readonly uri: string;
  readonly headers?: Readonly<Record<string, string>>;
}
type Base = new (options?: object) => {
  request(options: Request): Promise<TwilioResponse>;
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
  override async request(options: Request): Promise<TwilioResponse> {
    return withRetryAfter(await super.request(options));
  }
}

/**
 * Sends the official client's requests to the region's host, or to another address. Left to itself,
 * the official client reads a region from the environment and makes up a host that does not exist.
 */
class RegionalClient extends RetryAfterClient {
  readonly base: URL | undefined;
  readonly region: Region;
  constructor(region: Region, apiUrl: string | undefined, timeout: number) {
    super({ timeout });
    this.region = region;
    this.base = apiUrl === undefined ? undefined : new URL(apiUrl);
  }
  override request(options: Request): Promise<TwilioResponse> {
    const url = new URL(options.uri);
    const host = hostIn(this.region, url.host.split('.')[0]);
    url.host = host;
    if (!this.base) return super.request({ ...options, uri: url.href });
    url.protocol = this.base.protocol;
    url.host = this.base.host;
    const headers = { ...options.headers, [HOST_HEADER]: host };
    return super.request({ ...options, headers, uri: url.href });
  }
}

/** What is done around each request of a client. */
export interface RequestHooks {
  /** Awaited before the request is sent. If it rejects, so does the request. */
  readonly before?: () => Promise<void>;
  readonly after?: (response: TwilioResponse) => void;
}

/** Creates Twilio's official client with a timeout of 5 s by default. */
export function createTwilioClient(
  { accountSid, authToken, apiUrl, region = 'us1', timeoutMs = TIMEOUT_MS }: TwilioAccount,
  { before, after }: RequestHooks = {},
): Twilio {
  const sender = new RegionalClient(region, apiUrl, timeoutMs);
  const httpClient = {
    async request(options: Request): Promise<TwilioResponse> {
      await before?.();
      const response = await sender.request(options);
      after?.(response);
      return response;
    },
  };
  return twilio(accountSid, authToken, { httpClient: httpClient as never });
}
