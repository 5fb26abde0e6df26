import type { Pool } from 'pg';
import type { RecordedCalls } from '../../ports/index.ts';
import { loadWhere } from './loadCalls.ts';

const RECORDED = `exists (select from "Recording" r where r."callId" = c."callId")
  order by c."startedAt", c."callId" limit $2`;

export const createRecordedCalls = (pool: Pick<Pool, 'query'>): RecordedCalls => ({
  of: (orgId, selection, limit) =>
    'callId' in selection
      ? loadWhere(pool, `c."orgId" = $1 and c."callId" = $3 and ${RECORDED}`, [
          orgId,
          limit,
          selection.callId,
        ])
      : loadWhere(
          pool,
          `c."orgId" = $1 and c."startedAt" >= $4::date at time zone 'UTC'
             and c."startedAt" < ($5::date + 1) at time zone 'UTC'
             and (c."repUserId" = $3 or exists (select from "Intervention" i
               where i."callId" = c."callId" and i."supervisorUserId" = $3))
             and ${RECORDED}`,
          [orgId, limit, selection.userId, selection.from, selection.to],
        ),
});
