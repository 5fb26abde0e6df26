import { stringify } from 'node:querystring';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { EnvHttpProxyAgent, request as send } from 'undici';

const unzipped = promisify(gunzip);

/** A request as the official client makes it. */
export interface TwilioRequest {
  readonly method: string;
  readonly uri: string;
  readonly username?: string;
  readonly password?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  /** The fields of the form. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A response of any status. */
export interface TwilioResponse {
  readonly statusCode: number;
  /** The text that was received, or its content. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

export type SendToHost = (request: TwilioRequest) => Promise<TwilioResponse>;

/** As many as the official client's own sender has. */
const MAX_CONNECTIONS = 20;

/**
 * Sends the official client's requests over connections that stay open. The client's own sender does
 * the same through a library that takes several times the processor time, while clicks wait for it.
 */
export function createSender(timeoutMs: number): SendToHost {
  // By the proxies that the environment names, such as HTTPS_PROXY and NO_PROXY.
  const dispatcher = new EnvHttpProxyAgent({ connections: MAX_CONNECTIONS });

  return async ({ method, uri, params, data, ...credentials }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const { statusCode, headers, body } = await send(uri, {
        dispatcher,
        signal,
        method: method.toUpperCase() as 'GET' | 'POST' | 'DELETE',
        query: params,
        headers: headersOf(method, credentials),
        body: data && stringify(data),
      });
      const text =
        headers['content-encoding'] === 'gzip'
          ? (await unzipped(await body.arrayBuffer())).toString()
          : await body.text();
      return { statusCode, headers, body: text };
    } catch (fault) {
      throw signal.aborted ? tooLate(timeoutMs) : fault;
    }
  };
}

const headersOf = (
  method: string,
  { username, password, headers }: Pick<TwilioRequest, 'username' | 'password' | 'headers'>,
): Record<string, string> => ({
  ...headers,
  authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
  // Lists are long.
  ...(method === 'get' && { 'accept-encoding': 'gzip' }),
});

const tooLate = (timeoutMs: number): Error =>
  Object.assign(new Error(`timeout of ${timeoutMs}ms exceeded`), { code: 'ECONNABORTED' });
