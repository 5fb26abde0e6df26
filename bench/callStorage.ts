/**
 * What it costs to read a call and to write a change of it, as rows of which those that changed are
 * written, and as one document. The calls are those of the floor; the rows' statements are the
 * store's own. Prints processor time of the database and of this process for each call, and the
 * ratio: `npm run bench:storage`.
 */
import pg from 'pg';
import type { Call } from '../server/domain/call/call.ts';
import { evolveAll } from '../server/domain/call/evolve.ts';
import { prepared } from '../server/store/calls/group/prepared.ts';
import { callWrites, statementOf } from '../server/store/calls/group/writes.ts';
import { loadCalls } from '../server/store/calls/loadCalls.ts';
import { changedRowsOf } from '../server/store/calls/rows/changedRows.ts';
import { createBench } from './support/bench.ts';
import { callIdOf, customerConnection } from './support/floor.ts';
import { median } from './support/stats.ts';
import { cpuMsOf, withDescendants } from './support/usage.ts';

const CALLS = 2_000;
/** As many as a group of callbacks has. */
const GROUP = 25;
const GROUPS = 400;
const ROUNDS = 3;
const CHANNEL = 'bench_storage';

const DOCUMENTS = `create table "CallDocument" (
  "callId" text primary key, "version" integer not null, "document" jsonb not null)`;
const READ_DOCUMENTS = `select "document" from "CallDocument" where "callId" = any($1::text[])`;
const WRITE_DOCUMENTS = `update "CallDocument" d set "version" = d."version" + 1, "document" = n."document"
  from jsonb_to_recordset($1::jsonb) as n("callId" text, "document" jsonb)
  where d."callId" = n."callId"`;

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const bench = await createBench(write);
const database = await bench.database(CALLS);
const { pid } = await bench.postgres();
const client = new pg.Client({ connectionString: database.ownerUrl });
await client.connect();

const groups = Array.from({ length: GROUPS }, (_, group) =>
  Array.from({ length: GROUP }, (__, n) => callIdOf((group * GROUP + n) % CALLS)),
);
const all = Array.from({ length: CALLS }, (_, call) => callIdOf(call));
const calls = new Map((await loadCalls(client, all)).map((call) => [call.callId, call]));
await client.query(DOCUMENTS);
await client.query(
  `insert into "CallDocument" select "callId", 1, "document"
   from jsonb_to_recordset($1::jsonb) as n("callId" text, "document" jsonb)`,
  [JSON.stringify([...calls.values()].map((call) => ({ callId: call.callId, document: call })))],
);
await client.query('vacuum analyze');

/** The customer is put on hold, or taken off it. */
function changed(callId: string): { before: Call; after: Call } {
  const before = calls.get(callId)!;
  const connectionId = customerConnection(all.indexOf(callId));
  const was = before.participants.find((one) => one.connectionId === connectionId);
  if (was?.status !== 'connected') throw new Error(`${callId} has no customer`);
  const after = evolveAll(before, [
    {
      type: 'ParticipantChanged',
      party: was.party,
      connectionId,
      audibleTo: was.audibleTo,
      onHold: !was.onHold,
      at: new Date().toISOString(),
    },
  ]);
  calls.set(callId, after);
  return { before, after };
}

const VARIANTS = {
  'read, rows': async (ids: readonly string[]) => void (await loadCalls(client, ids)),
  'read, document': async (ids: readonly string[]) => {
    const { rows } = await client.query<{ document: Call }>(
      prepared({ text: READ_DOCUMENTS, values: [ids] }),
    );
    if (rows.length !== ids.length) throw new Error('documents are missing');
  },
  'write, changed rows': async (ids: readonly string[]) => {
    const rows = ids
      .map(changed)
      .map(({ before, after }) => changedRowsOf(before, { version: 2, call: after }));
    await client.query(prepared(statementOf(callWrites(rows), CHANNEL, [])));
  },
  'write, document': async (ids: readonly string[]) => {
    const documents = ids.map((callId) => ({ callId, document: changed(callId).after }));
    await client.query(prepared({ text: WRITE_DOCUMENTS, values: [JSON.stringify(documents)] }));
  },
};

type Variant = keyof typeof VARIANTS;
const costs = new Map<Variant, { database: number[]; process: number[] }>();
for (let round = 0; round < ROUNDS; round += 1)
  for (const [name, run] of Object.entries(VARIANTS) as [Variant, (typeof VARIANTS)[Variant]][]) {
    const before = [cpuMsOf(withDescendants([pid])), process.cpuUsage()] as const;
    for (const ids of groups) await run(ids);
    const own = process.cpuUsage(before[1]);
    const cost = costs.get(name) ?? { database: [], process: [] };
    cost.database.push((cpuMsOf(withDescendants([pid])) - before[0]) / (GROUP * GROUPS));
    cost.process.push((own.user + own.system) / 1_000 / (GROUP * GROUPS));
    costs.set(name, cost);
  }

const of = (name: Variant): number => {
  const { database: inDatabase, process: here } = costs.get(name)!;
  return median(inDatabase) + median(here);
};
write(`\nprocessor time for each call, in groups of ${GROUP}, median of ${ROUNDS} rounds`);
for (const [name, { database: inDatabase, process: here }] of costs)
  write(
    `  ${name.padEnd(20)} ${of(name).toFixed(3)} ms = ${median(here).toFixed(3)} here + ${median(inDatabase).toFixed(3)} PostgreSQL`,
  );
write(
  `  reading a document costs ×${(of('read, document') / of('read, rows')).toFixed(2)} of rows`,
);
write(
  `  writing a document costs ×${(of('write, document') / of('write, changed rows')).toFixed(2)} of the changed rows`,
);
const [{ bytes }] = (
  await client.query<{ bytes: number }>(
    `select avg(pg_column_size("document"))::int as bytes from "CallDocument"`,
  )
).rows as [{ bytes: number }];
write(`  a document has ${bytes} bytes`);
await client.end();
await database.drop();
await bench.stop();
