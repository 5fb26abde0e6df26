import assert from 'node:assert/strict';
import { comparison } from '../../../../server/domain/outcomes/comparison.ts';
import type { PeriodResults, ResultTotals } from '../../../../server/domain/outcomes/totals.ts';
import { worthReport, type CountedWorth } from '../../../../server/domain/outcomes/worth.ts';

const NONE: CountedWorth = {
  issues: [],
  results: [],
  periods: [],
  byMode: [],
  supervision: {
    interventions: 0,
    seconds: 0,
    barged: 0,
    whisperFirst: 0,
    whisperSkipped: 0,
    handedBack: 0,
    noticesDue: 0,
    noticesGiven: 0,
    acknowledged: 0,
    helpAsked: 0,
    helpAnswered: 0,
  },
};

/** Reps whose deals go well more often, and are barged more often: that is all there is to it. */
const results: ResultTotals[] = Array.from({ length: 20 }, (_, place) =>
  [true, false].flatMap((isOnDeal): ResultTotals[] => {
    const one = {
      repUserId: `rep-${place}`,
      direction: place % 2 ? ('inbound' as const) : ('outbound' as const),
      isOnDeal,
      askedForHelp: false,
    };
    const rate = (isOnDeal ? 0.6 : 0.3) + (place % 4) * 0.02;
    const of = (calls: number) => ({
      calls,
      known: calls,
      wentWell: Math.round(calls * rate),
      rated: 0,
      satisfied: 0,
      ratedByKey: 0,
      calledBack: Math.round(calls * (isOnDeal ? 0.2 : 0.1)),
      talkSeconds: 60 * calls,
      holdSeconds: 6 * calls,
      afterCalls: calls / 2,
      afterCallSeconds: 10 * calls,
      talked: 0,
      repTalk: 0,
      repTalkSquares: 0,
    });
    return [
      { ...one, ...of(500) },
      { ...one, mode: 'barge', ...of(isOnDeal ? 100 : 20) },
    ];
  }),
).flat();

describe('a report on what interventions were worth', () => {
  it('says of nothing that it is not measured', () => {
    const report = worthReport(NONE, 'barge');
    assert.deepEqual(report.holdOut, { status: 'none', leftOut: 0 });
    assert.deepEqual(report.comparison, { status: 'too_few', joined: 0, others: 0 });
    assert.deepEqual(report.since, { reps: 0, earlier: 0, effects: [] });
    assert.equal(report.cost.minutesPerSaved, undefined);
    assert.equal(report.help.medianSeconds, undefined);
    assert.deepEqual(report.trust.noticesGiven, { events: 0, n: 0, interval: { low: 0, high: 1 } });
  });

  it('divides what it took by what was saved (G29)', () => {
    const { cost } = worthReport(
      {
        ...NONE,
        supervision: { ...NONE.supervision, interventions: 9, seconds: 3_600 },
        byMode: [
          {
            mode: 'barge',
            seconds: 3_600,
            interventions: 9,
            given: 8,
            saved: 4,
            interval: { low: 0, high: 1 },
          },
        ],
      },
      'barge',
    );
    assert.deepEqual(cost, {
      interventions: 9,
      supervisorMinutes: 60,
      saved: 4,
      minutesPerSaved: 15,
      callBacks: { status: 'too_few', joined: 0, others: 0 },
      talk: {},
      hold: {},
      afterCall: {},
      handleTime: {},
    });
  });

  it('compares calls that are alike, with the balance and the E-value', () => {
    const compared = comparison(results, 'barge');
    assert.ok(compared.status === 'compared');
    assert.ok(Math.abs(compared.value) < 0.02, String(compared.value));
    assert.equal(compared.isBalanced, true);
    const deals = compared.balance.find(({ of }) => of === 'onDeal')!;
    assert.ok(deals.before > 0.5 && Math.abs(deals.after) < 0.01);
    assert.equal(compared.eValueOfInterval, 1);
  });

  it('compares how many customers called again, and has the talk of a call (V11)', () => {
    const { cost } = worthReport({ ...NONE, results }, 'barge');
    assert.ok(cost.callBacks.status === 'compared');
    assert.ok(Math.abs(cost.callBacks.value) < 0.005, String(cost.callBacks.value));
    assert.equal(cost.callBacks.joined, 2400);
    assert.deepEqual(cost.talk, { joined: 60, others: 60 });
    assert.deepEqual(worthReport(NONE, 'barge').cost.talk, {});
  });

  it('has hold, after-call work and handle time of a call, which is talk and after-call work (V11)', () => {
    const { cost } = worthReport({ ...NONE, results }, 'barge');
    assert.deepEqual(cost.hold, { joined: 6, others: 6 });
    assert.deepEqual(cost.afterCall, { joined: 20, others: 20 });
    assert.deepEqual(cost.handleTime, { joined: 80, others: 80 });
    const unsaid = results.map((one) => ({ ...one, afterCalls: 0, afterCallSeconds: 0 }));
    const without = worthReport({ ...NONE, results: unsaid }, 'barge').cost;
    assert.deepEqual([without.afterCall, without.handleTime], [{}, {}]);
  });

  it('has how many of the reps were joined, and how many interventions the customer heard', () => {
    const unjoined = { ...results[0]!, repUserId: 'alone' };
    const report = worthReport(
      {
        ...NONE,
        results: [...results, unjoined],
        supervision: { ...NONE.supervision, interventions: 40, barged: 10 },
      },
      'barge',
    );
    const { coverage, ladder } = report;
    assert.deepEqual([coverage.events, coverage.n], [20, 21]);
    assert.deepEqual([ladder.customerHeard.events, ladder.customerHeard.n], [10, 40]);
  });

  it('compares nothing with few calls', () => {
    assert.deepEqual(comparison(results, 'takeover'), {
      status: 'too_few',
      joined: 0,
      others: 20_000,
    });
  });

  it('counts no rep as new with whom supervisors began before, and keeps who has no calls for a time', () => {
    const periods = ['2026-01-01', '2026-01-29', '2026-02-26', '2026-03-26'];
    const calls = (missing: (place: number, period: number) => boolean): PeriodResults[] =>
      Array.from({ length: 12 }, (_, place) =>
        periods.flatMap((from, period) =>
          missing(place, period)
            ? []
            : {
                repUserId: `rep-${place}`,
                from,
                ...(place < 4 && { startedIn: '2025-10-09' }),
                ...(place >= 4 && place < 8 && { startedIn: '2026-02-26' }),
                known: 100,
                wentWell: 40 + (place % 3) * period + (place >= 4 && period >= 2 ? 8 : 0),
                rated: 0,
                satisfied: 0,
              },
        ),
      ).flat();
    const { since } = worthReport({ ...NONE, periods: calls(() => false) }, 'barge');
    assert.deepEqual([since.reps, since.earlier], [4, 4]);
    assert.deepEqual(
      since.effects.map((one) => [one.since, one.n]),
      [
        [-1, 4],
        [0, 4],
        [1, 4],
      ],
    );
    const away = worthReport(
      { ...NONE, periods: calls((place, period) => place === 4 && period === 3) },
      'barge',
    ).since;
    assert.deepEqual(
      away.effects.map((one) => [one.since, one.n]),
      [
        [-1, 4],
        [0, 4],
        [1, 3],
      ],
    );
  });

  it('compares reps before and after supervisors began with those who wait', () => {
    const periods = ['2026-01-01', '2026-01-29', '2026-02-26', '2026-03-26'];
    const calls = Array.from({ length: 12 }, (_, place) =>
      periods.map((from, period): PeriodResults => {
        const isJoined = place < 6 && period >= 2;
        const well = 40 + period + (place % 3) * ((period % 2) + 1) + (isJoined ? 10 : 0);
        return {
          repUserId: `rep-${place}`,
          from,
          ...(place < 6 && { startedIn: periods[2]! }),
          known: 100,
          wentWell: well,
          rated: 0,
          satisfied: 0,
        };
      }),
    ).flat();
    const { since } = worthReport({ ...NONE, periods: calls }, 'barge');
    assert.equal(since.reps, 6);
    const effects = Object.fromEntries(since.effects.map((one) => [one.since, one.value]));
    assert.ok(Math.abs(effects[-1]!) < 1e-9);
    assert.ok(Math.abs(effects[0]! - 0.1) < 1e-9);
    assert.ok(Math.abs(effects[1]! - 0.1) < 1e-9);
  });
});
