import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Arm } from '../../domain/holdout/assign.ts';
import type { HoldOutAssignments } from '../../ports/index.ts';
import { inTransaction } from '../database/transaction.ts';

/** Draws one call of a rep at a time, in the order in which the calls come. */
export function createHoldOutAssignments(pool: Pool): HoldOutAssignments {
  return {
    async drawOnce({ orgId, callId, repUserId, topic }, { percent, at, draw }) {
      const drawn = await inTransaction(pool, async (client) => {
        await client.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
          `dealside-hold-out ${orgId} ${repUserId}`,
        ]);
        // Separate statements after the lock, so that they see what was committed in the meantime.
        const { rows: before } = await client.query<{ arm: Arm; percent: number }>(
          `select "arm", "percent" from "HoldOutAssignment"
           where "orgId" = $1 and "callId" = $2`,
          [orgId, callId],
        );
        if (before[0]) return { status: 'drawn', ...before[0] } as const;
        const seed = await seedOf(orgId, (text, values) => client.query(text, values));
        const { rows } = await client.query<{ position: number }>(
          `select count(*)::int as position from "HoldOutAssignment"
           where "orgId" = $1 and "repUserId" = $2 and "percent" = $3`,
          [orgId, repUserId, percent],
        );
        const { position } = rows[0]!;
        const assignment = draw(position, seed);
        if (assignment.status === 'drawn')
          await client.query(
            `insert into "HoldOutAssignment"
               ("orgId", "callId", "repUserId", "topic", "percent", "position", "arm", "at")
             values ($1, $2, $3, $4, $5, $6, $7, $8)`,
            [orgId, callId, repUserId, topic, percent, position, assignment.arm, at],
          );
        return assignment;
      });
      return drawn;
    },
  };
}

type Query = (text: string, values: unknown[]) => Promise<{ rows: { seed: string }[] }>;

async function seedOf(orgId: string, query: Query): Promise<string> {
  await query(
    `insert into "HoldOutSeed" ("orgId", "seed") values ($1, $2) on conflict do nothing
     returning "seed"`,
    [orgId, randomUUID()],
  );
  const { rows } = await query(`select "seed" from "HoldOutSeed" where "orgId" = $1`, [orgId]);
  return rows[0]!.seed;
}
