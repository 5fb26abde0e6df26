import type { WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { asCrmProblem, toCrmProblem } from '../session/errors.ts';
import type { Fields } from './interventionRecord.ts';

interface SaveResult {
  readonly success: boolean;
  readonly errors: readonly {
    readonly statusCode: string;
    readonly message: string;
    readonly fields?: readonly string[];
  }[];
}

/**
 * Maximum number of records in one request.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_sobjects_collections.htm
 */
const MAX_RECORDS = 200;

/**
 * Saves records of one object, 200 in a request, each by itself: upserts them by `externalId`, or
 * creates all if there is none. Returns a result for each record.
 */
export async function saveCollection(
  crm: CrmConnection,
  object: string,
  { records, externalId }: { readonly records: readonly Fields[]; readonly externalId?: string },
): Promise<WriteResult[]> {
  const results: WriteResult[] = [];
  for (let start = 0; start < records.length; start += MAX_RECORDS) {
    const part = records.slice(start, start + MAX_RECORDS);
    const body = {
      allOrNone: false,
      records: part.map((record) => ({ attributes: { type: object }, ...record })),
    };
    try {
      const saved = await asCrmProblem(() =>
        externalId
          ? crm.patch<SaveResult[]>(`/composite/sobjects/${object}/${externalId}`, body)
          : crm.post<SaveResult[]>('/composite/sobjects', body),
      );
      results.push(...part.map((_record, n) => resultOf(saved[n])));
    } catch (problem) {
      results.push(...part.map(() => problem as WriteResult));
    }
  }
  return results;
}

function resultOf(saved: SaveResult | undefined): WriteResult {
  if (saved?.success) return undefined;
  const [error] = saved?.errors ?? [];
  return toCrmProblem({
    errorCode: error?.statusCode ?? 'NO_ANSWER',
    message: error?.message ?? 'no answer for this record',
    fields: [...(error?.fields ?? [])],
  });
}
