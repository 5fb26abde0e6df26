import type { CrmConnection } from '../session/connection.ts';

/** Runs queries of which only the first row counts. */
export const firstRowOf =
  (crm: CrmConnection) =>
  async <T>(soql: string): Promise<T | undefined> =>
    (await crm.query<T>(`${soql} LIMIT 1`))[0];
