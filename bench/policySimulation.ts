import pg from 'pg';
import { simulationTable } from '../server/cli/policyTable.ts';
import { replay } from '../server/commands/policy/simulatePolicy.ts';
import { createPastCalls } from '../server/store/calls/pastCalls.ts';
import { freshDatabase } from '../test/support/database.ts';
import { FakeDirectory } from '../test/support/fakeCrm.ts';
import {
  CHANGED_FLOOR_POLICY,
  FLOOR_PERIOD,
  FLOOR_POLICY,
  insertPastCalls,
  SALES_FLOOR,
} from '../test/support/salesFloor.ts';
import { DISCLOSED_ELSEWHERE } from '../test/support/samplePolicy.ts';

/**
 * Time to replay past calls (50,000 by default) under two policies, from PostgreSQL to the printed
 * table.
 */
const calls = Number(process.argv[2] ?? 50_000);
const database = await freshDatabase();
const pool = new pg.Pool({ connectionString: database.databaseUrl });
await insertPastCalls(pool, calls);

const begunAt = performance.now();
const cpu = process.cpuUsage();
const result = await replay(
  {
    pastCalls: createPastCalls(pool),
    directory: new FakeDirectory(...SALES_FLOOR),
    roster: { userIds: async () => SALES_FLOOR.map(({ userId }) => userId) },
  },
  {
    ...FLOOR_PERIOD,
    before: FLOOR_POLICY,
    after: CHANGED_FLOOR_POLICY,
    consent: { before: DISCLOSED_ELSEWHERE, after: DISCLOSED_ELSEWHERE },
  },
  async () => true,
);
const seconds = (performance.now() - begunAt) / 1000;
const { user } = process.cpuUsage(cpu);
await pool.end();
await database.drop();

for (const line of simulationTable(result!)) process.stdout.write(`${line}\n`);
process.stdout.write(
  `\nreplayed in ${seconds.toFixed(1)} s (${(user / 1e6).toFixed(1)} s of processor), ${Math.round(calls / seconds).toLocaleString('en-US')} calls a second\n`,
);
// The PostgreSQL that it started keeps the process alive.
process.exit(0);
