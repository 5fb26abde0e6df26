import type { Pool } from 'pg';
import type { DueOutcomes } from '../../ports/index.ts';
import { iso } from '../calls/rows/columns.ts';

interface Row {
  readonly interventionId: string;
  readonly callId: string;
  readonly supervisorUserId: string;
  readonly supervisorName: string;
  readonly repName: string;
  readonly customerName: string;
  readonly leftAt: Date;
  readonly total: string;
}

const MISSING = `"Intervention" i join "Call" c using ("callId")
  where c."orgId" = $1 and c."practice" is null
    and i."outcomeStatus" = 'due' and i."leftAt" <= $2`;

export const createDueOutcomes = (pool: Pick<Pool, 'query'>): DueOutcomes => ({
  async remind(orgId, endedUntil, now) {
    const { rowCount } = await pool.query(
      `with reminded as (
         update "Intervention" set "outcomeRemindedAt" = $3
         where "outcomeStatus" = 'due' and "outcomeRemindedAt" is null
           and "interventionId" in (
             select i."interventionId" from ${MISSING} and i."outcomeRemindedAt" is null)
         returning "interventionId", "callId")
       insert into "OutboxMessage" ("key", "orgId", "topic", "payload")
       select 'crm.notification:' || "interventionId" || ':outcome', $1, 'crm.notification',
         jsonb_build_object('callId', "callId", 'interventionId', "interventionId", 'about', 'outcome')
       from reminded
       on conflict ("key") do nothing`,
      [orgId, endedUntil, now],
    );
    return rowCount ?? 0;
  },

  async supervisors(orgId, endedUntil) {
    const { rows } = await pool.query<{ userId: string }>(
      `select distinct i."supervisorUserId" as "userId" from ${MISSING}`,
      [orgId, endedUntil],
    );
    return rows.map(({ userId }) => userId);
  },

  async of(orgId, { supervisorUserIds, endedUntil, limit }) {
    const { rows } = await pool.query<Row>(
      `select i."interventionId", i."callId", i."supervisorUserId", i."supervisorName",
         c."repName", c."customerName", i."leftAt", count(*) over () as total
       from ${MISSING} and i."supervisorUserId" = any($3)
       order by i."leftAt", i."interventionId" limit $4`,
      [orgId, endedUntil, supervisorUserIds, limit],
    );
    return {
      total: Number(rows[0]?.total ?? 0),
      outcomes: rows.map(({ supervisorUserId, supervisorName, leftAt, total: _total, ...row }) => ({
        ...row,
        supervisor: { userId: supervisorUserId, name: supervisorName },
        leftAt: iso(leftAt),
      })),
    };
  },
});
