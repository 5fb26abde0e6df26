import assert from 'node:assert/strict';
import {
  dealWorth,
  type CountedDeals,
  type DealCell,
} from '../../../../server/domain/outcomes/dealWorth.ts';

const counts = (known: number, won: number, more: object = {}) => ({
  known,
  won,
  movedOn: won,
  movedBack: 0,
  lost: known - won,
  gone: 0,
  newOwner: 0,
  revenue: 1_000 * won,
  ...more,
});
const NOTHING: CountedDeals = { cells: [], closes: [], currencies: [] };

/** Late stages are won more often and are joined more often: joining itself changes nothing. */
const cells: DealCell[] = Array.from({ length: 20 }, (_, rep) =>
  [1, 4].flatMap((stageOrder) =>
    [true, false].map((isJoined): DealCell => {
      const known = isJoined ? (stageOrder === 4 ? 40 : 10) : 100;
      const won = Math.round(known * (stageOrder === 4 ? 0.6 : 0.2));
      return {
        repUserId: `rep-${rep}`,
        isJoined,
        stageOrder,
        amountBand: 7,
        then: [counts(known, 0, { lost: 0 }), ...[1, 2, 3].map(() => counts(known, won))],
      };
    }),
  ),
).flat();

describe('what a mode is worth for deals', () => {
  it('is not known of few', () => {
    const { looks } = dealWorth(NOTHING, 'barge');
    assert.deepEqual(
      looks.map(({ days }) => days),
      [7, 14, 30, 90],
    );
    for (const look of looks) {
      assert.deepEqual(look.won, { status: 'too_few' });
      assert.deepEqual(look.joined.winRate, { events: 0, n: 0, interval: { low: 0, high: 1 } });
      assert.equal(look.joined.daysToClose, undefined);
    }
  });

  it('is beside other deals that were alike at the call, and not beside all of them (R16)', () => {
    const look = dealWorth({ ...NOTHING, cells }, 'barge').looks[2]!;
    const rate = ({ won, known }: { won: number; known: number }) => won / known;
    assert.ok(rate(look.joined) - rate(look.others) > 0.1, 'the plain figure misleads');
    assert.ok(look.won.status === 'compared');
    assert.ok(Math.abs(look.won.value) < 1e-6, String(look.won.value));
    assert.equal(look.isBalanced, true);
    assert.ok(look.revenue.status === 'compared');
    assert.ok(Math.abs(look.revenue.value) < 0.01);
    assert.ok(look.eValue! < 1.01);
  });

  it('has each look by itself: n, win rate of those decided, and revenue', () => {
    const { looks } = dealWorth({ ...NOTHING, cells }, 'barge');
    assert.deepEqual(
      [looks[0]!.joined.winRate.n, looks[1]!.joined.winRate.n, looks[1]!.joined.known],
      [0, 1_000, 1_000],
    );
    assert.equal(looks[1]!.joined.revenue, 1_000 * looks[1]!.joined.won);
  });

  it('has medians with their intervals of what is closed by the look, and revenue by currency', () => {
    const { looks } = dealWorth(
      {
        cells,
        closes: Array.from({ length: 11 }, (_, place) => ({
          isJoined: true,
          days: place < 5 ? (7 as const) : (30 as const),
          of: 'daysToClose' as const,
          value: place,
          count: 1,
        })),
        currencies: [
          { isJoined: true, days: 30, currency: 'EUR', won: 3, revenue: 30 },
          { isJoined: true, days: 30, currency: null, won: 2, revenue: 20 },
          { isJoined: false, days: 30, currency: 'EUR', won: 9, revenue: 90 },
        ],
      },
      'barge',
    );
    assert.deepEqual(looks[0]!.joined.daysToClose, { n: 5, median: 2 });
    assert.deepEqual(looks[2]!.joined.daysToClose, {
      n: 11,
      median: 5,
      interval: { low: 1, high: 9 },
    });
    assert.deepEqual(looks[2]!.joined.currencies, [
      { currency: 'EUR', won: 3, revenue: 30 },
      { won: 2, revenue: 20 },
    ]);
  });

  it('has no median at a look that no deal has come to yet', () => {
    const young = cells.map((cell) => ({
      ...cell,
      then: [...cell.then.slice(0, 3), counts(0, 0)],
    }));
    const closes = [{ isJoined: true, days: 7, of: 'daysToClose', value: 3, count: 4 }] as const;
    const { looks } = dealWorth({ ...NOTHING, cells: young, closes }, 'barge');
    assert.deepEqual(looks[2]!.joined.daysToClose?.n, 4);
    assert.equal(looks[3]!.joined.daysToClose, undefined);
  });
});
