import type { Pool } from 'pg';
import type { FinishedCalls } from '../../ports/index.ts';
import { loadWhere } from './loadCalls.ts';

/** Ended calls with customers in pages by keyset, so that a late page is as fast as the first. */
export const createFinishedCalls = (pool: Pick<Pool, 'query'>): FinishedCalls => ({
  page: (orgId, size, before) =>
    loadWhere(
      pool,
      `c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
         and (c."endedAt", c."callId") < ($2::timestamptz, $3)
       order by c."endedAt" desc, c."callId" desc limit $4`,
      [orgId, before?.endedAt ?? 'infinity', before?.callId ?? '', size],
    ),
});
