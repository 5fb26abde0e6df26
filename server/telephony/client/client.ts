import twilio, { type Twilio } from 'twilio';
import { hostIn, type Region } from './region.ts';
import {
  createSender,
  type SendToHost,
  type TwilioRequest,
  type TwilioResponse,
} from './sender.ts';

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

/**
 * Sends the official client's requests to the region's host, or to another address. Left to itself,
 * the official client reads a region from the environment and makes up a host that does not exist.
 */
function regionalSender(
  region: Region,
  { apiUrl, send }: { readonly apiUrl: string | undefined; readonly send: SendToHost },
): SendToHost {
  const base = apiUrl === undefined ? undefined : new URL(apiUrl);
  return (request) => {
    const url = new URL(request.uri);
    const host = hostIn(region, url.host.split('.')[0]);
    url.host = host;
    if (!base) return send({ ...request, uri: url.href });
    url.protocol = base.protocol;
    url.host = base.host;
    const headers = { ...request.headers, [HOST_HEADER]: host };
    return send({ ...request, headers, uri: url.href });
  };
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
  const send = regionalSender(region, { apiUrl, send: createSender(timeoutMs) });
  const httpClient = {
    async request(request: TwilioRequest): Promise<TwilioResponse> {
      await before?.();
      const response = withRetryAfter(await send(request));
      after?.(response);
      return response;
    },
  };
  return twilio(accountSid, authToken, { httpClient: httpClient as never });
}
