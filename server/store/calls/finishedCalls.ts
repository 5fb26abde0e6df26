import type { Pool } from 'pg';
import type { CallSample, FinishedCalls } from '../../ports/index.ts';
import { loadWhere } from './loadCalls.ts';

/** Of ended calls with customers: whom the sample of a week has by chance, or for being new. */
const SAMPLED = `
  and c."startedAt" >= now() - interval '28 days'
  and ((select count(*) from "Call" o
        where o."repUserId" = c."repUserId" and o."orgId" = c."orgId"
          and o."status" = 'ended' and o."answeredAt" is not null and o."practice" is null
          and o."startedAt" >= date_trunc('week', c."startedAt", 'UTC')
          and o."startedAt" < date_trunc('week', c."startedAt", 'UTC') + interval '7 days'
          and md5(o."callId") < md5(c."callId")) < $5
    or not exists (select 1 from "Call" f
        where f."repUserId" = c."repUserId" and f."orgId" = c."orgId"
          and f."answeredAt" is not null and f."practice" is null
          and f."startedAt" < c."startedAt" - $6 * interval '1 day'))
  and c."answeredAt" is not null`;

/** Ended calls with customers in pages by keyset, so that a late page is as fast as the first. */
export const createFinishedCalls = (pool: Pick<Pool, 'query'>): FinishedCalls => ({
  page: (orgId, size, before, sample?: CallSample) =>
    loadWhere(
      pool,
      `c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
         and (c."endedAt", c."callId") < ($2::timestamptz, $3) ${sample ? SAMPLED : ''}
       order by c."endedAt" desc, c."callId" desc limit $4`,
      [
        orgId,
        before?.endedAt ?? 'infinity',
        before?.callId ?? '',
        size,
        ...(sample ? [sample.callsPerWeek, sample.newRepDays] : []),
      ],
    ),
});
