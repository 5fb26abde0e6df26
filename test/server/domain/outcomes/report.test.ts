import assert from 'node:assert/strict';
import type { Mode } from '../../../../server/domain/call/modes.ts';
import {
  outcomesReport as reportBy,
  withoutOtherSupervisors,
  type CountedTotals,
} from '../../../../server/domain/outcomes/report.ts';
import type { InterventionTotals, RepTotals } from '../../../../server/domain/outcomes/totals.ts';
import { daysIn, periodOf } from '../../../../server/domain/outcomes/totals.ts';
import { SHIPPED_VOCABULARY } from '../../../../server/domain/vocabulary/shipped.ts';

const outcomesReport = (totals: CountedTotals, mode: Mode) =>
  reportBy(totals, mode, SHIPPED_VOCABULARY);
const none = { monitor: 0, whisper: 0, barge: 0, takeover: 0 };
const rep = (userId: string, answered: number, barge: number): RepTotals => ({
  ...none,
  userId,
  name: `Rep ${userId}`,
  answered,
  barge,
  talkSeconds: answered * 60,
  helpRequested: 1,
  transferred: 0,
});
const intervention = (
  over: Partial<InterventionTotals> & { interventions: number },
): InterventionTotals => ({
  supervisorUserId: 'maya',
  supervisorName: 'Maya',
  mode: 'barge',
  seconds: 60,
  ...over,
});
const counted = (over: Partial<CountedTotals>): CountedTotals => ({
  from: '2026-11-01',
  periods: [],
  reps: [],
  interventions: [],
  tenures: { reps: [], supervisors: [] },
  ...over,
});

describe('a report on outcomes', () => {
  it('is of nothing without calls', () => {
    const report = outcomesReport(counted({}), 'barge');
    assert.equal(report.totals.answered, 0);
    assert.deepEqual([report.chart.points, report.reps.points, report.byReason], [[], [], []]);
  });

  it('adds up what the reps had', () => {
    const { totals } = outcomesReport(
      counted({ reps: [rep('a', 10, 1), rep('b', 5, 0)] }),
      'barge',
    );
    assert.deepEqual(totals, {
      ...none,
      from: '2026-11-01',
      answered: 15,
      barge: 1,
      talkSeconds: 900,
      helpRequested: 2,
      transferred: 0,
    });
  });

  it('has the norm of barging beside the rate, and of no other mode', () => {
    assert.deepEqual(outcomesReport(counted({}), 'barge').norm, { low: 0.005, high: 0.02 });
    assert.equal(outcomesReport(counted({}), 'whisper').norm, undefined);
  });

  it('shows the rate of the mode that was asked, period by period', () => {
    const { chart } = outcomesReport(
      counted({ periods: [{ ...none, from: '2026-11-02', answered: 50, barge: 1, whisper: 5 }] }),
      'whisper',
    );
    assert.deepEqual(
      chart.points.map(({ from, n, events, rate }) => ({ from, n, events, rate })),
      [{ from: '2026-11-02', n: 50, events: 5, rate: 0.1 }],
    );
  });

  it('compares supervisors by how many of their interventions reached the mode', () => {
    const { supervisors } = outcomesReport(
      counted({
        interventions: [
          intervention({ interventions: 3 }),
          intervention({ interventions: 7, mode: 'monitor' }),
          intervention({ interventions: 2, supervisorUserId: 'ada', supervisorName: 'Ada' }),
        ],
      }),
      'barge',
    );
    assert.deepEqual(
      supervisors.points.map(({ name, n, events }) => [name, n, events]),
      [
        ['Maya', 10, 3],
        ['Ada', 2, 2],
      ],
    );
  });

  it('leaves out supervisors who are not for the reader, and compares the others as before', () => {
    const report = outcomesReport(
      counted({
        interventions: [
          intervention({ interventions: 3 }),
          intervention({ interventions: 2, supervisorUserId: 'ada', supervisorName: 'Ada' }),
        ],
      }),
      'barge',
    );
    const { supervisors, otherSupervisors } = withoutOtherSupervisors(
      report,
      (userId) => userId === 'ada',
    );
    assert.equal(otherSupervisors, 1);
    assert.equal(supervisors.target, report.supervisors.target);
    assert.deepEqual(
      supervisors.points,
      report.supervisors.points.filter(({ name }) => name === 'Ada'),
    );
  });

  it('has the share that was saved of those with an outcome alone, with its interval', () => {
    const { byMode } = outcomesReport(
      counted({
        interventions: [
          intervention({ interventions: 6, outcomeCode: 'saved' }),
          intervention({ interventions: 2, outcomeCode: 'lost' }),
          intervention({ interventions: 12 }),
        ],
      }),
      'barge',
    );
    assert.deepEqual(
      byMode.map(({ mode, interventions, given, saved }) => [mode, interventions, given, saved]),
      [['barge', 20, 8, 6]],
    );
    const { low, high } = byMode[0]!.interval;
    assert.ok(low > 0.4 && low < 0.75 && high > 0.75 && high < 0.95);
  });

  it('knows nothing of a share without an outcome', () => {
    const { byMode } = outcomesReport(
      counted({ interventions: [intervention({ interventions: 3 })] }),
      'barge',
    );
    assert.deepEqual(byMode[0]!.interval, { low: 0, high: 1 });
  });

  it('has the most frequent reason first, and of the mode that was asked alone', () => {
    const { byReason } = outcomesReport(
      counted({
        interventions: [
          intervention({ interventions: 1, reasonCode: 'large_deal' }),
          intervention({ interventions: 4, reasonCode: 'close_assist' }),
          intervention({ interventions: 9, reasonCode: 'large_deal', mode: 'whisper' }),
          intervention({ interventions: 2 }),
        ],
      }),
      'barge',
    );
    assert.deepEqual(
      byReason.map(({ reasonCode, interventions }) => [reasonCode, interventions]),
      [
        ['close_assist', 4],
        [undefined, 2],
        ['large_deal', 1],
      ],
    );
  });

  it('is by day for two months, and by week for longer', () => {
    assert.equal(periodOf({ from: '2026-10-01', to: '2026-12-01' }), 'day');
    assert.equal(periodOf({ from: '2026-10-01', to: '2026-12-02' }), 'week');
    assert.equal(daysIn({ from: '2026-03-28', to: '2026-03-29' }), 2);
  });
});
