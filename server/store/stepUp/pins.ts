import type { Pool, PoolClient } from 'pg';
import type { Pin } from '../../domain/stepUp/pin.ts';
import type { Pins, PersonKey } from '../../ports/index.ts';
import { insertAudit } from '../audit/auditEntries.ts';
import { inTransaction } from '../database/transaction.ts';

interface PinRow {
  hash: string;
  setAt: Date;
  failures: number;
  locks: number;
  lockedUntil: Date | null;
  provedUntil: Date | null;
}

const SELECT = `select "hash", "setAt", "failures", "locks", "lockedUntil", "provedUntil"
  from "Pin" where "orgId" = $1 and "userId" = $2`;

/**
 * PINs by person. `change` locks the person's PIN, decides, and writes PIN and audit in one
 * transaction.
 */
export function createPins(pool: Pool): Pins {
  return {
    load: async (person) => find(pool, person),

    async change(person, decide) {
      // Wrapped in an object, because the transaction is rolled back if work returns undefined.
      const { answer } = await inTransaction(pool, async (client) => {
        // An advisory lock, because a person without a PIN has no row that could be locked.
        await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
          `pin ${person.orgId} ${person.userId}`,
        ]);
        const change = decide(await find(client, person));
        if (change.pin === 'removed')
          await client.query('delete from "Pin" where "orgId" = $1 and "userId" = $2', [
            person.orgId,
            person.userId,
          ]);
        else if (change.pin) await write(client, person, change.pin);
        await insertAudit(client, change.audit);
        return { answer: change.answer };
      });
      return answer;
    },
  };
}

async function find(
  client: Pick<Pool | PoolClient, 'query'>,
  { orgId, userId }: PersonKey,
): Promise<Pin | undefined> {
  const { rows } = await client.query<PinRow>(SELECT, [orgId, userId]);
  if (!rows[0]) return undefined;
  const { hash, setAt, failures, locks, lockedUntil, provedUntil } = rows[0];
  return {
    hash,
    failures,
    locks,
    setAt: setAt.toISOString(),
    ...(lockedUntil && { lockedUntil: lockedUntil.toISOString() }),
    ...(provedUntil && { provedUntil: provedUntil.toISOString() }),
  };
}

const write = (client: PoolClient, { orgId, userId }: PersonKey, pin: Pin) =>
  client.query(
    `insert into "Pin"
     ("orgId", "userId", "hash", "setAt", "failures", "locks", "lockedUntil", "provedUntil")
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict ("orgId", "userId") do update set
     "hash" = excluded."hash", "setAt" = excluded."setAt", "failures" = excluded."failures",
     "locks" = excluded."locks", "lockedUntil" = excluded."lockedUntil",
     "provedUntil" = excluded."provedUntil"`,
    [
      orgId,
      userId,
      pin.hash,
      pin.setAt,
      pin.failures,
      pin.locks,
      pin.lockedUntil ?? null,
      pin.provedUntil ?? null,
    ],
  );
