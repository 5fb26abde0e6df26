import { funnelAround, type Funnel } from '../statistics/funnel.ts';
import { propensities } from '../statistics/overlap.ts';
import type { Proportion } from '../statistics/proportions.ts';

/** How long a person had been there at their last call, or intervention, of a period. */
export interface Tenure {
  readonly userId: string;
  readonly weeks: number;
  /** Whether they were there when anything was first counted, and so perhaps for longer. */
  readonly isAtLeast: boolean;
}

interface WithTenure {
  readonly weeks: number;
  readonly isAtLeast: boolean;
  /** The rate that is usual for so many weeks. */
  readonly expected: number;
}

/** People compared with what is usual for as long as they have been there. */
export type AdjustedFunnel<P = unknown> =
  | { readonly status: 'too_few' }
  | ({ readonly status: 'adjusted' } & Funnel<P & WithTenure>);

const FEWEST_PEOPLE = 10;

/**
 * Compares people with what a logistic regression on the logarithm of their weeks expects of them.
 * Not of few people, of people who have all been there for as long, and of people whose rates are
 * all none or all.
 */
export function adjustedForTenure<P extends Proportion & { readonly userId: string }>(
  people: readonly P[],
  tenures: readonly Tenure[],
): AdjustedFunnel<P> {
  const known = new Map(tenures.map((one) => [one.userId, one]));
  const those = people.flatMap((one) => {
    const tenure = known.get(one.userId);
    return one.n > 0 && tenure ? [{ one, tenure }] : [];
  });
  if (those.length < FEWEST_PEOPLE) return { status: 'too_few' };
  const fitted = propensities(
    those.flatMap(({ one: { n, events }, tenure }) => {
      const covariates = [Math.log1p(tenure.weeks)];
      return [
        { isTreated: true, covariates, n: events },
        { isTreated: false, covariates, n: n - events },
      ];
    }),
  );
  if (!fitted) return { status: 'too_few' };
  const expected = those.map((_, place) => fitted[2 * place]!);
  return {
    status: 'adjusted',
    ...funnelAround(
      those.map(({ one, tenure: { weeks, isAtLeast } }, place) => ({
        ...one,
        weeks,
        isAtLeast,
        expected: expected[place]!,
      })),
      expected,
    ),
  };
}
