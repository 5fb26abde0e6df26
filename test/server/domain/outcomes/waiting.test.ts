import assert from 'node:assert/strict';
import { waitingReport, type WaitingTotals } from '../../../../server/domain/outcomes/waiting.ts';
import { waitingRows } from '../../../../server/domain/outcomes/waitingRows.ts';

const NOTHING = {
  answered: 0,
  answeredSoon: 0,
  missed: 0,
  abandoned: 0,
  waitSeconds: 0,
  supervisedSeconds: 0,
};
const dayOf = (place: number): string =>
  new Date(Date.UTC(2026, 8, 1 + place)).toISOString().slice(0, 10);

/** Busy days have more callers whom nobody answers and more supervision, which changes nothing. */
const DAYS: WaitingTotals[] = Array.from({ length: 60 }, (_, place) => {
  const busy = 0.75 + ((place * 7) % 5) / 8;
  const callers = Math.round(100 * busy);
  const unanswered = Math.round(callers * 0.09 * busy ** 2 + ((place * 3) % 3));
  return {
    from: dayOf(place),
    queueIds: '00Grenewals',
    answered: callers - unanswered,
    answeredSoon: callers - 2 * unanswered,
    missed: Math.floor(unanswered / 2),
    abandoned: Math.ceil(unanswered / 2),
    waitSeconds: 12 * (callers - unanswered),
    supervisedSeconds: Math.round(3600 * busy + 700 * ((place * 11) % 7)),
  };
});

describe('the report on callers who waited', () => {
  describe('of a day', () => {
    const { totals, queues, periods } = waitingReport(
      [
        {
          ...NOTHING,
          from: '2026-11-20',
          queueIds: '00Ga,00Gb',
          answered: 6,
          answeredSoon: 5,
          missed: 1,
          abandoned: 1,
          waitSeconds: 90,
        },
        {
          ...NOTHING,
          from: '2026-11-20',
          queueIds: '00Ga',
          answered: 2,
          waitSeconds: 70,
          supervisedSeconds: 120,
        },
        { ...NOTHING, from: '2026-11-20', queueIds: '', missed: 1, supervisedSeconds: 60 },
      ],
      'day',
    );

    it('has everybody who called, and who was not answered of them with n and interval (G51)', () => {
      assert.equal(totals.callers, 11);
      assert.deepEqual([totals.missed, totals.abandoned], [2, 1]);
      assert.deepEqual([totals.unanswered.events, totals.unanswered.n], [3, 11]);
      assert.ok(
        totals.unanswered.interval.low < 3 / 11 && totals.unanswered.interval.high > 3 / 11,
      );
      assert.deepEqual([totals.soon.events, totals.soon.n], [5, 11]);
    });

    it('has the mean wait of the answered, and supervisors’ minutes beside it (V11)', () => {
      assert.equal(totals.waitSeconds, 20);
      assert.equal(totals.supervisedMinutes, 3);
      assert.equal(periods.length, 1);
    });

    it('counts the callers of a rep of two queues in each of them', () => {
      assert.deepEqual(
        queues.map(({ queueId, callers }) => [queueId, callers]),
        [
          ['00Ga', 10],
          ['00Gb', 8],
          [undefined, 1],
        ],
      );
    });

    it('does not measure a wait where nobody was answered, and compares no single day', () => {
      assert.equal(queues.at(-1)!.waitSeconds, undefined);
      const { comparison } = waitingReport(DAYS.slice(0, 12), 'day');
      assert.equal(comparison.status, 'too_few');
    });
  });

  describe('of many days', () => {
    const { comparison } = waitingReport(DAYS, 'day');

    it('finds no difference that busy days explain', () => {
      assert.ok(comparison.status === 'compared');
      const much = DAYS.filter(
        ({ supervisedSeconds }) =>
          supervisedSeconds > DAYS.map((one) => one.supervisedSeconds).sort((a, b) => a - b)[30]!,
      );
      const shareOf = (those: readonly WaitingTotals[]): number =>
        those.reduce((sum, { missed, abandoned }) => sum + missed + abandoned, 0) /
        those.reduce((sum, one) => sum + one.answered + one.missed + one.abandoned, 0);
      const others = DAYS.filter((one) => !much.includes(one));
      assert.ok(shareOf(much) - shareOf(others) > 0.01, 'plainly they differ');
      assert.ok(Math.abs(comparison.value) < 0.01, String(comparison.value));
      assert.ok(comparison.interval.low < 0 && comparison.interval.high > 0);
      assert.equal(comparison.much + comparison.little, DAYS.length);
    });

    it('finds a difference that is there', () => {
      const longest = DAYS.map((one) => one.supervisedSeconds).sort((a, b) => a - b)[30]!;
      const planted = DAYS.map((one) => ({
        ...one,
        ...(one.supervisedSeconds >= longest && {
          missed: one.missed + 15,
          answered: one.answered - 15,
        }),
      }));
      const found = waitingReport(planted, 'day').comparison;
      assert.ok(found.status === 'compared' && found.interval.low > 0.04);
    });

    it('is the same in the file, which says that it is no effect', () => {
      const report = waitingReport(DAYS, 'day');
      const rows = waitingRows(report);
      const last = rows.at(-1)!;
      assert.equal(last.name, 'difference unanswered');
      assert.match(last.reading, /^not_an_effect/);
      assert.ok(comparison.status === 'compared' && last.value === comparison.value);
      const share = rows.find(({ table, name }) => table === 'waiting' && name === 'unanswered')!;
      assert.deepEqual(
        [share.n, share.events],
        [report.totals.unanswered.n, report.totals.unanswered.events],
      );
    });
  });
});
