import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { stringify } from 'node:querystring';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

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
const CONNECTIONS = { maxSockets: 20, maxTotalSockets: 100 };

/**
 * Sends the official client's requests over connections that stay open. The client's own sender does
 * the same through a general HTTP library, which takes several times the processor time, while
 * clicks wait for it.
 */
export function createSender(timeoutMs: number): SendToHost {
  const secureAgent = new https.Agent({ keepAlive: true, ...CONNECTIONS });
  const plainAgent = new http.Agent({ keepAlive: true });

  function exchange({ uri, params, ...request }: TwilioRequest): Promise<ReceivedBytes> {
    const url = params && Object.keys(params).length > 0 ? `${uri}?${stringify(params)}` : uri;
    const isSecure = uri.startsWith('https:');
    const body = request.data && stringify(request.data);
    return new Promise((resolve, reject) => {
      const sent = (isSecure ? https : http).request(url, {
        method: request.method.toUpperCase(),
        agent: isSecure ? secureAgent : plainAgent,
        headers: headersOf(request, body),
      });
      const late = setTimeout(() => {
        reject(tooLate(timeoutMs));
        sent.destroy();
      }, timeoutMs);
      const ended =
        <T>(settle: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(late);
          settle(value);
        };
      sent.once('error', ended(reject));
      sent.once('response', (response) => receive(response, ended(resolve), ended(reject)));
      sent.end(body);
    });
  }

  return async (request) => {
    const { response, bytes } = await exchange(request);
    const { statusCode = 0, headers } = response;
    const isZipped = headers['content-encoding'] === 'gzip';
    const body = (isZipped ? await unzipped(bytes) : bytes).toString();
    return { statusCode, headers, body };
  };
}

interface ReceivedBytes {
  readonly response: IncomingMessage;
  readonly bytes: Buffer;
}

function receive(
  response: IncomingMessage,
  done: (received: ReceivedBytes) => void,
  failed: (fault: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.once('end', () => done({ response, bytes: Buffer.concat(chunks) }));
  response.once('error', failed);
}

function headersOf(
  { method, username, password, headers }: Omit<TwilioRequest, 'uri' | 'params'>,
  body: string | undefined,
): Record<string, string | number> {
  return {
    ...headers,
    authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    // Lists are long.
    ...(method === 'get' && { 'accept-encoding': 'gzip' }),
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
  };
}

const tooLate = (timeoutMs: number): Error =>
  Object.assign(new Error(`timeout of ${timeoutMs}ms exceeded`), { code: 'ECONNABORTED' });
