import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { dropOutcomes } from '../../../../server/commands/jobs/dropOutcomes.ts';
import type { AuditEntry } from '../../../../server/domain/audit/entries.ts';
import type { DayRow } from '../../../../server/domain/outcomes/totals.ts';
import { createDropFolder } from '../../../../server/store/outcomes/dropFolder.ts';

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
  const drop = (to = folder) =>
    dropOutcomes(
      {
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
        clock: { now: () => '2026-11-28T12:00:00.000Z' },
        ids: { next: () => `id-${(id += 1)}` },
      },
      '00DX',
    );
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
});
