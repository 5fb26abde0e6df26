import type { CrmConnection } from './connection.ts';
import type { QueryPage } from './queries.ts';
import { QUERIES } from './requests.ts';

/** Queries that are made within this time share a request. */
const GATHER_MS = 4;
/**
 * A composite request may have this many queries.
 * https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-composite-post.html
 */
const MAX_QUERIES = 5;
/**
 * Longer queries are sent in the body of a request: Salesforce refuses URLs above 16,384 bytes.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm
 */
const LONGEST_IN_URL = 8_000;

interface WaitingQuery {
  readonly soql: string;
  readonly answer: PromiseWithResolvers<unknown[]>;
}

interface SubAnswer {
  readonly httpStatusCode: number;
  readonly body: QueryPage<unknown> | readonly { errorCode: string; message: string }[];
}

/**
 * Wraps a connection so that concurrent queries are sent together: up to five in one composite
 * request, which Salesforce counts as one request. Equal queries are sent once. Each query still
 * resolves or rejects by itself.
 */
export function gatherQueries(
  crm: CrmConnection,
  { gatherMs = GATHER_MS }: { readonly gatherMs?: number } = {},
): CrmConnection {
  let waiting: Map<string, WaitingQuery> | undefined;

  function query<T>(soql: string): Promise<T[]> {
    if (!waiting) {
      const gathered = (waiting = new Map());
      setTimeout(() => {
        waiting = undefined;
        sendAll([...gathered.values()]);
      }, gatherMs);
    }
    const own = waiting.get(soql) ?? { soql, answer: Promise.withResolvers<unknown[]>() };
    waiting.set(soql, own);
    return own.answer.promise as Promise<T[]>;
  }

  function sendAll(queries: readonly WaitingQuery[]): void {
    for (let start = 0; start < queries.length; start += MAX_QUERIES) {
      const part = queries.slice(start, start + MAX_QUERIES);
      const [only, ...others] = part;
      if (others.length === 0 && encodeURIComponent(only!.soql).length <= LONGEST_IN_URL)
        crm.query(only!.soql).then(only!.answer.resolve, only!.answer.reject);
      else void sendTogether(part);
    }
  }

  async function sendTogether(queries: readonly WaitingQuery[]): Promise<void> {
    try {
      const { compositeResponse } = await crm.post<{ compositeResponse: SubAnswer[] }>(
        '/composite',
        {
          allOrNone: false,
          compositeRequest: queries.map(({ soql }, index) => ({
            method: 'GET',
            referenceId: `query${index}`,
            url: `${QUERIES}?q=${encodeURIComponent(soql)}`,
          })),
        },
        crm.readTimeoutMs,
      );
      for (const [index, { answer }] of queries.entries())
        recordsOf(compositeResponse[index]!).then(answer.resolve, answer.reject);
    } catch (error) {
      for (const { answer } of queries) answer.reject(error);
    }
  }

  async function recordsOf({ httpStatusCode, body }: SubAnswer): Promise<unknown[]> {
    if ('records' in body)
      return body.nextRecordsUrl
        ? [...body.records, ...(await crm.queryMore(body.nextRecordsUrl))]
        : body.records;
    const [first] = body;
    throw Object.assign(new Error(first?.message ?? `status ${httpStatusCode}`), {
      errorCode: first?.errorCode,
    });
  }

  return {
    ...crm,
    query: (soql, timeoutMs) =>
      timeoutMs === undefined ? query(soql) : crm.query(soql, timeoutMs),
    queries: <T>(soqls: readonly string[], timeoutMs?: number) =>
      timeoutMs === undefined
        ? Promise.all(soqls.map((soql) => query<T>(soql)))
        : crm.queries<T>(soqls, timeoutMs),
  };
}
