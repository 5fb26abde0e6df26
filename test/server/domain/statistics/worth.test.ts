import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { cuped, estimateOf, type RepArms } from '../../../../server/domain/holdout/didItHelp.ts';
import { alwaysValidInterval, evidence } from '../../../../server/domain/statistics/alwaysValid.ts';
import {
  clusterRobust,
  type Estimate,
} from '../../../../server/domain/statistics/clusterRobust.ts';
import {
  eValue,
  eValueOfInterval,
  overlapEstimate,
  propensities,
  type Alike,
} from '../../../../server/domain/statistics/overlap.ts';
import { samePValue, sampleRatioPValue } from '../../../../server/domain/statistics/sampleRatio.ts';
import {
  minimumDetectable,
  observationsFor,
} from '../../../../server/domain/statistics/sampleSize.ts';
import {
  staggeredEffects,
  type StaggeredUnit,
} from '../../../../server/domain/statistics/staggered.ts';

interface OfR {
  readonly value: number;
  readonly se: number;
  readonly df: number;
  readonly low: number;
  readonly high: number;
}

interface Reference {
  readonly arms: readonly {
    readonly past: number;
    readonly shown: { readonly n: number; readonly events: number };
    readonly heldOut: { readonly n: number; readonly events: number };
  }[];
  readonly plain: OfR;
  readonly adjusted: OfR;
  readonly cuped: OfR;
  readonly sequence: readonly (Omit<OfR, 'df'> & { readonly n: number; readonly e: number })[];
  readonly sizes: {
    readonly planning: number;
    readonly small: number;
    readonly detectable: readonly { from: number; one: number; other: number; h: number }[];
  };
  readonly ratios: readonly { heldOut: number; shown: number; share: number; p: number }[];
  readonly same: number;
  readonly overlap: {
    readonly cells: readonly Alike[];
    readonly value: number;
    readonly se: number;
    readonly before: readonly number[];
    readonly after: readonly number[];
  };
  readonly eValues: readonly { readonly ratio: number; readonly e: number }[];
  readonly staggered: {
    readonly units: readonly StaggeredUnit[];
    readonly effects: readonly { since: number; value: number; se: number; n: number }[];
  };
}

/** Written by worth.R. */
const R = JSON.parse(readFileSync(new URL('worth.json', import.meta.url), 'utf8')) as Reference;

/** Equal to six digits. */
function equal(actual: number | undefined, expected: number, what: string): void {
  assert.ok(
    actual !== undefined &&
      Math.abs(actual - expected) <= 5e-7 * Math.max(1e-3, Math.abs(expected)),
    `${what}: ${actual}, R says ${expected}`,
  );
}

function isEstimate(actual: Estimate | undefined, expected: OfR): void {
  equal(actual?.value, expected.value, 'difference');
  equal(actual?.standardError, expected.se, 'standard error');
  equal(actual?.degreesOfFreedom, expected.df, 'degrees of freedom');
  equal(actual?.interval.low, expected.low, 'low');
  equal(actual?.interval.high, expected.high, 'high');
}

const reps: RepArms[] = R.arms.map(({ past, shown, heldOut }, place) => ({
  repUserId: `rep-${place}`,
  past,
  shown: { ...shown, drawn: shown.n },
  heldOut: { ...heldOut, drawn: heldOut.n },
}));

describe('the difference between what was shown and held out', () => {
  it('has the cluster-robust interval of estimatr (CR2)', () => {
    isEstimate(estimateOf(reps), R.plain);
  });

  it('has it with the rep’s past taken off (CUPED)', () => {
    isEstimate(estimateOf(cuped(reps)), R.cuped);
  });

  it('has it with the past in the model, too (Lin)', () => {
    const size = (rep: RepArms): number => rep.shown.n + rep.heldOut.n;
    const mean =
      reps.reduce((sum, rep) => sum + size(rep) * rep.past!, 0) /
      reps.reduce((sum, rep) => sum + size(rep), 0);
    const clusters = reps.map(({ past, shown, heldOut }) => [
      { x: [1, 1, past! - mean, past! - mean], n: shown.n, sum: shown.events },
      { x: [1, 0, past! - mean, 0], n: heldOut.n, sum: heldOut.events },
    ]);
    isEstimate(clusterRobust(clusters, 1), R.adjusted);
  });

  it('is not known where nothing tells the arms apart', () => {
    const one = { x: [1, 1], n: 5, sum: 3 };
    assert.equal(clusterRobust([[one], [one], [one]], 1), undefined);
    assert.equal(clusterRobust([[one]], 1), undefined);
    assert.equal(clusterRobust([], 1), undefined);
  });
});

describe('an interval that is valid at each look', () => {
  for (const { value, se, n, low, high, e } of R.sequence)
    it(`is that of its formula after ${n} observations`, () => {
      const soFar = { value, standardError: se, n };
      equal(alwaysValidInterval(soFar)?.low, low, 'low');
      equal(alwaysValidInterval(soFar)?.high, high, 'high');
      equal(evidence(soFar), e, 'evidence');
    });

  it('says nothing before the first look', () => {
    const early = { value: 0.5, standardError: 0.01, n: 199 };
    assert.equal(alwaysValidInterval(early), undefined);
    assert.equal(evidence(early), 1);
  });
});

describe('how many calls it takes', () => {
  it('is 384 in each arm from 38 to 48 percent', () => {
    equal(observationsFor({ from: 0.38, to: 0.48 }) / 2, R.sizes.planning, 'n');
    assert.equal(Math.ceil(observationsFor({ from: 0.38, to: 0.48 }) / 2), 384);
  });

  it('is pwr’s for a small rise', () => {
    equal(observationsFor({ from: 0.4, to: 0.42 }) / 2, R.sizes.small, 'n');
  });

  for (const { from, one, other, h } of R.sizes.detectable)
    it(`is turned around to the least rise from ${from} that ${one} and ${other} find`, () => {
      const to = Math.sin(Math.asin(Math.sqrt(from)) + h / 2) ** 2;
      equal(minimumDetectable(from, { one, other }), to - from, 'rise');
    });

  it('is not known without calls', () => {
    assert.equal(minimumDetectable(0.4, { one: 0, other: 10 }), undefined);
    assert.equal(minimumDetectable(0.4, { one: 2, other: 2 }), undefined);
  });
});

describe('a check of the sizes of arms', () => {
  for (const { heldOut, shown, share, p } of R.ratios)
    it(`has R’s probability for ${heldOut} and ${shown} at ${share}`, () => {
      equal(sampleRatioPValue(heldOut, shown, share), p, 'p');
    });

  it('has R’s probability that two shares are the same', () => {
    equal(samePValue({ events: 80, n: 400 }, { events: 120, n: 500 }), R.same, 'p');
    assert.equal(samePValue({ events: 0, n: 0 }, { events: 1, n: 2 }), 1);
  });

  it('finds nothing where nothing was drawn', () => {
    assert.equal(sampleRatioPValue(0, 0, 0.1), 1);
  });
});

describe('a comparison of those who could have been either', () => {
  it('has the estimate, error and balance of R', () => {
    const estimate = overlapEstimate(R.overlap.cells);
    equal(estimate?.value, R.overlap.value, 'difference');
    equal(estimate?.standardError, R.overlap.se, 'standard error');
    R.overlap.before.forEach((one, place) =>
      equal(estimate?.balance[place]?.before, one, `before ${place}`),
    );
    estimate?.balance.forEach(({ after }) => assert.ok(Math.abs(after) < 1e-6));
  });

  it('is not made where what is known decides', () => {
    const cell = { cluster: 'rep', n: 10, events: 5 };
    const decided = [
      { ...cell, isTreated: true, covariates: [1] },
      { ...cell, isTreated: false, covariates: [0] },
    ];
    assert.equal(propensities(decided), undefined);
    assert.equal(overlapEstimate(decided), undefined);
    assert.equal(overlapEstimate([]), undefined);
  });

  for (const { ratio, e } of R.eValues)
    it(`has the E-value of a ratio of ${ratio}`, () => equal(eValue(ratio), e, 'E'));

  it('has the E-value of the end of an interval that is nearer to no effect', () => {
    assert.equal(eValueOfInterval({ low: 0.9, high: 2 }), 1);
    assert.equal(eValueOfInterval({ low: 1.5, high: 2 }), eValue(1.5));
    assert.equal(eValueOfInterval({ low: 0.3, high: 0.6 }), eValue(0.6));
  });
});

describe('differences in differences of teams that start one after the other', () => {
  it('are those of R, before the start and after', () => {
    const effects = staggeredEffects(R.staggered.units);
    assert.deepEqual(
      effects.map(({ since, n }) => [since, n]),
      R.staggered.effects.map(({ since, n }) => [since, n]),
    );
    R.staggered.effects.forEach(({ since, value, se }, place) => {
      equal(effects[place]?.value, value, `effect ${since}`);
      equal(effects[place]?.standardError, se, `error ${since}`);
    });
  });

  it('are those of R where teams are not measured in each period, or started before all', () => {
    const { units, effects: expected } = JSON.parse(
      readFileSync(new URL('unbalanced.json', import.meta.url), 'utf8'),
    ) as {
      readonly units: readonly { values: readonly (number | null)[]; start?: number }[];
      readonly effects: Reference['staggered']['effects'];
    };
    const effects = staggeredEffects(
      units.map((unit) => ({ ...unit, values: unit.values.map((value) => value ?? undefined) })),
    );
    assert.deepEqual(
      effects.map(({ since, n }) => [since, n]),
      expected.map(({ since, n }) => [since, n]),
    );
    expected.forEach(({ since, value, se }, place) => {
      equal(effects[place]?.value, value, `effect ${since}`);
      equal(effects[place]?.standardError, se, `error ${since}`);
    });
  });

  it('are none without teams, and without a team to compare with', () => {
    assert.deepEqual(staggeredEffects([]), []);
    assert.deepEqual(staggeredEffects([{ values: [1, 2, 3], start: 1 }]), []);
  });
});
