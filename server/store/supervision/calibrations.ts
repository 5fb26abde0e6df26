import type { Pool } from 'pg';
import type { CalibrationScore } from '../../domain/supervision/calibration.ts';
import type { Score } from '../../domain/supervision/scorecard.ts';
import type { Calibrations } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

export const createCalibrations = (pool: Pool): Calibrations => ({
  async of(orgId, callId) {
    return (await ofEach(pool, orgId, [callId])).get(callId) ?? [];
  },

  ofEach: (orgId, callIds) => ofEach(pool, orgId, callIds),

  async add({ orgId, callId }, { scorer, score }, audit) {
    const added = await inTransaction(pool, async (client) => {
      const { rowCount } = await client.query(
        `insert into "CalibrationScore"
           ("orgId", "callId", "scorerUserId", "scorerName", "at", "score")
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [orgId, callId, scorer.userId, scorer.name, score.at, JSON.stringify(score)],
      );
      // If work returned undefined, the transaction would be rolled back.
      if (rowCount !== 1) return undefined;
      await insertAudit(client, [audit]);
      return true;
    });
    return added === true;
  },
});

async function ofEach(
  pool: Pick<Pool, 'query'>,
  orgId: string,
  callIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CalibrationScore[]>> {
  const { rows } = await pool.query<{
    callId: string;
    scorerUserId: string;
    scorerName: string;
    score: Score;
  }>(
    `select "callId", "scorerUserId", "scorerName", "score" from "CalibrationScore"
     where "orgId" = $1 and "callId" = any($2) order by "at"`,
    [orgId, callIds],
  );
  const scores = new Map<string, CalibrationScore[]>();
  for (const { callId, scorerUserId: userId, scorerName: name, score } of rows)
    scores.set(callId, [...(scores.get(callId) ?? []), { scorer: { userId, name }, score }]);
  return scores;
}
