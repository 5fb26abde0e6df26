import type { Pool } from 'pg';
import type { CallClaim, CallClaims, RepFollow, RepFollows } from '../../ports/index.ts';

type ClaimRow = Omit<CallClaim, 'claimedAt' | 'until'> & { claimedAt: Date; until: Date };

const claimOf = ({ claimedAt, until, ...row }: ClaimRow): CallClaim => ({
  ...row,
  claimedAt: claimedAt.toISOString(),
  until: until.toISOString(),
});

/** One holder a call: the row's key decides between two at once. */
export function createCallClaims(pool: Pick<Pool, 'query'>): CallClaims {
  return {
    async claim({ orgId, callId, userId, userName, claimedAt, until }) {
      const { rows } = await pool.query<ClaimRow>(
        `insert into "CallClaim" ("callId", "orgId", "userId", "userName", "claimedAt", "until")
         values ($1, $2, $3, $4, $5, $6)
         on conflict ("callId") do update set
           "userId" = case when "CallClaim"."until" <= $5 or "CallClaim"."userId" = $3
             then $3 else "CallClaim"."userId" end,
           "userName" = case when "CallClaim"."until" <= $5 or "CallClaim"."userId" = $3
             then $4 else "CallClaim"."userName" end,
           "claimedAt" = case when "CallClaim"."until" <= $5 then $5::timestamptz
             else "CallClaim"."claimedAt" end,
           "until" = case when "CallClaim"."until" <= $5 or "CallClaim"."userId" = $3
             then $6::timestamptz else "CallClaim"."until" end
         returning *`,
        [callId, orgId, userId, userName, claimedAt, until],
      );
      return claimOf(rows[0]!);
    },
    async release(orgId, callId, userId) {
      const released = await pool.query(
        'delete from "CallClaim" where "orgId" = $1 and "callId" = $2 and "userId" = $3',
        [orgId, callId, userId],
      );
      return released.rowCount === 1;
    },
    async ofOrg(orgId, now) {
      const { rows } = await pool.query<ClaimRow>(
        'select * from "CallClaim" where "orgId" = $1 and "until" > $2',
        [orgId, now],
      );
      return rows.map(claimOf);
    },
  };
}

export function createRepFollows(pool: Pick<Pool, 'query'>): RepFollows {
  return {
    async of({ orgId, userId }) {
      const { rows } = await pool.query<RepFollow>(
        'select "repUserId", "kind" from "RepFollow" where "orgId" = $1 and "userId" = $2',
        [orgId, userId],
      );
      return rows;
    },
    async set({ orgId, userId }, { repUserId, kind }, at) {
      await pool.query(
        `insert into "RepFollow" ("orgId", "userId", "repUserId", "kind", "since")
         values ($1, $2, $3, $4, $5)
         on conflict ("orgId", "userId", "repUserId") do update set "kind" = excluded."kind"`,
        [orgId, userId, repUserId, kind, at],
      );
    },
    async remove({ orgId, userId }, repUserId) {
      await pool.query(
        'delete from "RepFollow" where "orgId" = $1 and "userId" = $2 and "repUserId" = $3',
        [orgId, userId, repUserId],
      );
    },
    async takeFollowers(orgId, repUserId) {
      const { rows } = await pool.query<{ userId: string }>(
        `with once as (delete from "RepFollow" where "orgId" = $1 and "repUserId" = $2
           and "kind" = 'next_call' returning "userId")
         select "userId" from once union select "userId" from "RepFollow"
         where "orgId" = $1 and "repUserId" = $2 and "kind" = 'every_call'`,
        [orgId, repUserId],
      );
      return rows.map(({ userId }) => userId);
    },
  };
}
