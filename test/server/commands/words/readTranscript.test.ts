import assert from 'node:assert/strict';
import { createReadings } from '../../../../server/commands/words/readTranscript.ts';

const LIVE = { callId: 'c1', status: 'live' as const };
const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString();

describe('a reading of a transcript (P17)', () => {
  let written: string[];
  const reads = (
    readings: ReturnType<typeof createReadings>,
    userId: string,
    minute: number,
    call: Parameters<ReturnType<typeof createReadings>['once']>[0] = LIVE,
  ) =>
    readings.once(
      call,
      { userId },
      {
        now: at(minute),
        record: async () => {
          written.push(`${userId} ${minute}`);
        },
      },
    );

  beforeEach(() => {
    written = [];
  });

  it('is one where two parts of a page read, and another after a quarter of an hour', async () => {
    const readings = createReadings();
    await Promise.all([reads(readings, 'maya', 0), reads(readings, 'maya', 0)]);
    await reads(readings, 'maya', 14);
    await reads(readings, 'maya', 15);
    assert.deepEqual(written, ['maya 0', 'maya 15']);
  });

  it('is another of each person, and of the call once it is over', async () => {
    const readings = createReadings();
    await reads(readings, 'maya', 0);
    await reads(readings, 'dana', 0);
    await reads(readings, 'maya', 1, { callId: 'c1', status: 'ended' });
    assert.deepEqual(written, ['maya 0', 'dana 0', 'maya 1']);
  });

  it('is refused while it cannot be written, and written by the next', async () => {
    const readings = createReadings();
    const fails = readings.once(
      LIVE,
      { userId: 'maya' },
      { now: at(0), record: () => Promise.reject(new Error('away')) },
    );
    await assert.rejects(fails, /away/);
    await reads(readings, 'maya', 0);
    assert.deepEqual(written, ['maya 0']);
  });
});
