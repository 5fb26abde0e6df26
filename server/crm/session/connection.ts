import type { HttpRequest } from 'jsforce';
// Imports the core only, because the package's index also loads the APIs for metadata, bulk and
// analytics.
import { Connection } from 'jsforce/lib/core.js';
import type { ApiUsage } from '../../domain/outbox/holdBack.ts';
import { CrmUnavailable } from '../../ports/index.ts';
import { LIMIT_EXCEEDED, type SalesforceError } from './errors.ts';
import { limitedTo } from './limitedTo.ts';
import { createQueries, type CrmQueries } from './queries.ts';
import { API_VERSION, READ_TIMEOUT_MS, withBody } from './requests.ts';
import { createSignIn, type CrmAccount } from './signIn.ts';

/**
 * Requests to one org. `T` is the shape that the caller expects; it is not checked.
 * Rejects with CrmUnavailable on a timeout, otherwise with jsforce's error (`errorCode`,
 * `message`).
 */
export interface CrmConnection extends CrmQueries {
  /** How long a read may take that names no other time. */
  readonly readTimeoutMs: number;
  /** Returns a resource below the API's version path, such as `/limits`. */
  get<T>(path: string, timeoutMs?: number): Promise<T>;
  post<T>(path: string, body: unknown, timeoutMs?: number): Promise<T>;
  patch<T>(path: string, body: unknown, timeoutMs?: number): Promise<T>;
  /**
   * How many requests of the last 24 hours the org reported last; undefined before its first
   * answer.
   */
  usage(): ApiUsage | undefined;
}

const WRITE_TIMEOUT_MS = 15_000;
/**
 * jsforce's own timeout comes this much later, so that the caller gets our error rather than
 * jsforce's.
 */
const SOCKET_GRACE_MS = 100;
/** jsforce retries reads only; the outbox retries writes. */
const READ_RETRIES = { maxRetries: 2 };
/**
 * Maximum number of concurrent requests, below the limit of ten sockets because the client
 * sometimes opens one more. The timeout of a waiting request includes the wait.
 */
const MAX_AT_ONCE = 8;

/**
 * Connects as the integration user by the OAuth 2.0 JWT bearer flow; signs in again when the
 * session has expired.
 */
export function connectCrm(
  account: CrmAccount,
  { readTimeoutMs = READ_TIMEOUT_MS }: { readonly readTimeoutMs?: number } = {},
): CrmConnection {
  const { loginUrl } = account;
  const connection = new Connection({
    loginUrl,
    instanceUrl: loginUrl,
    version: API_VERSION,
    refreshFn: (_connection, done) => {
      authorize().then(
        (token) => void done(null, token),
        (error) => void done(error as Error),
      );
    },
  });
  const atOnce = limitedTo(MAX_AT_ONCE);
  let usage: ApiUsage | undefined;

  const authorize = createSignIn(account, connection);

  function send<T>(request: HttpRequest, timeoutMs: number): Promise<T> {
    const run = async (): Promise<T> => {
      if (!connection.accessToken) await authorize();
      const before = connection.limitInfo;
      let isUsedUp = false;
      try {
        return await connection.request<T>(request, {
          timeout: timeoutMs + SOCKET_GRACE_MS,
          retry: READ_RETRIES,
        });
      } catch (error) {
        isUsedUp = (error as Partial<SalesforceError>).errorCode === LIMIT_EXCEEDED;
        throw error;
      } finally {
        const said = connection.limitInfo.apiUsage;
        if (said && connection.limitInfo !== before) usage = { ...said, atMs: Date.now() };
        if (isUsedUp) {
          const limit = usage?.limit ?? 1;
          usage = { used: Math.max(limit, usage?.used ?? 0), limit, atMs: Date.now() };
        }
      }
    };
    const expired = new AbortController();
    return within(atOnce(run, expired.signal), timeoutMs).finally(() => expired.abort());
  }

  return {
    readTimeoutMs,
    usage: () => usage,
    ...createQueries(send, readTimeoutMs),
    get: <T>(path: string, timeoutMs = readTimeoutMs) =>
      send<T>({ method: 'GET', url: path }, timeoutMs),
    post: <T>(path: string, body: unknown, timeoutMs = WRITE_TIMEOUT_MS) =>
      send<T>(withBody('POST', path, body), timeoutMs),
    patch: <T>(path: string, body: unknown, timeoutMs = WRITE_TIMEOUT_MS) =>
      send<T>(withBody('PATCH', path, body), timeoutMs),
  };
}

/**
 * Returns the value as a SOQL string literal.
 * https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_quotedstringescapes.htm
 */
export const quoted = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;

/** Returns the values as a list for SOQL's IN operator. */
export const asList = (values: readonly string[]): string => `(${values.map(quoted).join(', ')})`;

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new CrmUnavailable(`Salesforce did not answer within ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
