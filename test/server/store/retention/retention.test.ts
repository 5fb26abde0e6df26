import assert from 'node:assert/strict';
import pg from 'pg';
import { removeOldRows } from '../../../../server/commands/jobs/removeOldRows.ts';
import { removeOldWords } from '../../../../server/commands/jobs/removeOldWords.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import { EMPTY_POLICY } from '../../../../server/domain/policy/policy.ts';
import { createAudioCheckRuns } from '../../../../server/store/audioCheck/audioCheckRuns.ts';
import {
  createRetention,
  createSaidRetention,
} from '../../../../server/store/retention/retention.ts';
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

  describe('that was said on the calls of an org with a policy of its own', () => {
    const entries: AuditEntry[] = [];
    const roundOf = (orgId: string, transcripts?: number) =>
      removeOldWords(
        {
          said: createSaidRetention(pool),
          policies: {
            lastKnown: () => ({
              ...EMPTY_POLICY,
              ...(transcripts !== undefined && { retention: { transcripts } }),
            }),
          },
          store: {
            async recordAudit(added) {
              entries.push(...added);
            },
          },
          limitDays: 90,
          clock: { now: () => NOW },
          ids: { next: () => 'id' },
          log: quietLog,
        },
        orgId,
      );
    const kept = () =>
      Promise.all([
        left('TranscriptLine', 'lineId'),
        left('AlertBacktest', 'backtestId'),
        left('CallAlert', 'words'),
      ]);

    beforeEach(async () => {
      entries.length = 0;
      await pool.query('truncate "TranscriptLine", "AlertBacktest", "CallAlert"');
      for (const [orgId, days] of [
        ['o', 40],
        ['o', 20],
        ['other', 40],
      ] as const) {
        const id = `${orgId}-${days}`;
        await pool.query(
          `insert into "TranscriptLine" ("callId", "lineId", "orgId", "transcriptionId", "sequence", "speaker", "text", "startedAt", "endedAt")
           values ('c', $1, $2, 't', 1, 'customer', 'Said', $3, $3)`,
          [id, orgId, ago(days)],
        );
        await pool.query(
          `insert into "AlertBacktest" ("backtestId", "orgId", "askedBy", "askedAt", "updatedAt", "status", "done", "total", "rule")
           values ($1, $2, 'ada', $3, $3, 'done', 1, 1, '{}')`,
          [id, orgId, ago(days)],
        );
        await pool.query(
          `insert into "CallAlert" ("alertId", "orgId", "callId", "repUserId", "ruleName", "ruleVersion", "label", "family", "severity", "raisedAt", "round", "words", "status")
           values ($1, $2, $1, 'ravi', 'r', 'v', 'l', 'abuse', 'info', $3, 0, array[$1], 'shown')`,
          [id, orgId, ago(days)],
        );
      }
    });

    it('is removed after its days, with what alerts quote of it, and the audit says so first', async () => {
      assert.equal(await roundOf('o', 30), 3);
      assert.deepEqual(await kept(), [
        ['o-20', 'other-40'],
        ['o-20', 'other-40'],
        ['{o-20}', '{other-40}', '{}'],
      ]);
      assert.deepEqual(
        entries.map(({ orgId, action, actor, details }) => ({ orgId, action, actor, details })),
        [
          {
            orgId: 'o',
            action: 'TranscriptsRemoved',
            actor: { kind: 'system' },
            details: { keptDays: 30, olderThan: '2026-10-29T00:00:00.000Z' },
          },
        ],
      );
      assert.equal(await roundOf('o', 30), 0);
      assert.equal(entries.length, 1, 'nothing is said where nothing is removed');
    });

    it('is kept as long as the server keeps it where the policy says nothing, or more than that', async () => {
      for (const days of [undefined, 90, 3_650]) assert.equal(await roundOf('o', days), 0);
      assert.equal((await kept())[0].length, 3);
      assert.deepEqual(entries, []);
    });
  });
});
