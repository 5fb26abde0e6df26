import type { Pool } from 'pg';
import type { Survey } from '../../domain/survey/survey.ts';
import type { KeyedRatings, RatingMark, Ratings } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';

/** Identifies the settings of a survey. After they change, ratings are assigned to calls again. */
const mappingOf = (survey: Survey): string => JSON.stringify(survey);

/** The column by which a rating's call is found. */
const JOINS: Record<Survey['joinedBy'], string> = {
  call: `c."callId" = split_part(given."joinsTo", ':', 1)`,
  contact: `left(c."contactId", 15) = left(given."joinsTo", 15)`,
  opportunity: `left(c."opportunityId", 15) = left(given."joinsTo", 15)`,
};
/** The limits on the time allow the use of the index. */
const SOON_AFTER = `and c."answeredAt" >= (select min("answeredAt") - $4 * interval '1 hour'
      - interval '1 day' from given)
    and c."startedAt" <= given."answeredAt"
    and c."endedAt" > given."answeredAt" - $4 * interval '1 hour'`;

const storeSql = ({ joinedBy }: Survey): string => `
  with given as (
    select * from jsonb_to_recordset($2) as g("answerId" text, "score" float8, "isGood" boolean,
      "answeredAt" timestamptz, "joinsTo" text)
  ), found as (
    select distinct on (given."answerId") given."answerId", given."score", given."isGood",
      given."answeredAt", c."callId"
    from given left join "Call" c on c."orgId" = $1 and c."practice" is null
      and c."answeredAt" is not null and ${JOINS[joinedBy]}
      ${joinedBy === 'call' ? '' : SOON_AFTER}
    order by given."answerId", c."endedAt" desc nulls last
  ), gone as (
    delete from "CallRating" where "orgId" = $1 and "answerId" = any($3)
  )
  insert into "CallRating" as kept ("orgId", "answerId", "callId", "score", "isGood", "answeredAt")
  select $1, "answerId", "callId", case when "callId" is not null then "score" end,
    case when "callId" is not null then "isGood" end,
    case when "callId" is not null then "answeredAt" end
  from found
  on conflict ("orgId", "answerId") do update set "callId" = excluded."callId",
    "score" = excluded."score", "isGood" = excluded."isGood", "answeredAt" = excluded."answeredAt"
  where not kept."isErased" and (kept."callId", kept."score", kept."isGood", kept."answeredAt")
    is distinct from (excluded."callId", excluded."score", excluded."isGood", excluded."answeredAt")`;

interface StoredMark {
  readonly readUntil: Date;
  readonly lastId: string;
  readonly isCaughtUp: boolean;
  readonly readAt: Date;
}

export const createRatings = (pool: Pool): Ratings => ({
  async mark(orgId, survey): Promise<RatingMark | undefined> {
    const { rows } = await pool.query<StoredMark>(
      `select "readUntil", "lastId", "isCaughtUp", "readAt" from "RatingMark"
       where "orgId" = $1 and "mapping" = $2`,
      [orgId, mappingOf(survey)],
    );
    const [known] = rows;
    return (
      known && {
        changedAt: known.readUntil.toISOString(),
        answerId: known.lastId,
        isCaughtUp: known.isCaughtUp,
        readAt: known.readAt.toISOString(),
      }
    );
  },

  async firstCallAt(orgId) {
    const { rows } = await pool.query<{ at: Date | null }>(
      `select min("answeredAt") as at from "Call" where "orgId" = $1`,
      [orgId],
    );
    return rows[0]!.at?.toISOString();
  },

  async store(orgId, survey, { ratings, mark: { changedAt, answerId, isCaughtUp, readAt } }) {
    const mapping = mappingOf(survey);
    const given = ratings.filter(({ status }) => status === 'given');
    const gone = ratings.filter(({ status }) => status === 'gone').map((one) => one.answerId);
    await inTransaction(pool, async (client) => {
      await client.query(
        `delete from "CallRating" where "orgId" = $1 and not "isErased" and "source" = 'survey'
           and not exists (select from "RatingMark" where "orgId" = $1 and "mapping" = $2)`,
        [orgId, mapping],
      );
      const values = [orgId, JSON.stringify(given), gone];
      await client.query(
        storeSql(survey),
        survey.joinedBy === 'call' ? values : [...values, survey.withinHours],
      );
      await client.query(
        `insert into "RatingMark" ("orgId", "mapping", "readUntil", "lastId", "isCaughtUp", "readAt")
         values ($1, $2, $3, $4, $5, $6)
         on conflict ("orgId") do update set "mapping" = excluded."mapping",
           "readUntil" = excluded."readUntil", "lastId" = excluded."lastId",
           "isCaughtUp" = excluded."isCaughtUp", "readAt" = excluded."readAt"`,
        [orgId, mapping, changedAt, answerId, isCaughtUp, readAt],
      );
      return true;
    });
  },

  async counts(orgId) {
    const { rows } = await pool.query<{ joined: number; apart: number; readAt: Date | null }>(
      `select count("callId")::int as joined,
         count(*) filter (where "callId" is null and not "isErased")::int as apart,
         (select "readAt" from "RatingMark" where "orgId" = $1) as "readAt"
       from "CallRating" where "orgId" = $1 and "source" = 'survey'`,
      [orgId],
    );
    const { readAt, ...counts } = rows[0]!;
    return { ...counts, ...(readAt && { readAt: readAt.toISOString() }) };
  },
});

/**
 * The id of such a rating is derived from its call, so that a repeat is recognized even after the
 * rating was erased.
 */
export const createKeyedRatings = (pool: Pick<Pool, 'query'>): KeyedRatings => ({
  async storeOnce(callId, { score, isGood }, at) {
    await pool.query(
      `insert into "CallRating"
         ("orgId", "answerId", "callId", "score", "isGood", "answeredAt", "source")
       select "orgId", 'key:' || "callId", "callId", $2, $3, $4, 'key' from "Call"
       where "callId" = $1 and "practice" is null and "answeredAt" is not null
       on conflict do nothing`,
      [callId, score, isGood, at],
    );
  },
});
