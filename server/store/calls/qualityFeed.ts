import type { Pool } from 'pg';
import type { GivenScore } from '../../domain/supervision/givenScores.ts';
import type { Score } from '../../domain/supervision/scorecard.ts';
import type { QualityFeed } from '../../ports/index.ts';
import { loadWhere } from './loadCalls.ts';

/** The score of a debrief, which has both scores, or of a calibration. */
type ScoreRow = {
  readonly scoreId: string;
  readonly callId: string;
  readonly at: Date;
  readonly score: Score;
} & (
  | { readonly interventionId: string; readonly self: Score }
  | { readonly interventionId: null; readonly self: null }
);

/** Pages by keyset, so that late pages are as fast as the first. */
export const createQualityFeed = (pool: Pick<Pool, 'query'>): QualityFeed => ({
  calls: (orgId, { after, before, limit }) =>
    loadWhere(
      pool,
      `c."orgId" = $1 and c."status" = 'ended' and c."practice" is null
         and (c."endedAt", c."callId") > ($2::timestamptz, $3) and c."endedAt" < $4::timestamptz
       order by c."endedAt", c."callId" limit $5`,
      [orgId, after.at, after.id, before, limit],
    ),

  async scores(orgId, { after, before, limit }) {
    const { rows } = await pool.query<ScoreRow>(
      `select * from (
         select d."interventionId" as "scoreId", i."callId",
           (d."progress" #>> '{supervisorScore,at}')::timestamptz as "at", d."interventionId",
           d."progress" -> 'selfScore' as "self", d."progress" -> 'supervisorScore' as "score"
         from "Debrief" d join "Intervention" i using ("interventionId")
         where d."orgId" = $1 and d."progress" #>> '{supervisorScore,at}' is not null
           and d."progress" #>> '{selfScore,at}' is not null
         union all
         select s."callId" || ' ' || s."scorerUserId", s."callId", s."at", null, null, s."score"
         from "CalibrationScore" s where s."orgId" = $1) given
       where ("at", "scoreId") > ($2::timestamptz, $3) and "at" < $4::timestamptz
       order by "at", "scoreId" limit $5`,
      [orgId, after.at, after.id, before, limit],
    );
    return rows.map(scoreOf);
  },
});

const scoreOf = ({ scoreId, callId, at, score, ...of }: ScoreRow): GivenScore => ({
  scoreId,
  callId,
  at: at.toISOString(),
  ...(of.interventionId === null
    ? { kind: 'calibration', score }
    : { kind: 'debrief', interventionId: of.interventionId, self: of.self, supervisor: score }),
});
