import { randomBytes } from 'node:crypto';
import { OrgError } from '../errors/orgError.ts';
import type { QueryResult } from './query.ts';

/** Records per page. */
export const BATCH_SIZE = 2000;

/** One page of a query result, as the REST API returns it. */
interface QueryPage {
  totalSize: number;
  done: boolean;
  nextRecordsUrl?: string;
  records: Record<string, unknown>[];
}

/** Splits query results into pages. */
export interface PageStore {
  /** The first page; the rest is stored for `next`. */
  first(result: QueryResult): QueryPage;
  /** The page of a locator such as 01gABC-2000. Throws OrgError on an unknown one. */
  next(locator: string): QueryPage;
}

/**
 * Long results are returned in batches.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query_more_results.htm
 */
export function createPaging(apiPath: string, pageSize = (): number => BATCH_SIZE): PageStore {
  const results = new Map<string, QueryResult>();

  function page(id: string, { totalSize, records }: QueryResult, start: number): QueryPage {
    const end = start + pageSize();
    const done = end >= records.length;
    if (done) results.delete(id);
    return {
      totalSize,
      done,
      ...(!done && { nextRecordsUrl: `${apiPath}/query/${id}-${end}` }),
      records: records.slice(start, end),
    };
  }

  return {
    first(result) {
      const id = `01g${randomBytes(6).toString('hex')}`;
      if (result.records.length > pageSize()) results.set(id, result);
      return page(id, result, 0);
    },
    next(locator) {
      const [id = '', start] = locator.split('-');
      const result = results.get(id);
      if (!result) throw new OrgError(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
      return page(id, result, Number(start));
    },
  };
}
