import twilio, { type Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient.js';

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Another base URL than Twilio's own. */
  readonly apiUrl?: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 5_000;

type Base = new (options?: object) => { request(options: { uri: string }): Promise<unknown> };
const BaseClient = ((RequestClient as unknown as { default?: unknown }).default ?? RequestClient) as Base;

/** Sends the official client's requests to another host; errors stay the official client's. */
class RedirectedClient extends BaseClient {
  readonly base: URL;
  constructor(apiUrl: string, timeout: number) {
    super({ timeout });
    this.base = new URL(apiUrl);
  }
  override request(options: { uri: string }): Promise<unknown> {
    const url = new URL(options.uri);
    url.protocol = this.base.protocol;
    url.host = this.base.host;
    return super.request({ ...options, uri: url.href });
  }
}

export function createTwilioClient({ accountSid, authToken, apiUrl, timeoutMs = TIMEOUT_MS }: TwilioAccount): Twilio {
  const httpClient = apiUrl ? new RedirectedClient(apiUrl, timeoutMs) : new BaseClient({ timeout: timeoutMs });
  return twilio(accountSid, authToken, { httpClient: httpClient as never });
}
