import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { LOCAL_ORG_ID } from '../../local/org/ids/localOrgId.ts';
import { beginBacktest } from '../../server/commands/alerts/backtest.ts';
import type { AlertRule } from '../../server/domain/alerts/rule.ts';
import { SHIPPED_RULES } from '../../server/domain/alerts/shipped.ts';
import { personWithoutRights } from '../../server/domain/call/people.ts';
import { EMPTY_POLICY } from '../../server/domain/policy/policy.ts';
import { createPostgresStore, type PostgresStore } from '../../server/store/calls/postgresStore.ts';
import { migrate } from '../../server/store/database/migrate.ts';
import { createAlertBacktests, createCallAlerts } from '../../server/store/words/alerts.ts';
import { createTranscripts } from '../../server/store/words/transcripts.ts';
import type { Bench } from '../support/bench.ts';
import { judged, type Measure, type Row } from '../support/measures.ts';
import { seconds } from '../support/stats.ts';

const TRANSCRIPTS = 10_000;
const LINES = 20;
const RULE = 'Asks_For_Manager_en';
const MOST_MS = 30_000;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** What is said, in turn; one call in ten asks for a manager. */
const SAID = [
  'Good morning, thank you for calling back.',
  'We looked at the offer and have a few questions about the roll-out.',
  'The second site opens in March, so the licenses are needed before that.',
  'Could you send me the terms of the support contract again?',
  'I will talk to my colleague and come back to you on Thursday.',
];
const ASKS = 'Let me speak to your manager, please.';

/** How long a rule takes over past calls, and how often its progress is written meanwhile. */
export const backtest: Row = {
  name: 'backtest',
  what: 'one alert rule and today’s over 10,000 transcripts of 20 lines, with progress',
  async run(bench, report) {
    const url = await emptyDatabase(bench);
    const pool = new pg.Pool({ connectionString: url, max: 4 });
    const store = createPostgresStore(url, SILENT);
    try {
      await writeTranscripts(pool);
      for (const measure of await measured(pool, store)) report(measure);
    } finally {
      await store.close();
      await pool.end();
    }
  },
};

async function measured(pool: pg.Pool, store: PostgresStore): Promise<readonly Measure[]> {
  let progressed = 0;
  const backtests = createAlertBacktests(pool);
  const now = () => new Date().toISOString();
  const [began, used] = [performance.now(), process.cpuUsage()];
  const begun = await beginBacktest(
    {
      transcripts: createTranscripts(pool),
      alerts: createCallAlerts(pool),
      backtests: {
        ...backtests,
        async progress(...written) {
          progressed += 1;
          await backtests.progress(...written);
        },
      },
      store,
      policies: { inForce: async () => EMPTY_POLICY },
      clock: { now },
      ids: { next: () => randomUUID() },
      log: SILENT,
    },
    personWithoutRights(LOCAL_ORG_ID, '005BENCH00000000AA', now()),
    { rule: changedRule(), inForce: SHIPPED_RULES },
  );
  if (!('ok' in begun)) throw new Error(begun.refusal.code);
  await begun.ok.finished;
  const tookMs = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  const found = await backtests.find(LOCAL_ORG_ID, begun.ok.backtestId);
  const alerts = found?.result?.alerts ?? 0;
  return [
    judged(`${RULE}, ${TRANSCRIPTS} transcripts`, {
      value: tookMs,
      show: seconds,
      limit: { most: MOST_MS },
    }),
    judged('processor time of it', {
      value: (user + system) / 1000,
      show: seconds,
      limit: { most: MOST_MS },
    }),
    judged('times that progress was written', {
      value: progressed,
      show: String,
      limit: { least: 10 },
    }),
    judged('calls on which it was raised', {
      value: alerts,
      show: String,
      limit: { least: TRANSCRIPTS / 10 },
    }),
  ];
}

/** The rule without its last phrases, so that both that one and today's are looked for. */
function changedRule(): AlertRule {
  const rule = SHIPPED_RULES.rules.find(({ name }) => name === RULE)!;
  if (rule.trigger.kind !== 'said') throw new Error(rule.trigger.kind);
  const { phrases } = rule.trigger;
  return { ...rule, trigger: { ...rule.trigger, phrases: phrases.slice(0, -1) } };
}

async function emptyDatabase(bench: Bench): Promise<string> {
  const { createDatabase, databaseUrl } = await bench.postgres();
  await createDatabase('backtest');
  await migrate(databaseUrl('backtest'));
  return databaseUrl('backtest');
}

const writeTranscripts = (pool: pg.Pool) =>
  pool.query(
    `insert into "TranscriptLine" ("callId", "lineId", "orgId", "transcriptionId", "sequence",
       "speaker", "text", "startedAt", "endedAt")
     select 'past-' || c, 'L' || n, $1, 't-' || c, n, case n % 2 when 0 then 'rep' else 'customer' end,
       case when c % 10 = 0 and n = 15 then $3 else ($2::text[])[1 + (c + n) % 5] || ' It is number ' || c || '.' end,
       now() - c * interval '1 minute' + n * interval '3 seconds',
       now() - c * interval '1 minute' + (n + 1) * interval '3 seconds'
     from generate_series(1, ${TRANSCRIPTS}) c, generate_series(1, ${LINES}) n`,
    [LOCAL_ORG_ID, SAID, ASKS],
  );
