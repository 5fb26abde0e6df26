import type { HttpRequest } from 'jsforce';
import type { SalesforceError } from './errors.ts';
import { API_VERSION, withBody } from './requests.ts';

/** One page of query results. */
export interface QueryPage<T> {
  readonly records: T[];
  readonly nextRecordsUrl?: string;
}

interface CompositeAnswer<T> {
  readonly compositeResponse: readonly {
    readonly httpStatusCode: number;
    readonly body: QueryPage<T> | readonly SalesforceError[];
  }[];
}

/**
 * Queries in one composite request.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite.htm
 */
const MAX_QUERIES = 5;

/** Queries of one org. `T` is the shape that the caller expects; it is not checked. */
export interface CrmQueries {
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
}

export type SendRequest = <T>(request: HttpRequest, timeoutMs: number) => Promise<T>;

/** Queries, one or several in a request, each to its last page. */
export function createQueries(send: SendRequest, readTimeoutMs: number): CrmQueries {
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
    async queries<T>(soqls: readonly string[], timeoutMs = readTimeoutMs) {
      const answers: T[][] = [];
      for (let start = 0; start < soqls.length; start += MAX_QUERIES)
        answers.push(...(await fewQueries<T>(soqls.slice(start, start + MAX_QUERIES), timeoutMs)));
      return answers;
    },

    query: (soql: string, timeoutMs = readTimeoutMs) =>
      allPages(`/query?q=${encodeURIComponent(soql)}`, timeoutMs),

    queryAll: (soql: string, timeoutMs = readTimeoutMs) =>
      allPages(`/queryAll?q=${encodeURIComponent(soql)}`, timeoutMs),

    queryMore: (nextRecordsUrl: string, timeoutMs = readTimeoutMs) =>
      allPages(nextRecordsUrl, timeoutMs),
  };
}
