import assert from 'node:assert/strict';
import {
  proficiencyReport,
  type ProficiencyPeriod,
} from '../../../../server/domain/outcomes/proficiency.ts';

/** Periods of a rep from the first one: how many of 20 known calls went well in each. */
const rep = (
  repUserId: string,
  wentWell: readonly number[],
  more: Partial<ProficiencyPeriod> = {},
): ProficiencyPeriod[] =>
  wentWell.map((well, place) => ({
    repUserId,
    place,
    isNew: true,
    began: '2026-01-01',
    isSupported: false,
    known: 20,
    wentWell: well,
    ...more,
  }));

/** Of old reps half of the calls go well, from their 25th week on as before it. */
const OLD = rep('old', Array(12).fill(10), { isNew: false });

describe('the time until a new rep is proficient', () => {
  it('is not known without calls of experienced reps', () => {
    assert.deepEqual(proficiencyReport(rep('new', [4, 6, 8])), { status: 'too_few' });
  });

  it('is the end of the first eight weeks that went as well as theirs (D15, D16)', () => {
    const report = proficiencyReport([
      ...OLD,
      ...[8, 12, 12, 16, 20].flatMap((weeks, nth) =>
        rep(
          `r${nth}`,
          Array.from({ length: 5 }, (_, place) => (place < weeks / 4 - 2 ? 2 : 12)),
          { isSupported: true },
        ),
      ),
    ]);
    assert.deepEqual(report, {
      status: 'measured',
      experienced: { share: 0.5, n: 120 },
      before: { reps: 0, reached: 0 },
      since: { reps: 5, reached: 5, medianWeeks: 12 },
    });
  });

  it('counts those who are still on their way, and says nothing of four', () => {
    const slow = Array.from({ length: 4 }, (_, nth) => rep(`slow${nth}`, [1, 1, 1]));
    const quick = rep('quick', [15, 15, 15]);
    const report = proficiencyReport([...OLD, ...slow.flat(), ...quick]);
    assert.ok(report.status === 'measured');
    assert.deepEqual(report.before, { reps: 5, reached: 1 });
    const few = proficiencyReport([...OLD, ...quick]);
    assert.ok(few.status === 'measured');
    assert.deepEqual(few.before, { reps: 1, reached: 1 });
  });

  it('is not reached by few calls that happened to go well', () => {
    const report = proficiencyReport([...OLD, ...rep('new', [5, 5], { known: 5 })]);
    assert.ok(report.status === 'measured');
    assert.deepEqual(report.before, { reps: 1, reached: 0 });
  });

  it('is of reps before and since the stated start of their team, where it is stated', () => {
    const began = (repUserId: string, from: string) =>
      rep(repUserId, [15, 15, 15], { began: from, isSupported: true });
    const teams = new Map(
      ['early', 'in', 'late'].map((one) => [
        one,
        { managerUserId: 'maya', startsOn: '2026-03-10' },
      ]),
    );
    const report = proficiencyReport(
      [
        ...OLD,
        ...began('early', '2026-02-05'),
        ...began('in', '2026-02-26'),
        ...began('late', '2026-03-26'),
        ...began('of no team', '2026-02-05'),
      ],
      teams,
    );
    assert.ok(report.status === 'measured');
    assert.deepEqual([report.before.reps, report.since.reps], [1, 3]);
  });
});
