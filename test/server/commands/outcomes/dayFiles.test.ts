import assert from 'node:assert/strict';
import { parquetReadObjects } from 'hyparquet';
import { DAY_COLUMNS, DAY_FILES } from '../../../../server/commands/outcomes/dayFiles.ts';
import type { DayRow } from '../../../../server/domain/outcomes/totals.ts';

const ROWS: DayRow[] = Array.from({ length: 5 }, (_, place) => ({
  day: `2026-11-0${place + 1}`,
  repUserId: `rep-${place}`,
  repName: ['Jo', 'Zoë "Z", the 1st', '=cmd()', 'Ünal', '-1'][place]!,
  direction: place % 2 ? 'inbound' : 'outbound',
  answered: 10 * place,
  talkSeconds: 100_000 * place,
  monitor: place,
  whisper: 0,
  barge: place,
  takeover: 0,
  helpRequested: 1,
  transferred: 0,
  rated: place,
  satisfied: 0,
  missed: place,
  abandoned: 0,
  answeredSoon: 2,
  waitSeconds: 30 * place,
  supervisedSeconds: 0,
  holdSeconds: 5 * place,
  afterCalls: place,
  afterCallSeconds: 20 * place,
  alertsRaised: 4 * place,
  alertsShown: 2 * place,
  alertsHeldOut: place,
  alertsLimited: place,
  alertsUseful: place,
  alertsNotUseful: 0,
  queueIds: '00G1,00G2',
  issue: 'cancellation',
  saved: place,
  callBacks: 0,
  refused: 0,
  joinsRefused: 0,
}));

const bytesOf = (file: Buffer): ArrayBuffer =>
  file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;

describe('the totals of days as a file', () => {
  it('are the same rows in Parquet', async () => {
    const rows = await parquetReadObjects({ file: bytesOf(DAY_FILES.parquet.of(ROWS)) });
    assert.deepEqual(rows, ROWS);
  });

  it('are the same rows in CSV, where no name is a formula', () => {
    const lines = DAY_FILES.csv.of(ROWS).toString().trimEnd().split('\r\n');
    assert.equal(lines[0], DAY_COLUMNS.map(({ name }) => name).join(','));
    assert.equal(lines.length, ROWS.length + 1);
    assert.equal(
      lines[2],
      '2026-11-02,rep-1,"Zoë ""Z"", the 1st",inbound,10,100000,1,0,1,0,1,0,1,0,1,0,2,30,0,5,1,20,4,2,1,1,1,0,"00G1,00G2",cancellation,1,0,0,0',
    );
    assert.match(lines[3]!, /,'=cmd\(\),/);
    assert.match(lines[5]!, /,'-1,/);
  });

  it('are a file with columns alone without rows', async () => {
    assert.deepEqual(await parquetReadObjects({ file: bytesOf(DAY_FILES.parquet.of([])) }), []);
    assert.equal(DAY_FILES.csv.of([]).toString().split('\r\n').length, 2);
  });
});
