import type pg from 'pg';
import type { RefusalCode } from '../../domain/call/refusals.ts';
import { DIAL_WINDOW_MS, type RecentDials } from '../../domain/dialing/limits.ts';
import { countRefusal, TALLY_MS, type RefusalTally } from '../../domain/dialing/tally.ts';
import type { Dials, PersonKey } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

interface Counted {
  minute: number;
  minuteFirstAt: Date | null;
  hour: number;
  hourFirstAt: Date | null;
  day: number;
  dayFirstAt: Date | null;
  isRepeated: boolean;
}
interface TallyRow {
  orgId: string;
  userId: string;
  code: string;
  since: Date;
  lastAt: Date;
  times: number;
}

const TALLIES_AT_ONCE = 500;

/** Locks the counts of this rep on all instances until the end of the transaction. */
const LOCK_REP = `select pg_advisory_xact_lock(hashtextextended($1, 0))`;
// A separate statement after the lock, so that it sees what was committed in the meantime.
const COUNT = `select
    count(*) filter (where "at" > $3)::int as minute,
    min("at") filter (where "at" > $3) as "minuteFirstAt",
    count(*) filter (where "at" > $4)::int as hour,
    min("at") filter (where "at" > $4) as "hourFirstAt",
    count(*)::int as day, min("at") as "dayFirstAt",
    exists (select 1 from "Dial" where "dialId" = $6) as "isRepeated"
  from "Dial" where "orgId" = $1 and "userId" = $2 and "at" > $5`;
const ADD = `with forgotten as (
    delete from "Dial" where "orgId" = $2 and "userId" = $3 and "at" <= $5)
  insert into "Dial" ("dialId", "orgId", "userId", "at") values ($1, $2, $3, $4)`;

/** Counts calls and refusals in rows, for one request of a rep at a time. */
export function createDials(pool: pg.Pool): Dials {
  return {
    count: ({ orgId, userId, dialId, at }, decide) =>
      inTransaction(pool, async (client) => {
        await client.query(LOCK_REP, [lockOf({ orgId, userId })]);
        const sinceOf = (window: keyof RecentDials): Date =>
          new Date(Date.parse(at) - DIAL_WINDOW_MS[window]);
        const { rows } = await client.query<Counted>(COUNT, [
          orgId,
          userId,
          sinceOf('minute'),
          sinceOf('hour'),
          sinceOf('day'),
          dialId,
        ]);
        const counted = rows[0]!;
        if (counted.isRepeated) return undefined;
        const refused = decide(recentOf(counted));
        if (refused) return { refused };
        await client.query(ADD, [dialId, orgId, userId, at, sinceOf('day')]);
        return { refused };
      }).then((result) => result?.refused),

    async countRefusal({ orgId, userId, code }, at, entriesOf) {
      await inTransaction(pool, async (client) => {
        await client.query(LOCK_REP, [lockOf({ orgId, userId })]);
        const { rows } = await client.query<TallyRow>(
          `select * from "RefusedDials" where "orgId" = $1 and "userId" = $2 and "code" = $3 for update`,
          [orgId, userId, code],
        );
        const { tally, ...counted } = countRefusal(rows[0] && tallyOf(rows[0]), at);
        await client.query(
          `insert into "RefusedDials" ("orgId", "userId", "code", "since", "lastAt", "times")
           values ($1, $2, $3, $4, $5, $6)
           on conflict ("orgId", "userId", "code") do update set
             "since" = excluded."since", "lastAt" = excluded."lastAt", "times" = excluded."times"`,
          [orgId, userId, code, tally.since, tally.lastAt, tally.times],
        );
        await insertAudit(client, entriesOf(counted));
        return true;
      });
    },

    endTallies: (now, entryOf) =>
      inTransaction(pool, async (client) => {
        const { rows } = await client.query<TallyRow>(
          `delete from "RefusedDials" where ("orgId", "userId", "code") in (
             select "orgId", "userId", "code" from "RefusedDials" where "since" <= $1
             order by "since" limit ${TALLIES_AT_ONCE} for update skip locked)
           returning *`,
          [new Date(Date.parse(now) - TALLY_MS)],
        );
        const several = rows.filter(({ times }) => times > 1);
        await insertAudit(
          client,
          several.map((row) =>
            entryOf(
              { orgId: row.orgId, userId: row.userId, code: row.code as RefusalCode },
              tallyOf(row),
            ),
          ),
        );
        return rows.length;
      }),
  };
}

const lockOf = ({ orgId, userId }: PersonKey): string => `dials of ${orgId}:${userId}`;

const recentOf = (counted: Counted): RecentDials => ({
  minute: countOf(counted.minute, counted.minuteFirstAt),
  hour: countOf(counted.hour, counted.hourFirstAt),
  day: countOf(counted.day, counted.dayFirstAt),
});
const countOf = (count: number, firstAt: Date | null): RecentDials['minute'] => ({
  count,
  ...(firstAt && { firstAt: firstAt.toISOString() }),
});

const tallyOf = ({ since, lastAt, times }: TallyRow): RefusalTally => ({
  since: since.toISOString(),
  lastAt: lastAt.toISOString(),
  times,
});
