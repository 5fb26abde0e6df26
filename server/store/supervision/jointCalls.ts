import type { Pool, PoolClient } from 'pg';
import {
  BEGINS_EARLY_MS,
  BEGINS_LATE_MS,
  REMIND_MS,
  type JointCall,
  type JointCallNews,
} from '../../domain/call/jointCall.ts';
import { jointCallMessages } from '../../domain/outbox/jointCalls.ts';
import type { AuditOfJointCall, BegunCall, JointCalls } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { gathered } from '../database/gathered.ts';
import { inTransaction } from '../database/transaction.ts';
import { insertOutbox } from '../outbox/insertOutbox.ts';

interface Row extends Omit<JointCall, 'startsAt' | 'opportunityId' | 'callId'> {
  readonly startsAt: Date;
  readonly opportunityId: string | null;
  readonly callId: string | null;
}

const COLUMNS = `"jointCallId", "orgId", "repUserId", "supervisorUserId", "plannedByUserId",
  "opportunityId", "startsAt", "status", "callId"`;
/** How many joint calls get a reminder, or are given up, in one transaction. */
const AT_ONCE = 200;

const jointCallOf = ({ startsAt, opportunityId, callId, ...row }: Row): JointCall => ({
  ...row,
  startsAt: startsAt.toISOString(),
  ...(opportunityId !== null && { opportunityId }),
  ...(callId !== null && { callId }),
});

const later = (now: string, ms: number): string => new Date(Date.parse(now) + ms).toISOString();

export function createJointCalls(pool: Pool): JointCalls {
  return {
    ...jointCallPlans(pool),
    ...jointCallTimes(pool),
  };
}

/** Planning joint calls and changing the plans. */
const jointCallPlans = (
  pool: Pool,
): Pick<JointCalls, 'plan' | 'of' | 'find' | 'move' | 'cancel'> => ({
  plan: (jointCall, auditOf) =>
    inTransaction(pool, async (client) => {
      await client.query(
        `insert into "JointCall" ("jointCallId", "orgId", "repUserId", "supervisorUserId",
             "plannedByUserId", "opportunityId", "startsAt", "status")
           values ($1, $2, $3, $4, $5, $6, $7, 'planned')`,
        [
          jointCall.jointCallId,
          jointCall.orgId,
          jointCall.repUserId,
          jointCall.supervisorUserId,
          jointCall.plannedByUserId,
          jointCall.opportunityId ?? null,
          jointCall.startsAt,
        ],
      );
      await insertOutbox(client, jointCallMessages(jointCall, 'planned'));
      await insertAudit(client, [auditOf(jointCall)]);
      return true;
    }),

  async of({ orgId, userId }, since) {
    const { rows } = await pool.query<Row>(
      `select ${COLUMNS} from "JointCall"
         where "orgId" = $1 and ("repUserId" = $2 or "supervisorUserId" = $2) and "startsAt" >= $3
         order by "startsAt", "jointCallId"`,
      [orgId, userId, since],
    );
    return rows.map(jointCallOf);
  },

  async find(orgId, jointCallId) {
    const { rows } = await pool.query<Row>(
      `select ${COLUMNS} from "JointCall" where "orgId" = $1 and "jointCallId" = $2`,
      [orgId, jointCallId],
    );
    return rows[0] && jointCallOf(rows[0]);
  },

  move: ({ orgId, userId }, { jointCallId, startsAt }, auditOf) =>
    inTransaction(pool, async (client) => {
      const { rows } = await client.query<Row>(
        `select ${COLUMNS} from "JointCall" where "status" = 'planned' and ${OF_ONE} for update`,
        [orgId, jointCallId, userId],
      );
      const before = rows[0] && jointCallOf(rows[0]);
      if (!before || before.startsAt === startsAt) return before;
      await client.query(
        `update "JointCall" set "startsAt" = $2, "isReminded" = false where "jointCallId" = $1`,
        [jointCallId, startsAt],
      );
      const moved = { ...before, startsAt };
      await notify(client, [moved], 'moved');
      await insertAudit(client, [auditOf(moved)]);
      return moved;
    }),

  cancel: ({ orgId, userId }, jointCallId, auditOf) =>
    inTransaction(pool, async (client) => {
      const changed = await settle(client, 'cancelled', {
        where: OF_ONE,
        values: [orgId, jointCallId, userId],
        auditOf,
      });
      return changed.length > 0;
    }),
});

/** What happens to a planned joint call when its time comes. */
function jointCallTimes(pool: Pool): Pick<JointCalls, 'begin' | 'sayDue'> {
  const hasPlanned = plannedOf(pool);

  return {
    async begin(call, now, auditOf) {
      if (!(await hasPlanned({ call, now }))) return undefined;
      return inTransaction(pool, async (client) => {
        const [begun] = await settle(client, 'begun', {
          where: `"jointCallId" = (select "jointCallId" from "JointCall"
            where ${IS_IT} order by "startsAt", "jointCallId" limit 1 for update)`,
          values: [...isIt(call, now), call.callId],
          and: `, "callId" = $6`,
          auditOf,
        });
        return begun;
      });
    },

    async sayDue(now) {
      let [reminded, missed] = [0, 0];
      for (let isFull = true; isFull;)
        isFull = await inTransaction(pool, async (client) => {
          const late = await settle(client, 'missed', {
            where: firstOf(`"startsAt" < $1`),
            values: [later(now, -BEGINS_LATE_MS)],
          });
          const { rows } = await client.query<Row>(
            `update "JointCall" set "isReminded" = true
             where ${firstOf(`"startsAt" between $1 and $2 and not "isReminded"`)}
             returning ${COLUMNS}`,
            [now, later(now, REMIND_MS)],
          );
          await notify(client, rows.map(jointCallOf), 'soon');
          reminded += rows.length;
          missed += late.length;
          return rows.length === AT_ONCE || late.length === AT_ONCE;
        });
      return { reminded, missed };
    },
  };
}

/** The joint call of one of its two people, with parameters 1 to 3. */
const OF_ONE = `"orgId" = $1 and "jointCallId" = $2
  and $3 in ("repUserId", "supervisorUserId")`;

const firstOf = (those: string): string => `"jointCallId" in (select "jointCallId" from "JointCall"
  where "status" = 'planned' and ${those} order by "startsAt" limit ${AT_ONCE}
  for update skip locked)`;

/** Whether a call matches a planned joint call, with parameters 1 to 5. */
const IS_IT = `"status" = 'planned' and "orgId" = $1 and "repUserId" = $2
  and "startsAt" between $3 and $4 and ("opportunityId" is null or "opportunityId" = $5)`;
const isIt = ({ orgId, repUserId, opportunityId }: BegunCall, now: string) => [
  orgId,
  repUserId,
  later(now, -BEGINS_LATE_MS),
  later(now, BEGINS_EARLY_MS),
  opportunityId ?? null,
];

/** Changes the status of joint calls that are still planned, and notifies of it. */
async function settle(
  client: PoolClient,
  status: Exclude<JointCall['status'], 'planned'>,
  {
    where,
    values,
    and = '',
    auditOf,
  }: {
    readonly where: string;
    readonly values: readonly unknown[];
    readonly and?: string;
    readonly auditOf?: AuditOfJointCall;
  },
): Promise<JointCall[]> {
  const { rows } = await client.query<Row>(
    `update "JointCall" set "status" = '${status}'${and} where "status" = 'planned' and ${where}
     returning ${COLUMNS}`,
    [...values],
  );
  const changed = rows.map(jointCallOf);
  await notify(client, changed, status);
  if (auditOf) await insertAudit(client, changed.map(auditOf));
  return changed;
}

const notify = (client: PoolClient, those: readonly JointCall[], news: JointCallNews) =>
  insertOutbox(
    client,
    those.flatMap((one) => jointCallMessages(one, news)),
  );

/**
 * Whether reps have planned a joint call for now. One query answers for many calls, because after a
 * start it is asked for every open call.
 */
const plannedOf = (pool: Pick<Pool, 'query'>) =>
  gathered(
    async (
      asked: readonly { readonly call: BegunCall; readonly now: string }[],
    ): Promise<boolean[]> => {
      const { rows } = await pool.query<{ orgId: string; repUserId: string }>(
        `select distinct "orgId", "repUserId" from "JointCall"
         where "status" = 'planned' and "startsAt" between $1 and $2`,
        [later(asked[0]!.now, -BEGINS_LATE_MS), later(asked.at(-1)!.now, BEGINS_EARLY_MS)],
      );
      return asked.map(({ call }) =>
        rows.some(({ orgId, repUserId }) => orgId === call.orgId && repUserId === call.repUserId),
      );
    },
  );
