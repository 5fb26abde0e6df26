import assert from 'node:assert/strict';
import pg from 'pg';
import { removeOldRows } from '../../../../server/commands/jobs/removeOldRows.ts';
import { createAudioCheckRuns } from '../../../../server/store/audioCheck/audioCheckRuns.ts';
import { createRetention } from '../../../../server/store/retention/retention.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';

const NOW = '2026-11-28T12:00:00.000Z';
const DAYS = {
  receipts: 7,
  delivered_messages: 30,
  latencies: 400,
  audio_checks: 400,
  simulations: 90,
  transcripts: 90,
  alerts: 400,
  transcribed_connections: 7,
  backtests: 90,
  claims: 7,
  joint_calls: 400,
};

describe('what is kept for a time', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });

  const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
  const round = () =>
    removeOldRows({
      retention: createRetention(pool),
      keptDays: DAYS,
      clock: { now: () => NOW },
      log: quietLog,
    });
  const left = async (table: string, column: string): Promise<string[]> =>
    (
      await pool.query<{ one: string }>(
        `select "${column}"::text as one from "${table}" order by 1`,
      )
    ).rows.map(({ one }) => one);

  it('is removed when its days are over, more than a batch of it, and nothing younger', async () => {
    await pool.query(
      `insert into "CallbackReceipt" ("key", "receivedAt")
       select 'old-' || n, $1::timestamptz from generate_series(1, 2500) n
       union all values ('young', $2::timestamptz)`,
      [ago(8), ago(6)],
    );
    await round();
    assert.deepEqual(await left('CallbackReceipt', 'key'), ['young']);
  });

  it('is of the outbox only what was delivered: what waits, what was set aside, and checkpoints stay', async () => {
    await pool.query(
      `insert into "OutboxMessage" ("key", "orgId", "topic", "payload", "createdAt", "availableAt", "doneAt", "deadLetteredAt")
       values ('delivered', 'o', 'crm.intervention', '{}', $1, null, $1, null),
         ('delivered-lately', 'o', 'crm.intervention', '{}', $1, null, $2, null),
         ('checkpoint', 'o', 'crm.checkpoint', '{}', $1, null, $1, null),
         ('waits', 'o', 'crm.intervention', '{}', $1, $1, null, null),
         ('set-aside', 'o', 'crm.intervention', '{}', $1, null, null, $1)`,
      [ago(31), ago(29)],
    );
    await round();
    assert.deepEqual(await left('OutboxMessage', 'key'), [
      'checkpoint',
      'delivered-lately',
      'set-aside',
      'waits',
    ]);
  });

  it('is of runs over past transcripts what quotes none that is gone', async () => {
    await pool.query(
      `insert into "AlertBacktest" ("backtestId", "orgId", "askedBy", "askedAt", "updatedAt", "status", "done", "total", "rule")
       values ('old', 'o', 'ada', $1, $1, 'done', 1, 1, '{}'), ('young', 'o', 'ada', $2, $2, 'done', 1, 1, '{}')`,
      [ago(91), ago(89)],
    );
    await round();
    assert.deepEqual(await left('AlertBacktest', 'backtestId'), ['young']);
  });

  it('keeps of the audio checks the newest verdict, and that one has passed, of each account', async () => {
    await pool.query(
      `insert into "AudioCheckRun" ("runId", "startedAt", "concludedAt", "progress", "status", "accountId")
       values ('a-passed-1', $1, $1, 1, 'passed', 'a'), ('a-passed-2', $2, $2, 1, 'passed', 'a'),
         ('a-failed', $3, $3, 1, 'failed', 'a'), ('a-not-run', $3, $3, 1, 'not_run', 'a'),
         ('b-failed', $2, $2, 1, 'failed', 'b'), ('young', $4, $4, 1, 'not_run', 'a')`,
      [ago(700), ago(600), ago(500), ago(1)],
    );
    await round();
    assert.deepEqual(await left('AudioCheckRun', 'runId'), [
      'a-failed',
      'a-passed-2',
      'b-failed',
      'young',
    ]);
    const health = (account: string) => createAudioCheckRuns(pool, account).carrierHealth();
    assert.equal((await health('a')).status, 'unhealthy');
    assert.equal((await health('b')).status, 'doubtful');
    assert.equal((await health('c')).status, 'healthy');
  });
});
