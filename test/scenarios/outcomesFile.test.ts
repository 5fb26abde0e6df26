import assert from 'node:assert/strict';
import { parquetReadObjects } from 'hyparquet';
import pg from 'pg';
import { insertEndedCalls } from '../../local/machine/sample/endedCalls.ts';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { createCallDays } from '../../server/store/outcomes/callDays.ts';
import { createDealTotals } from '../../server/store/outcomes/dealResults.ts';
import { createWorthTotals } from '../../server/store/outcomes/worth.ts';
import { withEverything } from '../support/callWithEverything.ts';
import { callsOf } from '../support/outcomeCalls.ts';
import { startWorld, type World } from '../support/world.ts';

const DAY_MS = 86_400_000;
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
const PERIOD = `from=${day(89)}&to=${day(0)}`;
/** No divisor of what calls differ by, so that no rep has calls of one kind alone. */
const REPS = 7;
/** What the page asks for, each with its numbers on the screen. */
const PARTS = [
  '',
  '/worth',
  '/deals',
  '/proficiency',
  '/first-days',
  '/waiting',
  '/alerts',
  '/trust',
  '/coaching',
];

/** What the answers have beside what the page shows. */
const NOT_SHOWN =
  /\.(standardError|degreesOfFreedom|talkSeconds)$|points\[\]\.pValue$|groups\[\]\.comparison\.balance\[\]\.\w+$|byMode\[\]\.seconds$|looks\[\]\.(days|\w+\.(joined|others))$/;

/** Every number of an answer, by where it is. */
function numbersOf(answer: unknown, path = ''): [string, number][] {
  if (typeof answer === 'number') return [[path, answer]];
  if (Array.isArray(answer)) return answer.flatMap((one) => numbersOf(one, `${path}[]`));
  if (answer === null || typeof answer !== 'object') return [];
  return Object.entries(answer).flatMap(([name, one]) => numbersOf(one, `${path}.${name}`));
}

describe('a file of what the page shows', () => {
  let world: World;
  let pool: pg.Pool;
  const answers = new Map<string, object>();
  let inFile: Set<number>;

  before(async () => {
    world = await startWorld();
    pool = new pg.Pool({ connectionString: world.databaseUrl, max: 2 });
    pool.on('error', () => undefined);
    const calls = await callsOf(world, 'ravi', 480);
    await insertEndedCalls(
      pool,
      calls.map(withEverything).map((call, place) => ({
        ...call,
        repUserId: `rep-${place % REPS}`,
        repName: `Rep ${place % REPS}`,
        ...(call.drawn && { drawn: { ...call.drawn, position: Math.floor(place / REPS) } }),
      })),
    );
    await createCallDays(pool).countDue(1_000);
    await createDealTotals(pool).countDue(1_000);
    const rosa = world.as('rosa');
    for (const part of PARTS)
      answers.set(part, (await rosa.ask('GET', `/api/outcomes${part}?${PERIOD}`)).body);
    const response = await fetch(`${rosa.serverUrl}/api/outcomes/file?${PERIOD}&format=parquet`, {
      headers: { authorization: `Bearer ${await rosa.token()}` },
    });
    const rows = await parquetReadObjects({ file: await response.arrayBuffer() });
    inFile = new Set(
      rows.flatMap((row) => Object.values(row)).filter((one) => typeof one === 'number'),
    );
  });
  after(async () => {
    await pool?.end();
    await world?.stop();
  });

  it('is of data with an estimate and a comparison', () => {
    const worth = answers.get('/worth') as {
      holdOut: { status: string };
      comparison: { status: string };
    };
    assert.deepEqual([worth.holdOut.status, worth.comparison.status], ['estimated', 'compared']);
  });

  it('has every number that the page is given', () => {
    const missing = new Set(
      [...answers].flatMap(([part, answer]) =>
        numbersOf(answer)
          .filter(([path, value]) => !inFile.has(value) && !NOT_SHOWN.test(path))
          .map(([path]) => `${part}${path}`),
      ),
    );
    assert.deepEqual([...missing].sort(), []);
  });

  it('has rows in the same order whichever way PostgreSQL groups them', async () => {
    const question = { orgId: LOCAL_ORG_ID, from: day(89), to: day(0) };
    const rowsWith = async (off: string) => {
      const planned = new pg.Pool({
        connectionString: world.databaseUrl,
        max: 1,
        options: `-c enable_${off}=off`,
      });
      try {
        const worth = createWorthTotals(planned);
        return [
          await worth.results(question, 'all'),
          await worth.periods(question, 'barge', 'all'),
          await createDealTotals(planned).of(question, 'barge', 'all'),
        ] as const;
      } finally {
        await planned.end();
      }
    };
    const hashed = await rowsWith('sort');
    assert.ok(hashed[0].length > 10);
    assert.deepEqual(hashed, await rowsWith('hashagg'));
  });
});
