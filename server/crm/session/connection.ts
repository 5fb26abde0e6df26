import { importPKCS8, SignJWT } from 'jose';
import type { HttpRequest } from 'jsforce';
// Imports the core only, because the package's index also loads the APIs for metadata, bulk and
// analytics.
import { Connection } from 'jsforce/lib/core.js';
import type { ApiUsage } from '../../domain/outbox/holdBack.ts';
import { CrmUnavailable } from '../../ports/index.ts';
import { LIMIT_EXCEEDED, type SalesforceError } from './errors.ts';
import { limitedTo } from './limitedTo.ts';

export interface CrmAccount {
  readonly loginUrl: string;
  readonly clientId: string;
  readonly username: string;
  readonly privateKey: string;
}

const API_VERSION = '66.0';
const API_PATH = `/services/data/v${API_VERSION}`;
/** Path of records inside a composite request, which requires the full path with the version. */
export const SOBJECTS = `${API_PATH}/sobjects`;
/** Path of queries inside a composite request. */
export const QUERIES = `${API_PATH}/query`;
const ASSERTION_SECONDS = 180;

/**
 * Requests to one org. `T` is the shape that the caller expects; it is not checked.
 * Rejects with CrmUnavailable on a timeout, otherwise with jsforce's error (`errorCode`,
 * `message`).
 */
export interface CrmConnection {
  /** Returns all records. The timeout applies to each page. */
  query<T>(soql: string, timeoutMs?: number): Promise<T[]>;
  /** Like `query`, but also returns deleted and merged records. */
  queryAll<T>(soql: string, timeoutMs?: number): Promise<T[]>;
  /**
   * Returns the records of all further pages, starting with the URL that the previous page gives.
   */
  queryMore<T>(nextRecordsUrl: string, timeoutMs?: number): Promise<T[]>;
  /** Returns the records of each of several queries, in as few requests as Salesforce allows. */
  queries<T>(soqls: readonly string[], timeoutMs?: number): Promise<T[][]>;
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

/** One page of query results. */
export interface QueryPage<T> {
  readonly records: T[];
  readonly nextRecordsUrl?: string;
}

export const READ_TIMEOUT_MS = 5_000;

interface CompositeAnswer<T> {
  readonly compositeResponse: readonly {
    readonly httpStatusCode: number;
    readonly body: QueryPage<T> | readonly SalesforceError[];
  }[];
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
 * jsforce signs in again whenever a session is refused. If the org refuses every new session, it
 * would do so forever.
 */
const MAX_SIGN_INS = { count: 3, withinMs: 10_000 };
/**
 * Maximum number of concurrent requests, below the limit of ten sockets because the client
 * sometimes opens one more. The timeout of a waiting request includes the wait.
 */
const MAX_AT_ONCE = 8;
/**
 * Queries in one composite request.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
const MAX_QUERIES = 5;

/**
 * Connects as the integration user by the OAuth 2.0 JWT bearer flow; signs in again when the
 * session has expired.
 */
export function connectCrm({
  loginUrl,
  clientId,
  username,
  privateKey,
}: CrmAccount): CrmConnection {
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
  let signingIn: Promise<string> | undefined;
  let signInTimes: number[] = [];

  function authorize(): Promise<string> {
    signingIn ??= signIn().finally(() => (signingIn = undefined));
    return signingIn;
  }

  async function signIn(): Promise<string> {
    signInTimes = signInTimes.filter((time) => time > Date.now() - MAX_SIGN_INS.withinMs);
    if (signInTimes.length >= MAX_SIGN_INS.count)
      throw new Error('Salesforce refuses each new session of the integration user');
    const key = await importPKCS8(privateKey, 'RS256');
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(clientId)
      .setSubject(username)
      .setAudience(audienceOf(loginUrl))
      .setExpirationTime(Math.floor(Date.now() / 1000) + ASSERTION_SECONDS)
      .sign(key);
    await connection.authorize({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion,
    });
    signInTimes.push(Date.now());
    return connection.accessToken!;
  }

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

  async function allPages<T>(first: string, timeoutMs: number): Promise<T[]> {
    const records: T[] = [];
    for (let url: string | undefined = first; url;) {
      const page: QueryPage<T> = await send<QueryPage<T>>({ method: 'GET', url }, timeoutMs);
      records.push(...page.records);
      url = page.nextRecordsUrl;
    }
    return records;
  }

  async function fewQueries<T>(soqls: readonly string[], timeoutMs: number): Promise<T[][]> {
    const { compositeResponse } = await send<CompositeAnswer<T>>(
      withBody('POST', '/composite', {
        compositeRequest: soqls.map((soql, n) => ({
          method: 'GET',
          referenceId: `query${n}`,
          url: `/services/data/v${API_VERSION}/query?q=${encodeURIComponent(soql)}`,
        })),
      }),
      timeoutMs,
    );
    return Promise.all(
      compositeResponse.map(async ({ httpStatusCode, body }) => {
        if (httpStatusCode >= 400) {
          const [{ errorCode, message }] = body as [SalesforceError];
          throw Object.assign(new Error(message), { errorCode });
        }
        const { records, nextRecordsUrl } = body as QueryPage<T>;
        return nextRecordsUrl
          ? [...records, ...(await allPages<T>(nextRecordsUrl, timeoutMs))]
          : records;
      }),
    );
  }

  return {
    usage: () => usage,
    async queries<T>(soqls: readonly string[], timeoutMs = READ_TIMEOUT_MS) {
      const answers: T[][] = [];
      for (let start = 0; start < soqls.length; start += MAX_QUERIES)
        answers.push(...(await fewQueries<T>(soqls.slice(start, start + MAX_QUERIES), timeoutMs)));
      return answers;
    },
    query: (soql, timeoutMs = READ_TIMEOUT_MS) =>
      allPages(`/query?q=${encodeURIComponent(soql)}`, timeoutMs),
    queryAll: (soql, timeoutMs = READ_TIMEOUT_MS) =>
      allPages(`/queryAll?q=${encodeURIComponent(soql)}`, timeoutMs),
    queryMore: (nextRecordsUrl, timeoutMs = READ_TIMEOUT_MS) => allPages(nextRecordsUrl, timeoutMs),
    get: <T>(path: string, timeoutMs = READ_TIMEOUT_MS) =>
      send<T>({ method: 'GET', url: path }, timeoutMs),
    post: <T>(path: string, body: unknown, timeoutMs = WRITE_TIMEOUT_MS) =>
      send<T>(withBody('POST', path, body), timeoutMs),
    patch: <T>(path: string, body: unknown, timeoutMs = WRITE_TIMEOUT_MS) =>
      send<T>(withBody('PATCH', path, body), timeoutMs),
  };
}

const withBody = (method: 'POST' | 'PATCH', url: string, body: unknown): HttpRequest => ({
  method,
  url,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * Returns the audience of the JWT assertion, which for Salesforce is its sign-in host and not the
 * org's own URL.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm
 */
export function audienceOf(loginUrl: string): string {
  const { hostname } = new URL(loginUrl);
  if (hostname === 'test.salesforce.com' || hostname.endsWith('.sandbox.my.salesforce.com'))
    return 'https://test.salesforce.com';
  return hostname.endsWith('.salesforce.com') ? 'https://login.salesforce.com' : loginUrl;
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
