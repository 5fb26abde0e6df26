import assert from 'node:assert/strict';
import { alertReport, type AlertCount } from '../../../../server/domain/outcomes/alertWorth.ts';
import { calibrationReport } from '../../../../server/domain/outcomes/calibrationSpread.ts';
import { recurrenceReport } from '../../../../server/domain/outcomes/recurrence.ts';
import { talkShareOf } from '../../../../server/domain/outcomes/talkShare.ts';
import type { ResultTotals } from '../../../../server/domain/outcomes/totals.ts';
import { trustReport } from '../../../../server/domain/outcomes/trust.ts';

const near = (actual: number | undefined, expected: number): void =>
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 5e-7, `${actual} ${expected}`);

describe('whether the reason of a debrief came back', () => {
  it('is a share of the debriefs whose next calls are over, by reason, the most frequent first', () => {
    const report = recurrenceReport(
      [
        { reasonCode: 'pricing', complete: 3, again: 1, watching: 4 },
        { reasonCode: 'large_deal', complete: 9, again: 9, watching: 0 },
      ],
      10,
    );
    assert.equal(report.of, 10);
    assert.deepEqual(
      [report.all.again.events, report.all.again.n, report.all.watching],
      [10, 12, 4],
    );
    assert.deepEqual(
      report.reasons.map(({ reasonCode }) => reasonCode),
      ['large_deal', 'pricing'],
    );
    // prop.test(9, 9, correct = FALSE) in R.
    near(report.reasons[0]!.again.interval.low, 0.700855);
  });

  it('is nothing without debriefs', () => {
    const { all, reasons } = recurrenceReport([], 10);
    assert.deepEqual([all.again.n, all.watching, reasons], [0, 0, []]);
  });
});

describe('the spread of calibrated calls', () => {
  const call = (day: string, lowest: number, highest: number, scores = 2) => ({
    day,
    scores,
    lowest,
    highest,
  });

  it('is the mean of highest less lowest with its interval, and by month', () => {
    const report = calibrationReport([
      call('2026-11-03', 60, 80),
      call('2026-10-30', 50, 60, 3),
      call('2026-11-20', 70, 70),
    ]);
    assert.deepEqual([report.n, report.scores, report.median, report.widest], [3, 7, 0.1, 0.2]);
    near(report.mean, 0.1);
    // t.test(c(0.2, 0.1, 0)) in R: -0.1484138 to 0.3484138; a spread is never below none.
    assert.equal(report.interval!.low, 0);
    near(report.interval!.high, 0.3484138);
    assert.deepEqual(
      report.months.map(({ from, n, mean }) => [from, n, mean]),
      [
        ['2026-10-01', 1, 0.1],
        ['2026-11-01', 2, 0.1],
      ],
    );
    assert.equal(report.months[0]!.interval, undefined);
  });

  it('is not measured without calls', () => {
    assert.deepEqual(calibrationReport([]), { n: 0, scores: 0, months: [] });
  });
});

describe('how alerts were used', () => {
  const count = (over: Partial<AlertCount>): AlertCount => ({
    ruleName: 'Cancel',
    label: 'Wants to cancel',
    family: 'threatens_to_cancel',
    shown: 0,
    heldOut: 0,
    limited: 0,
    useful: 0,
    notUseful: 0,
    ...over,
  });

  it('is by rule and by family, with precision of those marked and of all that were shown', () => {
    const report = alertReport(
      {
        counts: [
          count({ shown: 20, heldOut: 5, limited: 1, useful: 6, notUseful: 2 }),
          count({ ruleName: 'Leave', label: 'Leaves', shown: 30, useful: 3, notUseful: 0 }),
          count({ ruleName: 'Law', label: 'Lawyer', family: 'legal_or_regulator', shown: 4 }),
        ],
        managerHours: 108,
      },
      '2026-11-01',
    );
    assert.deepEqual(
      [report.all.shown, report.all.heldOut, report.all.limited, report.perManagerHour],
      [54, 5, 1, 0.5],
    );
    assert.deepEqual([report.all.precision.events, report.all.precision.n], [9, 11]);
    assert.deepEqual([report.all.usefulOfShown.events, report.all.usefulOfShown.n], [9, 54]);
    assert.deepEqual(
      report.families.map(({ family, shown }) => [family, shown]),
      [
        ['threatens_to_cancel', 50],
        ['legal_or_regulator', 4],
      ],
    );
    assert.deepEqual(
      report.rules.map(({ ruleName }) => ruleName),
      ['Leave', 'Cancel', 'Law'],
    );
    // prop.test(6, 8, correct = FALSE) in R.
    near(report.rules[1]!.precision.interval.low, 0.4092754);
    near(report.rules[1]!.precision.interval.high, 0.9285208);
  });

  it('is not measured per manager-hour without such hours', () => {
    const report = alertReport({ counts: [count({ shown: 2 })], managerHours: 0 }, '2026-11-01');
    assert.equal('perManagerHour' in report, false);
    assert.equal(report.all.precision.n, 0);
  });
});

describe('the rep’s share of the talk', () => {
  const result = (over: Partial<ResultTotals>): ResultTotals => ({
    repUserId: 'ravi',
    direction: 'inbound',
    isOnDeal: false,
    askedForHelp: false,
    calls: 1,
    known: 0,
    wentWell: 0,
    rated: 0,
    satisfied: 0,
    ratedByKey: 0,
    calledBack: 0,
    talkSeconds: 60,
    holdSeconds: 0,
    afterCalls: 0,
    afterCallSeconds: 0,
    talked: 0,
    repTalk: 0,
    repTalkSquares: 0,
    ...over,
  });

  it('is a mean of calls with words, of those that nobody joined and by highest mode', () => {
    const shares = talkShareOf([
      result({ talked: 2, repTalk: 9_000, repTalkSquares: 4_000 ** 2 + 5_000 ** 2 }),
      result({ repUserId: 'lena', talked: 1, repTalk: 6_000, repTalkSquares: 6_000 ** 2 }),
      result({ mode: 'barge', talked: 1, repTalk: 2_500, repTalkSquares: 2_500 ** 2 }),
    ]);
    assert.deepEqual(
      shares.map(({ mode, n }) => [mode, n]),
      [
        [undefined, 3],
        ['monitor', 0],
        ['whisper', 0],
        ['barge', 1],
        ['takeover', 0],
      ],
    );
    // t.test(c(0.4, 0.5, 0.6)) in R.
    near(shares[0]!.share, 0.5);
    near(shares[0]!.interval!.low, 0.2515862);
    near(shares[0]!.interval!.high, 0.7484138);
    assert.deepEqual(shares[3], { mode: 'barge', n: 1, share: 0.25 });
    assert.deepEqual(shares[4], { mode: 'takeover', n: 0 });
  });
});

describe('what was refused', () => {
  it('is counted by code, the most frequent first; faults only where the reader may know', () => {
    const refusals = [
      { code: 'b', refusals: 2 },
      { code: 'a', refusals: 2 },
      { code: 'c', refusals: 5 },
    ];
    const { refused, refusals: sorted, ...rest } = trustReport({ refusals });
    assert.deepEqual([refused, sorted.map(({ code }) => code), rest], [9, ['c', 'a', 'b'], {}]);
    const { org } = trustReport({
      refusals,
      org: { auditFaults: 1, differences: 2, audioChecks: { passed: 3, failed: 1 } },
    });
    assert.deepEqual([org!.audioPassed.events, org!.audioPassed.n], [3, 4]);
  });
});
