import type { Pool } from 'pg';
import type { FinishedCalls } from '../../ports/index.ts';
import { loadWhere } from './loadCalls.ts';

/**
 * Restricts ended calls with customers to the sample of a week: calls that were drawn by chance,
 * and all calls of new reps, without calls of customers who declined monitoring. The subquery orders the calls of whole weeks in one pass.
 */
const SAMPLED = `
  and c."startedAt" >= now() - interval '28 days'
  and c."callId" in (
    select d."callId"
      from (select s."callId", s."orgId", s."repUserId", s."startedAt",
                row_number() over (
                  partition by s."repUserId", date_trunc('week', s."startedAt", 'UTC')
                  order by md5(s."callId")) as "place"
              from "Call" s
             where s."orgId" = $1 and s."status" = 'ended' and s."answeredAt" is not null
               and s."practice" is null
               and s."monitoringChoice" ->> 'isDeclined' is distinct from 'true'
               and s."startedAt" >= date_trunc('week', now() - interval '28 days', 'UTC')) d
     where d."place" <= $5
        or not exists (select 1 from "Call" f
            where f."repUserId" = d."repUserId" and f."orgId" = d."orgId"
              and f."answeredAt" is not null and f."practice" is null
              and f."startedAt" < d."startedAt" - $6 * interval '1 day'))`;

/** Why one call is in the sample: the same rule, for the calls of its rep in its week. */
const BECAUSE = `
  select s."place" <= $3 as "isDrawn", not exists (
      select from "Call" f where f."repUserId" = s."repUserId" and f."orgId" = s."orgId"
        and f."answeredAt" is not null and f."practice" is null
        and f."startedAt" < s."startedAt" - $4 * interval '1 day') as "isNew"
  from (
    select o."callId", o."orgId", o."repUserId", o."startedAt",
      row_number() over (order by md5(o."callId")) as "place"
    from "Call" c join "Call" o on o."orgId" = c."orgId" and o."repUserId" = c."repUserId"
      and o."startedAt" >= date_trunc('week', c."startedAt", 'UTC')
      and o."startedAt" < date_trunc('week', c."startedAt", 'UTC') + interval '7 days'
    where c."orgId" = $1 and c."callId" = $2
      and o."status" = 'ended' and o."answeredAt" is not null and o."practice" is null
      and o."monitoringChoice" ->> 'isDeclined' is distinct from 'true') s
  where s."callId" = $2`;

/**
 * Pages through ended calls with customers by keyset, so that late pages are as fast as the first.
 */
export const createFinishedCalls = (pool: Pick<Pool, 'query'>): FinishedCalls => ({
  page: (orgId, { size, before, sample, isFlagged }) =>
    loadWhere(
      pool,
      `c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
         and (c."endedAt", c."callId") < ($2::timestamptz, $3) ${sample ? SAMPLED : ''}
         ${isFlagged ? 'and c."moments" is not null' : ''}
       order by c."endedAt" desc, c."callId" desc limit $4`,
      [
        orgId,
        before?.endedAt ?? 'infinity',
        before?.callId ?? '',
        size,
        ...(sample ? [sample.callsPerWeek, sample.newRepDays] : []),
      ],
    ),

  async sampledBecause(orgId, callId, { callsPerWeek, newRepDays }) {
    const { rows } = await pool.query<{ isDrawn: boolean; isNew: boolean }>(BECAUSE, [
      orgId,
      callId,
      callsPerWeek,
      newRepDays,
    ]);
    if (rows[0]?.isNew) return 'new_rep';
    return rows[0]?.isDrawn ? 'chance' : undefined;
  },
});
