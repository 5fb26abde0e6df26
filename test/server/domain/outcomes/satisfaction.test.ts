import assert from 'node:assert/strict';
import { satisfactionReport } from '../../../../server/domain/outcomes/satisfaction.ts';
import type { PeriodResults, ResultTotals } from '../../../../server/domain/outcomes/totals.ts';

/** Customers of deals are more often satisfied, and their calls are barged more often. */
const results: ResultTotals[] = Array.from({ length: 20 }, (_, place) =>
  [true, false].flatMap((isOnDeal): ResultTotals[] => {
    const one = {
      repUserId: `rep-${place}`,
      direction: 'inbound' as const,
      isOnDeal,
      askedForHelp: false,
      known: 0,
      wentWell: 0,
      calledBack: 0,
      talkSeconds: 0,
      holdSeconds: 0,
      afterCalls: 0,
      afterCallSeconds: 0,
      talked: 0,
      repTalk: 0,
      repTalkSquares: 0,
      ratedByKey: isOnDeal ? 10 : 0,
    };
    const rate = (isOnDeal ? 0.8 : 0.5) + (place % 4) * 0.02;
    const of = (calls: number) => ({
      calls,
      rated: calls / 4,
      satisfied: Math.round((calls / 4) * rate),
    });
    return [
      { ...one, ...of(400) },
      { ...one, mode: 'barge', ...of(isOnDeal ? 200 : 40) },
    ];
  }),
).flat();

describe('the report on what customers said', () => {
  it('is none where nobody answered', () => {
    assert.deepEqual(
      satisfactionReport({
        results: results.map((one) => ({ ...one, rated: 0, satisfied: 0 })),
        periods: [],
      }),
      { status: 'none' },
    );
  });

  it('has calls by who joined, each with how many answered, and takes off what is known', () => {
    const report = satisfactionReport({ results, periods: [] });
    assert.ok(report.status === 'answered');
    assert.deepEqual(
      report.groups.map(({ mode, answered }) => [mode, answered.events, answered.n]),
      [
        [undefined, 4000, 16_000],
        ['monitor', 0, 0],
        ['whisper', 0, 0],
        ['barge', 1200, 4800],
        ['takeover', 0, 0],
      ],
    );
    const [nobody, , , barge, takeover] = report.groups;
    const rate = ({ events, n }: { events: number; n: number }) => events / n;
    assert.ok(rate(barge!.satisfied) - rate(nobody!.satisfied) > 0.09, 'plainly they differ');
    assert.equal(nobody!.comparison, undefined);
    assert.equal(barge!.comparison?.status, 'compared');
    assert.ok(barge!.comparison?.status === 'compared' && Math.abs(barge!.comparison.value) < 0.01);
    assert.deepEqual(takeover!.comparison, { status: 'too_few', joined: 0, others: 4000 });
  });

  it('is compared before and after supervisors began with a rep (D15)', () => {
    const periods = ['2026-01-01', '2026-01-29', '2026-02-26', '2026-03-26'];
    const calls = Array.from({ length: 12 }, (_, place) =>
      periods.map((from, period): PeriodResults => {
        const isJoined = place < 6 && period >= 2;
        const well = 60 + period + (place % 3) * ((period % 2) + 1) + (isJoined ? 8 : 0);
        return {
          repUserId: `rep-${place}`,
          from,
          ...(place < 6 && { startedIn: periods[2]! }),
          known: 0,
          wentWell: 0,
          rated: 100,
          satisfied: well,
        };
      }),
    ).flat();
    const report = satisfactionReport({ results, periods: calls });
    assert.ok(report.status === 'answered');
    assert.equal(report.since.reps, 6);
    const after = report.since.effects.find(({ since }) => since === 0);
    assert.ok(Math.abs(after!.value - 0.08) < 1e-9);
  });

  it('compares what was held out, and not where one arm answers more often', () => {
    const arms = (heldRated: number) =>
      Array.from({ length: 10 }, (_, place) => ({
        repUserId: `rep-${place}`,
        shown: { drawn: 400, n: 100, events: 75 + (place % 3) },
        heldOut: { drawn: 100, n: heldRated, events: Math.round(heldRated * 0.55) },
      }));
    const of = (heldRated: number) => {
      const report = satisfactionReport({
        results,
        periods: [],
        holdOut: { percent: 20, since: '2026-11-02', leftOut: 0, ratings: arms(heldRated) },
      });
      return report.status === 'answered' ? report.holdOut : undefined;
    };
    const even = of(25);
    assert.ok(even?.status === 'estimated' && Math.abs(even.effect.value - 0.2) < 0.03);
    const uneven = of(60);
    assert.ok(uneven?.status === 'mismatch' && uneven.mismatch === 'known');
  });
});
