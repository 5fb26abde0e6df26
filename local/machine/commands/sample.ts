import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../org/ids/localOrgId.ts';
import { APPLICATION_ROLE, runningDatabaseUrl } from '../postgres/postgres.ts';
import { insertSample } from '../sample/insertSample.ts';
import { ORG_YEAR, planted, sampleCalls, type SampleOptions } from '../sample/sampleCalls.ts';
import { readSettings } from '../settings/settings.ts';

const REPS = 200;
const SUPERVISORS = 25;

/** Writes a year of calls of a made-up team into the running local database. */
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '1000000' },
    days: { type: 'string', default: '365' },
    seed: { type: 'string', default: '1' },
  },
});
const numbers = Object.fromEntries(
  Object.entries(values).map(([name, text]) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1)
      fail(`--${name} must be a whole number from 1 on, not ${text}`);
    return [name, number];
  }),
) as Record<keyof typeof values, number>;

const settings = readSettings(process.env);
if ('faults' in settings) fail(settings.faults.join('\n'));
const databaseUrl = runningDatabaseUrl(
  join(settings.settings.dataDir, 'postgres'),
  'dealside',
  APPLICATION_ROLE,
);
if (!databaseUrl) fail('the local database does not run: start Dealside by npm start first');

const numbered = (prefix: string, name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    userId: `${prefix}${String(index + 1).padStart(12, '0')}AAA`.slice(0, 18),
    name: `${name} ${index + 1}`,
    timeZone: ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin'][index % 3]!,
  }));
const supervisors = numbered('005T', 'Sample supervisor', SUPERVISORS);
const queueIds = await queuesOf(databaseUrl);
const options: SampleOptions = {
  ...ORG_YEAR,
  orgId: LOCAL_ORG_ID,
  reps: numbered('005S', 'Sample rep', REPS).map((rep, index) => ({
    ...rep,
    managerIds: [supervisors[index % SUPERVISORS]!.userId],
    queueIds: [queueIds[index % queueIds.length]!],
  })),
  supervisors,
  until: new Date().toISOString(),
  ...numbers,
};
const written = await insertSample(databaseUrl, sampleCalls(options), (count) =>
  process.stderr.write(`\r${count} calls`),
);
process.stderr.write('\n');
process.stdout.write(
  `${[
    `${written} calls of ${REPS} reps in ${numbers.days} days are in the database, with seed ${numbers.seed}.`,
    'In it on purpose:',
    ...planted(options).map((line) => `- ${line}`),
    'RevOps (Rosa) sees them in the tab Dealside Outcomes once each day is counted:',
    'npx dealside outcomes recompute counts them now.',
  ].join('\n')}\n`,
);

/** The queues of the org that calls know of, or one of its own. */
async function queuesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select distinct unnest("repQueueIds") as id from "Call" where "orgId" = $1 order by 1`,
      [LOCAL_ORG_ID],
    );
    return rows.length > 0 ? rows.map(({ id }) => id) : ['00GS00000000001AAA'];
  } finally {
    await client.end();
  }
}

function fail(message: string): never {
  process.stderr.write(`dealside: ${message}\n`);
  process.exit(2);
}
