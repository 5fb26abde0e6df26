import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import pg from 'pg';
import { dropOrTell, dropOutcomes } from '../../../../server/commands/jobs/dropOutcomes.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { DayRow } from '../../../../server/domain/outcomes/totals.ts';
import { createDropFaults } from '../../../../server/store/outcomes/dropFaults.ts';
import { createDropFolder } from '../../../../server/store/outcomes/dropFolder.ts';
import { freshDatabase, type FreshDatabase } from '../../../support/database.ts';
import { quietLog } from '../../../support/quietLog.ts';

const row = (day: string, answered: number): DayRow => ({
  day,
  repUserId: 'ravi',
  repName: 'Ravi',
  direction: 'outbound',
  answered,
  talkSeconds: 60,
  monitor: 0,
  whisper: 0,
  barge: 1,
  takeover: 0,
  helpRequested: 0,
  transferred: 0,
  rated: 0,
  satisfied: 0,
  missed: 0,
  abandoned: 0,
  answeredSoon: 0,
  waitSeconds: 0,
  supervisedSeconds: 0,
  holdSeconds: 0,
  afterCalls: 0,
  afterCallSeconds: 0,
  alertsRaised: 0,
  alertsShown: 0,
  alertsHeldOut: 0,
  alertsLimited: 0,
  alertsUseful: 0,
  alertsNotUseful: 0,
  queueIds: '',
  issue: '',
  saved: 0,
  callBacks: 0,
  refused: 0,
  joinsRefused: 0,
});

describe('the files of outcomes for other systems', () => {
  let folder: string;
  let audit: AuditEntry[] = [];
  const answered = new Map<string, number>();

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dealside-drop-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(() => {
    audit = [];
  });

  let id = 0;
  let now = '2026-11-28T12:00:00.000Z';
  const depsOf = (to: string): Parameters<typeof dropOutcomes>[0] => ({
    callDays: {
      days: (question, _reps, { limit: _limit, after }) => {
        const count = answered.get(question.from);
        return Promise.resolve(after || !count ? [] : [row(question.from, count)]);
      },
    },
    drop: createDropFolder(to),
    store: {
      recordAudit(entries) {
        audit.push(...entries);
        return Promise.resolve();
      },
    },
    clock: { now: () => now },
    ids: { next: () => `id-${(id += 1)}` },
  });
  const drop = (to = folder) => dropOutcomes(depsOf(to), '00DX');
  const files = () => readdir(join(folder, '00DX'));

  it('are left of the last eight days, in both formats, and the audit says so', async () => {
    answered.set('2026-11-27', 5);
    assert.equal(await drop(), 16);
    const days = await files();
    assert.deepEqual([days[0], days.at(-1), days.length], ['day=2026-11-20', 'day=2026-11-27', 8]);
    const of = (format: string) =>
      readFile(join(folder, '00DX', 'day=2026-11-27', `outcomes.${format}`));
    assert.match((await of('csv')).toString(), /2026-11-27,ravi,Ravi,outbound,5,/);
    const bytes = await of('parquet');
    assert.deepEqual(
      await parquetReadObjects({
        file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
      }),
      [row('2026-11-27', 5)],
    );
    assert.deepEqual(
      audit.map(({ action, actor }) => [action, actor.kind]),
      [['OutcomesDropped', 'system']],
    );
  });

  it('stay as they are while nothing changes, and are left anew when a day does', async () => {
    assert.equal(await drop(), 0);
    assert.deepEqual(audit, []);
    answered.set('2026-11-25', 2);
    assert.equal(await drop(), 2);
    assert.deepEqual((await readdir(join(folder, '00DX', 'day=2026-11-25'))).sort(), [
      'outcomes.csv',
      'outcomes.parquet',
    ]);
  });

  it('are a fault where the folder cannot be written to, and are left once it can', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await assert.rejects(drop(file));
    await rm(file);
    assert.equal(await drop(file), 16);
  });

  describe('that cannot be left', () => {
    const said: string[] = [];
    let database: FreshDatabase;
    let pool: pg.Pool;
    const log = {
      ...quietLog,
      warn: (_what: object, text?: string) => void said.push(`warn ${text}`),
      error: (_what: object, text?: string) => void said.push(`error ${text}`),
    };
    /** A round of a server that has just started: it knows nothing of former rounds. */
    async function round(at: string, to = join(folder, 'a-file')): Promise<string[]> {
      said.length = 0;
      now = at;
      await dropOrTell({ ...depsOf(to), log, dropFaults: createDropFaults(pool) }, '00DX');
      return [...said];
    }

    before(async () => {
      database = await freshDatabase();
      pool = new pg.Pool({ connectionString: database.databaseUrl, max: 1 });
      await rm(join(folder, 'a-file'), { recursive: true, force: true });
      await writeFile(join(folder, 'a-file'), '');
    });
    after(async () => {
      await pool?.end();
      await database?.drop();
    });

    it('are an error in the log after 48 hours, also across restarts', async () => {
      assert.deepEqual(await round('2026-11-28T12:00:00.000Z'), [
        'warn outcomes not written to files',
      ]);
      assert.deepEqual(await round('2026-11-30T11:59:00.000Z'), [
        'warn outcomes not written to files',
      ]);
      assert.deepEqual(await round('2026-11-30T12:00:00.000Z'), [
        'error outcomes not written to files',
      ]);
    });

    it('begin anew after files could be left', async () => {
      assert.deepEqual(await round('2026-11-30T13:00:00.000Z', folder), []);
      assert.deepEqual(await round('2026-11-30T14:00:00.000Z'), [
        'warn outcomes not written to files',
      ]);
    });
  });
});
