import assert from 'node:assert/strict';
import pg from 'pg';
import { removeOldRecordings } from '../../../../server/commands/jobs/removeOldRecordings.ts';
import { CarrierProblem } from '../../../../server/ports/index.ts';
import { createOldRecordings } from '../../../../server/store/retention/oldRecordings.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { insertCalls } from '../../../support/insertCalls.ts';
import { quietLog } from '../../../support/quietLog.ts';

const NOW = '2026-11-28T12:00:00.000Z';

describe('a recording that has been kept for its days', () => {
  let database: FreshDatabase;
  let pool: pg.Pool;
  let asked: string[] = [];
  let isAway = false;
  let serial = 0;

  const round = () =>
    removeOldRecordings(
      {
        oldRecordings: createOldRecordings(pool),
        media: {
          remove: async (recordingId) => {
            asked.push(recordingId);
            if (isAway) throw new CarrierProblem('unavailable', 'no answer');
          },
        },
        clock: { now: () => NOW },
        ids: { next: () => `removed-${(serial += 1)}` },
        log: quietLog,
      },
      30,
    );
  const left = async () =>
    (
      await pool.query<{ recordingId: string }>(
        'select "recordingId" from "Recording" order by "recordingId"',
      )
    ).rows.map(({ recordingId }) => recordingId);

  before(async () => {
    database = await freshDatabase();
    pool = new pg.Pool({ connectionString: database.databaseUrl, max: 2 });
    await insertCalls(database.databaseUrl, { count: 2 });
    await pool.query(`update "Call" set "status" = 'ended'`);
    await pool.query(
      `insert into "Recording" ("recordingId", "callId", "status", "startedAt") values
         ('RE-making', 'many-1', 'in_progress', '2026-01-01T00:00:00Z'),
         ('RE-new', 'many-1', 'completed', '2026-11-20T00:00:00Z'),
         ('RE-old', 'many-1', 'completed', '2026-10-01T00:00:00Z'),
         ('RE-older', 'many-2', 'completed', '2026-09-01T00:00:00Z')`,
    );
  });
  after(async () => {
    await pool?.end();
    await database?.drop();
  });
  beforeEach(() => {
    asked = [];
  });

  it('stays while the phone network does not answer', async () => {
    isAway = true;
    assert.equal(await round(), 0);
    isAway = false;
    assert.deepEqual(
      [asked, await left()],
      [['RE-older'], ['RE-making', 'RE-new', 'RE-old', 'RE-older']],
    );
  });

  it('is removed there and forgotten here, which is on the audit; others stay (G13)', async () => {
    assert.equal(await round(), 2);
    assert.deepEqual(
      [asked, await left()],
      [
        ['RE-older', 'RE-old'],
        ['RE-making', 'RE-new'],
      ],
    );
    const { rows } = await pool.query(
      `select "callId", "actor", "details" from "AuditEntry" where "action" = 'RecordingRemoved'
       order by "position"`,
    );
    assert.deepEqual(rows, [
      {
        callId: 'many-2',
        actor: { kind: 'system' },
        details: { recordingId: 'RE-older', keptDays: 30 },
      },
      {
        callId: 'many-1',
        actor: { kind: 'system' },
        details: { recordingId: 'RE-old', keptDays: 30 },
      },
    ]);
    assert.equal(await round(), 0);
  });
});
