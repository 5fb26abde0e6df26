import assert from 'node:assert/strict';
import { LOOK_DAYS, type DealResult } from '../../../../server/domain/outcomes/dealResults.ts';
import { countedDeals, packedDeal } from '../../../../server/store/outcomes/packedDeals.ts';

type Then = DealResult['then'][number];
const MOVES = [
  undefined,
  'forward',
  'back',
  'same',
  'won',
  'lost',
  'reopened',
  'gone',
] as const satisfies readonly Then['move'][];

/** The results of 300 deals: every move at every look, with and without what is known. */
const RESULTS: readonly DealResult[] = Array.from({ length: 300 }, (_, n) => {
  const then = LOOK_DAYS.map((days, place): Then => {
    const move = MOVES[(n + place * (1 + (n % 3))) % MOVES.length];
    return {
      days,
      ...(move && { move }),
      ...(n % 7 === 0 && { hasNewOwner: true }),
      ...(move === 'won' && { revenue: 1_000.25 * n + place, ownRevenue: 900.5 * n }),
    };
  });
  return {
    opportunityId: `006-${n}`,
    callId: `call-${n}`,
    ...(n % 4 && { stageOrder: n % 6 }),
    ...(n % 5 && { amount: n % 5 === 1 ? 0 : 10 ** (n % 8) }),
    ...(n % 3 && { currency: n % 2 ? 'EUR' : 'JPY' }),
    then,
    ...(n % 6 && { daysToClose: n % 40, cycleDays: 100_000 + (n % 20) }),
  };
});
const counted = () =>
  countedDeals([
    {
      repUserId: 'ravi',
      isJoined: true,
      packed: Buffer.concat(RESULTS.slice(0, 100).map(packedDeal)),
    },
    {
      repUserId: 'ravi',
      isJoined: false,
      packed: Buffer.concat(RESULTS.slice(100).map(packedDeal)),
    },
    { repUserId: 'lena', isJoined: false, packed: Buffer.alloc(0) },
  ]);
const sum = <T>(those: readonly T[], read: (one: T) => number): number =>
  those.reduce((all, one) => all + read(one), 0);

describe('packed results of deals', () => {
  it('are summed up to what the results are, at each look', () => {
    const { cells } = counted();
    for (const [isJoined, those] of [
      [true, RESULTS.slice(0, 100)],
      [false, RESULTS.slice(100)],
    ] as const)
      LOOK_DAYS.forEach((days, place) => {
        const own = cells.filter((cell) => cell.isJoined === isJoined);
        const of = (...moves: readonly Then['move'][]) =>
          those.filter(({ then }) => moves.includes(then[place]!.move)).length;
        assert.deepEqual(
          Object.fromEntries(
            (
              [
                'known',
                'movedOn',
                'movedBack',
                'won',
                'lost',
                'gone',
                'newOwner',
                'revenue',
              ] as const
            ).map((count) => [count, sum(own, ({ then }) => then[place]![count])]),
          ),
          {
            known: those.length - of(undefined),
            movedOn: of('forward', 'won'),
            movedBack: of('back'),
            won: of('won'),
            lost: of('lost'),
            gone: of('gone'),
            newOwner: those.filter(({ then }) => then[place]!.hasNewOwner).length,
            revenue: sum(those, ({ then }) => then[place]!.revenue ?? 0),
          },
          `${days} days`,
        );
      });
  });

  it('are together where stage and amount are alike, in half powers of ten', () => {
    const of = (amount: number | undefined, stageOrder?: number): DealResult => ({
      ...RESULTS[0]!,
      ...(amount !== undefined && { amount }),
      ...(stageOrder !== undefined && { stageOrder }),
    });
    const { amount: _amount, stageOrder: _stage, ...bare } = RESULTS[0]!;
    const results = [of(1_000, 2), of(3_000, 2), of(3_200, 2), of(1_000, 3), of(0.5, 2), bare];
    const { cells } = countedDeals([
      { repUserId: 'ravi', isJoined: false, packed: Buffer.concat(results.map(packedDeal)) },
    ]);
    assert.deepEqual(
      cells.map(({ stageOrder, amountBand }) => [stageOrder, amountBand]),
      [
        [2, 6],
        [2, 7],
        [3, 6],
        [2, 0],
        [null, null],
      ],
    );
  });

  it('have how long deals took that were closed by a look, and what was won in each currency', () => {
    const { closes, currencies } = counted();
    const closed = RESULTS.filter(
      ({ then, daysToClose }) =>
        daysToClose !== undefined && then.some(({ move }) => move === 'won' || move === 'lost'),
    );
    for (const kind of ['daysToClose', 'cycleDays'] as const) {
      const those = closes.filter((one) => one.of === kind);
      assert.equal(
        sum(those, ({ count }) => count),
        closed.length,
      );
      assert.equal(
        sum(those, ({ count, value }) => count * value),
        sum(closed, (one) => one[kind]!),
      );
    }
    for (const [place, days] of LOOK_DAYS.entries())
      for (const currency of [null, 'EUR', 'JPY']) {
        const won = RESULTS.filter(
          (one) => (one.currency ?? null) === currency && one.then[place]!.move === 'won',
        );
        const found = currencies.filter((one) => one.days === days && one.currency === currency);
        assert.equal(
          sum(found, (one) => one.won),
          won.length,
        );
        assert.equal(
          sum(found, ({ revenue }) => revenue),
          sum(won, ({ then }) => then[place]!.ownRevenue!),
        );
      }
  });
});
