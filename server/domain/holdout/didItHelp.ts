import { alwaysValidInterval, evidence, FIRST_LOOK } from '../statistics/alwaysValid.ts';
import { clusterRobust, type Cluster, type Estimate } from '../statistics/clusterRobust.ts';
import type { Interval, Proportion } from '../statistics/proportions.ts';
import { MISMATCH, samePValue, sampleRatioPValue } from '../statistics/sampleRatio.ts';
import { minimumDetectable, observationsFor } from '../statistics/sampleSize.ts';

/** An arm of a rep. `n` and `events` are of the calls whose result is known. */
interface ArmTotals extends Proportion {
  /** All calls that were drawn into it. */
  readonly drawn: number;
}

/**
 * What was drawn of a rep's calls and how they went, with the rep's share of before, if there is
 * one.
 */
export interface RepArms {
  readonly repUserId: string;
  readonly shown: ArmTotals;
  readonly heldOut: ArmTotals;
  readonly past?: number;
}

interface Counted {
  readonly percent: number;
  readonly reps: number;
  readonly shown: ArmTotals;
  readonly heldOut: ArmTotals;
}

/** Why the arms cannot be compared. */
type Mismatch =
  /** The arms are not of the sizes that were drawn. */
  | 'sizes'
  /** In one arm the result is known more often. */
  | 'known';

/** The answer with what it is of. */
export type HoldOutReport = DidItHelp & {
  /** The first day of the newest share: the answer is of all calls since then. */
  readonly since?: string;
  /** Calls that were drawn with another share. */
  readonly leftOut: number;
};

export type DidItHelp =
  | { readonly status: 'none' }
  | (Counted & {
      readonly status: 'mismatch';
      readonly mismatch: Mismatch;
      readonly pValue: number;
    })
  | (Counted & {
      readonly status: 'too_few';
      readonly missing: 'reps' | 'calls';
      readonly moreCalls: number;
    })
  | (Counted & {
      readonly status: 'estimated';
      /** By what was drawn, whatever was done, adjusted by the rep's past (CUPED). */
      readonly effect: Estimate;
      /** The same without the adjustment. */
      readonly unadjusted: Estimate;
      /** Holds however often somebody looks; a verdict is by this one. */
      readonly alwaysValid: Interval;
      /** The evidence against no effect, as an e-value. */
      readonly evidence: number;
      readonly verdict: 'helped' | 'hurt' | 'not_known';
      /** The least rise that so many calls find with 80 % power, if they find any. */
      readonly detectable?: number;
      /** How many more calls would find a rise as large as the one that was seen. */
      readonly moreCalls?: number;
    });

export const holdOutReport = (
  drawn: { readonly percent: number; readonly since: string; readonly leftOut: number } | undefined,
  reps: readonly RepArms[],
): HoldOutReport =>
  drawn
    ? { ...didItHelp(reps, drawn.percent), since: drawn.since, leftOut: drawn.leftOut }
    : { status: 'none', leftOut: 0 };

/** The rise that is planned for as long as nothing is known (10 points, docs/glossary.md). */
const PLANNED_RISE = 0.1;
const PLANNED_FROM = 0.38;
const FEWEST_REPS = 5;

/**
 * What showing suggestions is worth: the calls whose suggestion was shown, against those that were
 * drawn to be held out, whatever supervisors did on either. Off, where what is there is not what was
 * drawn.
 */
export function didItHelp(reps: readonly RepArms[], percent: number): DidItHelp {
  const [shown, heldOut] = [sumOf(reps, 'shown'), sumOf(reps, 'heldOut')];
  if (shown.drawn + heldOut.drawn === 0) return { status: 'none' };
  const share = percent / 100;
  const counted = { percent, reps: reps.length, shown, heldOut };
  const mismatch = mismatchOf(shown, heldOut, share);
  if (mismatch) return { status: 'mismatch', ...counted, ...mismatch };
  const n = shown.n + heldOut.n;
  const unadjusted = estimateOf(reps);
  const effect = estimateOf(cuped(reps));
  const enough = n >= FIRST_LOOK && shown.n > 0 && heldOut.n > 0 && reps.length >= FEWEST_REPS;
  const alwaysValid = effect && alwaysValidInterval({ ...effect, n });
  if (!enough || !unadjusted || !effect || !alwaysValid) {
    const planned = observationsFor({ from: PLANNED_FROM, to: PLANNED_FROM + PLANNED_RISE, share });
    return {
      status: 'too_few',
      ...counted,
      missing: reps.length < FEWEST_REPS ? 'reps' : 'calls',
      moreCalls: Math.max(0, Math.ceil(planned - n)),
    };
  }
  const verdict =
    alwaysValid.low > 0 ? 'helped' : alwaysValid.high < 0 ? 'hurt' : ('not_known' as const);
  const from = heldOut.events / heldOut.n;
  const detectable = minimumDetectable(from, { one: heldOut.n, other: shown.n });
  const moreCalls =
    verdict === 'not_known' && effect.value > 0
      ? missing(from, effect.value, { share, n })
      : undefined;
  return {
    status: 'estimated',
    ...counted,
    effect,
    unadjusted,
    alwaysValid,
    evidence: evidence({ ...effect, n }),
    verdict,
    ...(detectable !== undefined && { detectable }),
    ...(moreCalls !== undefined && { moreCalls }),
  };
}

function missing(
  from: number,
  rise: number,
  { share, n }: { readonly share: number; readonly n: number },
): number | undefined {
  if (from + rise >= 1) return undefined;
  const more = Math.ceil(observationsFor({ from, to: from + rise, share }) - n);
  return more > 0 ? more : undefined;
}

function mismatchOf(
  shown: ArmTotals,
  heldOut: ArmTotals,
  share: number,
): { readonly mismatch: Mismatch; readonly pValue: number } | undefined {
  const ofSizes = sampleRatioPValue(heldOut.drawn, shown.drawn, share);
  if (ofSizes < MISMATCH) return { mismatch: 'sizes', pValue: ofSizes };
  const known = ({ n, drawn }: ArmTotals): Proportion => ({ events: n, n: drawn });
  const ofKnown = samePValue(known(shown), known(heldOut));
  return ofKnown < MISMATCH ? { mismatch: 'known', pValue: ofKnown } : undefined;
}

const sumOf = (reps: readonly RepArms[], arm: 'shown' | 'heldOut'): ArmTotals =>
  reps.reduce(
    (sum, { [arm]: own }) => ({
      drawn: sum.drawn + own.drawn,
      n: sum.n + own.n,
      events: sum.events + own.events,
    }),
    { drawn: 0, n: 0, events: 0 },
  );

/** The difference of the arms, with errors by rep. */
export const estimateOf = (reps: readonly RepArms[]): Estimate | undefined =>
  clusterRobust(
    reps.map(({ shown, heldOut }): Cluster => [
      { x: [1, 1], n: shown.n, sum: shown.events },
      { x: [1, 0], n: heldOut.n, sum: heldOut.events },
    ]),
    1,
  );

/**
 * Takes off each call's result what the rep's past explains of it (CUPED; Deng, Xu, Kohavi and Walker
 * 2013). A rep without a past counts as the mean of the others.
 */
export function cuped(reps: readonly RepArms[]): readonly RepArms[] {
  const known = reps.filter(({ past }) => past !== undefined);
  const size = ({ shown, heldOut }: RepArms): number => shown.n + heldOut.n;
  const events = ({ shown, heldOut }: RepArms): number => shown.events + heldOut.events;
  const n = known.reduce((sum, rep) => sum + size(rep), 0);
  const pastMean = known.reduce((sum, rep) => sum + size(rep) * rep.past!, 0) / n;
  const mean = known.reduce((sum, rep) => sum + events(rep), 0) / n;
  const covariance = known.reduce(
    (sum, rep) => sum + (rep.past! - pastMean) * (events(rep) - size(rep) * mean),
    0,
  );
  const variance = known.reduce((sum, rep) => sum + size(rep) * (rep.past! - pastMean) ** 2, 0);
  if (!(variance > 0)) return reps;
  const theta = covariance / variance;
  return reps.map((rep) => {
    const off = theta * ((rep.past ?? pastMean) - pastMean);
    const adjusted = (arm: ArmTotals): ArmTotals => ({ ...arm, events: arm.events - off * arm.n });
    return { ...rep, shown: adjusted(rep.shown), heldOut: adjusted(rep.heldOut) };
  });
}
