import type { Pool } from 'pg';
import type { CallClaim, CallClaims, RepFollow, RepFollows } from '../../ports/index.ts';
import { gathered } from '../database/gathered.ts';

type ClaimRow = Omit<CallClaim, 'claimedAt' | 'until'> & { claimedAt: Date; until: Date };

const claimOf = ({ claimedAt, until, ...row }: ClaimRow): CallClaim => ({
  ...row,
  claimedAt: claimedAt.toISOString(),
  until: until.toISOString(),
});

/** One person can claim a call; if two try at the same time, the row's key decides. */
export function createCallClaims(pool: Pick<Pool, 'query'>): CallClaims {
  return {
    async claim({ orgId, callId, userId, userName, claimedAt, until, forJoin }) {
      const { rows } = await pool.query<ClaimRow>(
        `insert into "CallClaim" ("callId", "orgId", "userId", "userName", "claimedAt", "until", "forJoin")
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict ("callId") do update set
           "userId" = case when "CallClaim"."until" <= $5 or "CallClaim"."userId" = $3
             then $3 else "CallClaim"."userId" end,
           "userName" = case when "CallClaim"."until" <= $5 or "CallClaim"."userId" = $3
             then $4 else "CallClaim"."userName" end,
           "claimedAt" = case when "CallClaim"."until" <= $5 then $5::timestamptz
             else "CallClaim"."claimedAt" end,
           "until" = case when "CallClaim"."until" <= $5 or "CallClaim"."userId" = $3
             then $6::timestamptz else "CallClaim"."until" end,
           "forJoin" = case when "CallClaim"."until" <= $5 then $7
             when "CallClaim"."userId" = $3 then "CallClaim"."forJoin" and $7
             else "CallClaim"."forJoin" end
         returning *`,
        [callId, orgId, userId, userName, claimedAt, until, forJoin],
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
    async giveBack(orgId, callId, userId) {
      const given = await pool.query(
        `delete from "CallClaim"
         where "orgId" = $1 and "callId" = $2 and "userId" = $3 and "forJoin"`,
        [orgId, callId, userId],
      );
      return given.rowCount === 1;
    },
    async ofOrg(orgId, now) {
      const { rows } = await pool.query<ClaimRow>(
        'select * from "CallClaim" where "orgId" = $1 and "until" > $2',
        [orgId, now],
      );
      return rows.map(claimOf);
    },
    async ofCall(orgId, callId, now) {
      const { rows } = await pool.query<ClaimRow>(
        'select * from "CallClaim" where "orgId" = $1 and "callId" = $2 and "until" > $3',
        [orgId, callId, now],
      );
      return rows[0] && claimOf(rows[0]);
    },
  };
}

export function createRepFollows(pool: Pick<Pool, 'query'>): RepFollows {
  const claim = claimFollowers(pool);
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
    claimFollowers: (orgId, repUserId) => claim({ orgId, repUserId }),
  };
}

interface FollowedRep {
  readonly orgId: string;
  readonly repUserId: string;
}

const keyOf = ({ orgId, repUserId }: FollowedRep): string => `${orgId}:${repUserId}`;

/**
 * Reads the followers of many reps in one query, because after a start it is asked for every open
 * call. Follows that were for the next call only are deleted.
 */
const claimFollowers = (pool: Pick<Pool, 'query'>) =>
  gathered(async (reps: readonly FollowedRep[]): Promise<string[][]> => {
    const { rows } = await pool.query<FollowedRep & { userId: string; isTaken: boolean }>(
      `with asked as (
         select distinct * from unnest($1::text[], $2::text[]) a("orgId", "repUserId")),
       taken as (
         delete from "RepFollow" f using asked a
         where f."orgId" = a."orgId" and f."repUserId" = a."repUserId" and f."kind" = 'next_call'
         returning f."orgId", f."repUserId", f."userId")
       select *, true as "isTaken" from taken
       union all
       select f."orgId", f."repUserId", f."userId", false
       from "RepFollow" f join asked a using ("orgId", "repUserId") where f."kind" = 'every_call'`,
      [reps.map(({ orgId }) => orgId), reps.map(({ repUserId }) => repUserId)],
    );
    const byRep = Map.groupBy(rows, keyOf);
    const notified = new Set<string>();
    return reps.map((rep) => {
      const key = keyOf(rep);
      const followers = byRep.get(key) ?? [];
      // If one rep has two calls in the same query, people who follow only the next call are
      // notified of the first one.
      const own = notified.has(key) ? followers.filter(({ isTaken }) => !isTaken) : followers;
      notified.add(key);
      return own.map(({ userId }) => userId);
    });
  });
