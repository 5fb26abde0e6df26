import assert from 'node:assert/strict';
import { A_YEAR, simulatedYear } from '../../../../bench/worth/simulatedYear.ts';
import { JOINED_OF_SHOWN, PLANTED } from '../../../../local/machine/sample/suggestedCalls.ts';
import { didItHelp, type RepArms } from '../../../../server/domain/holdout/didItHelp.ts';

const rep = (
  userId: string,
  shown: readonly [number, number, number],
  heldOut: readonly [number, number, number],
  past?: number,
): RepArms => {
  const arm = ([drawn, n, events]: readonly [number, number, number]) => ({ drawn, n, events });
  return {
    repUserId: userId,
    shown: arm(shown),
    heldOut: arm(heldOut),
    ...(past !== undefined && { past }),
  };
};
const team = (
  shown: readonly [number, number, number],
  heldOut: readonly [number, number, number],
): RepArms[] =>
  Array.from({ length: 10 }, (_, place) =>
    rep(
      `rep-${place}`,
      [shown[0], shown[1], shown[2] + (place % 2)],
      [heldOut[0], heldOut[1], heldOut[2] - (place % 3 === 0 ? 1 : 0)],
      0.3 + place / 50,
    ),
  );

describe('whether showing suggestions helped', () => {
  it('is not asked where nothing was drawn', () => {
    assert.deepEqual(didItHelp([], 20), { status: 'none' });
  });

  it('is not known with few calls, and says how many more it takes', () => {
    const result = didItHelp([rep('a', [8, 8, 4], [2, 2, 1])], 20);
    assert.equal(result.status, 'too_few');
    assert.equal(result.status === 'too_few' && result.moreCalls, 1_189);
  });

  it('is not known with few reps, however many calls', () => {
    const result = didItHelp([rep('a', [800, 800, 400], [200, 200, 80])], 20);
    assert.equal(result.status === 'too_few' && result.missing, 'reps');
  });

  it('is said where it is clear, with intervals that hold at each look', () => {
    const result = didItHelp(team([400, 400, 220], [100, 100, 40]), 20);
    assert.ok(result.status === 'estimated');
    assert.equal(result.verdict, 'helped');
    assert.ok(result.alwaysValid.low < result.effect.interval.low);
    assert.ok(result.evidence > 20);
    assert.ok(Math.abs(result.effect.value - 0.155) < 0.01, String(result.effect.value));
  });

  it('is said where it hurt', () => {
    const result = didItHelp(team([400, 400, 100], [100, 100, 50]), 20);
    assert.equal(result.status === 'estimated' && result.verdict, 'hurt');
  });

  it('is left open where it is not clear, with the calls that are missing', () => {
    const result = didItHelp(
      team([40, 40, 17], [10, 10, 4]).map((one, place) => ({
        ...one,
        heldOut: { ...one.heldOut, events: 2 + (place % 4) },
      })),
      20,
    );
    assert.ok(result.status === 'estimated');
    assert.equal(result.verdict, 'not_known');
    assert.ok(result.moreCalls! > 0);
    assert.ok(result.detectable! > 0.1);
  });

  it('is not answered where the arms are not of the sizes that were drawn', () => {
    const result = didItHelp(team([400, 400, 220], [60, 60, 24]), 20);
    assert.equal(result.status === 'mismatch' && result.mismatch, 'sizes');
    assert.equal('effect' in result, false);
  });

  it('is not answered where the result is known more often in one arm', () => {
    const result = didItHelp(team([400, 390, 220], [100, 60, 24]), 20);
    assert.equal(result.status === 'mismatch' && result.mismatch, 'known');
  });

  it('needs no past of the reps', () => {
    const result = didItHelp(
      team([400, 400, 220], [100, 100, 40]).map(({ past: _, ...one }) => one),
      20,
    );
    assert.ok(result.status === 'estimated');
    assert.deepEqual(result.effect, result.unadjusted);
  });
});

describe('a generated year in which showing adds six points', () => {
  const year = simulatedYear({ ...A_YEAR, seed: 1, planted: PLANTED });
  const truth = PLANTED.perJoin * JOINED_OF_SHOWN;

  it('misleads whoever compares joined calls with the others', () => {
    assert.ok(year.naive >= 0.2, String(year.naive));
  });

  it('has the truth in the interval of its hold-out', () => {
    const result = didItHelp(year.looks.at(-1)!, A_YEAR.percent);
    assert.ok(result.status === 'estimated');
    const { low, high } = result.effect.interval;
    assert.ok(low <= truth && truth <= high, `${low} to ${high}`);
    assert.equal(result.verdict, 'helped');
  });

  it('has no estimate where a fifth of what is held out is shown all the same', () => {
    const broken = simulatedYear({ ...A_YEAR, seed: 1, planted: PLANTED, lost: 0.2 });
    assert.equal(didItHelp(broken.looks.at(-1)!, A_YEAR.percent).status, 'mismatch');
  });
});
