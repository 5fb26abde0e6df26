/**
 * Measures the Outcomes page over a year of calls: `npm run bench:outcomes`, or
 * `npm run bench:outcomes -- 100000` for fewer calls. `-- 100000 KEEP` leaves the database running
 * and prints its address; `-- postgresql://…` measures the answers of such a database again.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../local/machine/postgres/postgres.ts';
import type { EndedCall } from '../local/machine/sample/endedCalls.ts';
import { insertSample } from '../local/machine/sample/insertSample.ts';
import { ORG_YEAR, sampleCalls } from '../local/machine/sample/sampleCalls.ts';
import { sampleCoaching } from '../local/machine/sample/sampleCoaching.ts';
import type { BehindQuestion } from '../server/domain/outcomes/behind.ts';
import { dealWorth } from '../server/domain/outcomes/dealWorth.ts';
import { outcomesReport, sharesByMode } from '../server/domain/outcomes/report.ts';
import type { OutcomesQuestion } from '../server/domain/outcomes/totals.ts';
import { worthReport } from '../server/domain/outcomes/worth.ts';
import { SHIPPED_VOCABULARY } from '../server/domain/vocabulary/shipped.ts';
import { migrate } from '../server/store/database/migrate.ts';
import { createAlertTotals } from '../server/store/outcomes/alertTotals.ts';
import { createCallDays } from '../server/store/outcomes/callDays.ts';
import { createCallsBehind } from '../server/store/outcomes/callsBehind.ts';
import { createCoachingTotals } from '../server/store/outcomes/coachingTotals.ts';
import { createDealTotals } from '../server/store/outcomes/dealResults.ts';
import { createProficiencyTotals } from '../server/store/outcomes/proficiency.ts';
import { createTrustTotals } from '../server/store/outcomes/trustTotals.ts';
import { createWaitingTotals } from '../server/store/outcomes/waiting.ts';
import { createWorthTotals } from '../server/store/outcomes/worth.ts';
import { buffersOf } from './support/buffers.ts';

const [, , ASKED, KEEP] = process.argv;
const EXISTING = ASKED?.startsWith('postgresql:') ? ASKED : undefined;
const CALLS = EXISTING ? 0 : Number(ASKED ?? 1_000_000);
const REPS = 200;
const DAYS = 365;
const QUEUES = 4;
const ORG = '00DBENCH';
const TIMES = 9;
/** In how many calls after a debrief its reason may come back. */
const WATCHED_CALLS = 10;
/** How many supervisors score the same call. */
const SCORERS = 3;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, place) => ({
    userId: `${name}-${place}`,
    name: `${name} ${place}`,
    timeZone: ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin'][place % 3]!,
  }));

if (EXISTING) await onPool(EXISTING, measureAnswers);
else await onNewDatabase();

async function onNewDatabase(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-outcomes-'));
  chmodSync(dir, 0o711);
  const server = await startPostgres({ dir: join(dir, 'postgres'), durable: false });
  try {
    await server.createDatabase('outcomes');
    const databaseUrl = server.databaseUrl('outcomes');
    await write(databaseUrl);
    await onPool(databaseUrl, async (pool) => {
      await recompute(pool);
      await measureAnswers(pool);
    });
    if (KEEP) {
      say(`kept until it is interrupted: ${databaseUrl}`);
      await new Promise((stopped) => process.once('SIGINT', stopped));
    }
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function onPool(
  connectionString: string,
  act: (pool: pg.Pool) => Promise<void>,
): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 6 });
  // Connections that are being closed may meet the end of the server.
  pool.on('error', () => undefined);
  try {
    await act(pool);
  } finally {
    await pool.end();
  }
}

async function write(databaseUrl: string): Promise<void> {
  await migrate(databaseUrl);
  const startedAt = performance.now();
  const written = await insertSample(databaseUrl, coachedCalls(new Date().toISOString()));
  say(`${written} calls of ${REPS} reps written in ${seconds(startedAt)}`);
}

async function recompute(pool: pg.Pool): Promise<void> {
  await pool.query('analyze');
  let startedAt = performance.now();
  const days = await createCallDays(pool).countDue(DAYS * 2);
  say(`full recompute of ${days} days: ${seconds(startedAt)}`);
  startedAt = performance.now();
  const deals = await createDealTotals(pool).countDue(Number.MAX_SAFE_INTEGER);
  say(`full recompute of ${deals} deals: ${seconds(startedAt)}`);
  await pool.query('analyze');
}

async function measureAnswers(pool: pg.Pool): Promise<void> {
  const until = new Date().toISOString();
  const callDays = createCallDays(pool);
  const worthTotals = createWorthTotals(pool);
  const dealTotals = createDealTotals(pool);
  const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
  await median('one day’s roll-up', async () => {
    await pool.query(`insert into "CallDayDue" ("orgId", "day") values ('${ORG}', '${day}')`);
    await callDays.countDue(1);
  });
  const from = new Date(Date.now() - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
  const question = { orgId: ORG, from, to: until.slice(0, 10) };
  const page = async (): Promise<void> => {
    const [reps, tenures, periods, interventions] = await Promise.all([
      callDays.reps(question, 'all'),
      callDays.tenures(question, 'all'),
      callDays.periods(question, 'week', 'all'),
      callDays.interventions(question, 'all'),
      callDays.due(ORG),
    ]);
    outcomesReport({ from, reps, periods, interventions, tenures }, 'barge', SHIPPED_VOCABULARY);
  };
  await median('the page, a year, everybody', page, pool);
  const worth = async (): Promise<void> => {
    const [interventions, issues, holdOut, results, periods, supervision] = await Promise.all([
      callDays.interventions(question, 'all'),
      worthTotals.issues(question, 'all'),
      worthTotals.holdOut(question, 'all'),
      worthTotals.results(question, 'all'),
      worthTotals.periods(question, 'barge', 'all'),
      worthTotals.supervision(question, 'all'),
    ]);
    const byMode = sharesByMode(interventions, SHIPPED_VOCABULARY);
    const report = worthReport(
      { issues, results, periods, supervision, byMode, ...(holdOut && { holdOut }) },
      'barge',
    );
    shown = `hold-out: ${JSON.stringify(report.holdOut)}`;
  };
  let shown = '';
  await median('what it was worth, a year, everybody', worth, pool);
  for (const [name, ask] of Object.entries({
    reps: () => callDays.reps(question, 'all'),
    tenures: () => callDays.tenures(question, 'all'),
    periods: () => callDays.periods(question, 'week', 'all'),
    interventions: () => callDays.interventions(question, 'all'),
    issues: () => worthTotals.issues(question, 'all'),
    holdOut: () => worthTotals.holdOut(question, 'all'),
    results: () => worthTotals.results(question, 'all'),
    fourWeeks: () => worthTotals.periods(question, 'barge', 'all'),
    supervision: () => worthTotals.supervision(question, 'all'),
  }))
    await median(`  ${name}`, ask, pool);
  const dealsOf = () => dealTotals.of(question, 'barge', 'all');
  await median('what became of deals, a year, everybody', async () =>
    dealWorth(await dealsOf(), 'barge'),
  );
  await median('  deals', dealsOf, pool);
  await otherAnswers(pool, question);
  await callsBehindNumbers(pool, question);
  say(shown);
  say(`deals: ${JSON.stringify(dealWorth(await dealsOf(), 'barge').looks[2]?.won)}`);
  const { rows } = await pool.query<{ name: string; rows: string }>(
    `select relname as name, n_live_tup::text as rows from pg_stat_user_tables
     where relname like '%Day' or relname like '%Week' or relname like '%Period' or relname like 'Deal%'
       or relname in ('Call', 'Intervention', 'HoldOutAssignment', 'AuditEntry', 'CallAlert', 'CallTalk',
         'Debrief', 'CalibrationScore')
     order by 1`,
  );
  say(rows.map((row) => `${row.name} ${row.rows}`).join(', '));
}

/** A year with alerts, transcribed calls, debriefs and scores on each of its days. */
function* coachedCalls(until: string): Generator<readonly EndedCall[]> {
  const supervisors = numbered('supervisor', 25);
  const reps = numbered('rep', REPS).map((rep, place) => ({
    ...rep,
    managerIds: [supervisors[place % supervisors.length]!.userId],
    queueIds: [`queue-${place % QUEUES}`],
  }));
  const year = { days: DAYS, until, seed: 1 };
  const calls = { ...ORG_YEAR, orgId: ORG, reps, supervisors, calls: CALLS, ...year };
  let seed = 0;
  for (const day of sampleCalls(calls))
    yield sampleCoaching([day], {
      reps: reps.map(({ userId }) => userId),
      supervisors: supervisors.slice(0, SCORERS),
      until,
      seed: (seed += 1),
    }).days[0]!;
}

/** What the page asks besides, each at once with others in a request of its own. */
async function otherAnswers(pool: pg.Pool, question: OutcomesQuestion): Promise<void> {
  const { ratings, onTime, recurrences, calibrated } = createCoachingTotals(pool);
  const now = new Date().toISOString();
  for (const [name, ask] of Object.entries({
    'callers who waited': () => createWaitingTotals(pool).periods(question, 'week', 'all'),
    refusals: () => createTrustTotals(pool).refusals(question, 'all'),
    'audit and audio': () => createTrustTotals(pool).ofOrg(question),
    alerts: () => createAlertTotals(pool).counted(question, 'all'),
    coaching: () =>
      Promise.all([
        ratings(question, 'all', now),
        onTime(question, 'all', now),
        recurrences(question, 'all', WATCHED_CALLS),
        calibrated(question, 'all'),
      ]),
    proficiency: () => createProficiencyTotals(pool).periods(ORG, question.to, 'all'),
  }))
    await median(name, ask, pool);
}

/** What a click on a number asks: a page of the calls behind it. */
async function callsBehindNumbers(pool: pg.Pool, question: OutcomesQuestion): Promise<void> {
  const { page } = createCallsBehind(pool);
  const supervisorUserId = 'supervisor-3';
  for (const [name, more] of Object.entries<Partial<BehindQuestion>>({
    'all calls': {},
    barges: { mode: 'barge' },
    takeovers: { mode: 'takeover' },
    'barges of a supervisor for a reason': { supervisorUserId, reasonCode: 'large_deal' },
    'takeovers of a supervisor for a reason, very few': {
      supervisorUserId,
      reasonCode: 'large_deal',
      mode: 'takeover',
    },
    'dissatisfied customers after a barge': { mode: 'barge', rating: 'poor' },
    'held out': { arm: 'held_out' },
    'answered requests for help': { way: 'help_answered' },
  }))
    await median(`calls behind a number: ${name}`, () =>
      page(
        { ...question, ...more },
        { reps: 'all', reader: { userId: supervisorUserId, knowsCovert: false }, size: 51 },
      ),
    );
}

async function median(what: string, act: () => Promise<unknown>, pool?: pg.Pool): Promise<void> {
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const startedAt = performance.now();
    await act();
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const buffers = pool ? `, ${await buffersOf(pool, act)} buffers` : '';
  say(
    `${what}: ${times[(TIMES - 1) / 2]!.toFixed(0)} ms (${times[0]!.toFixed(0)} to ${times.at(-1)!.toFixed(0)})${buffers}`,
  );
}

function seconds(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(0)} s`;
}
