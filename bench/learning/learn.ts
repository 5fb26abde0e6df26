import { featuresOf } from '../../server/domain/alerts/examples/features.ts';
import {
  FAMILIES_OF_EXAMPLES,
  shareOf,
  type LearnedWeights,
} from '../../server/domain/alerts/examples/likeness.ts';
import type { Language } from '../../server/domain/call/language.ts';
import { fitLogistic, type Row } from './logistic.ts';
import type { TrainingLine } from './trainingLines.ts';

/** How strongly weights are held back. */
const PENALTY = 0.4;
/** How much of that a feature keeps that says nothing of a family. */
const ALIKE = 0.3;
/** How many times more often, as a natural logarithm, counts as most telling. */
const MOST_TELLING = 4;
/** Lines that raise something are rare. */
const COUNTS_IF_RAISED = 4;
/** A line by itself says less about calls than one of a call, but near misses were written as lines. */
const COUNTS_BY_ITSELF = { raised: 0.5, ordinary: 3 };
/** What one writer alone says, or what is said once or twice, says nothing about the next one. */
const LEAST_WRITERS = 2;
const LEAST_LINES = 3;
/** How many features are kept, those that weigh most. */
const MOST_FEATURES = 20_000;

/** Weights for each family, the same for the same lines. */
export function learned(lines: readonly TrainingLine[], language: Language): LearnedWeights {
  const looked = lines.map(
    ({ line, before }) => [...featuresOf(line, before, language).features.keys()] as const,
  );
  const all = fitted(lines, looked, shared(lines, looked));
  const strongest = all.names
    .map((name, at) => ({
      name,
      weight: Math.max(...all.weights.map((one) => Math.abs(one[at]!))),
    }))
    .toSorted((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_FEATURES)
    .map(({ name }) => name);
  const { names, weights } = fitted(lines, looked, strongest.toSorted());
  return {
    bias: weights.map((one) => hundredths(one.at(-1)!) / 100),
    weights: names.map((name, at) => `${name} ${writtenWeights(weights, at)}`),
  };
}

const hundredths = (value: number): number => Math.round(value * 100);

const writtenWeights = (weights: readonly Float64Array[], at: number): string =>
  weights
    .map((one, family) => {
      const value = hundredths(one[at]!);
      return value === 0 ? '' : `${String.fromCharCode('a'.charCodeAt(0) + family)}${value}`;
    })
    .join('');

function shared(lines: readonly TrainingLine[], looked: readonly (readonly string[])[]): string[] {
  const writers = new Map<string, Set<string>>();
  const count = new Map<string, number>();
  looked.forEach((names, n) => {
    for (const name of names) {
      count.set(name, (count.get(name) ?? 0) + 1);
      const some = writers.get(name);
      if (some) some.add(lines[n]!.writer);
      else writers.set(name, new Set([lines[n]!.writer]));
    }
  });
  return [...count]
    .filter(([name, n]) => n >= LEAST_LINES && writers.get(name)!.size >= LEAST_WRITERS)
    .map(([name]) => name)
    .toSorted();
}

function fitted(
  lines: readonly TrainingLine[],
  looked: readonly (readonly string[])[],
  names: readonly string[],
): { readonly names: readonly string[]; readonly weights: readonly Float64Array[] } {
  const index = new Map(names.map((name, at) => [name, at]));
  const known = looked.map((some) =>
    Int32Array.from(some.flatMap((name) => index.get(name) ?? [])),
  );
  const weights = FAMILIES_OF_EXAMPLES.map((family) => {
    const rows = lines.flatMap(({ families, open, callId }, n): Row[] => {
      const belongs = families.includes(family);
      if (!belongs && open.includes(family)) return [];
      const byItself = callId ? 1 : COUNTS_BY_ITSELF[belongs ? 'raised' : 'ordinary'];
      const counts = (belongs ? COUNTS_IF_RAISED : 1) * byItself;
      return [{ features: known[n]!, share: shareOf(known[n]!.length), belongs, counts }];
    });
    return fitLogistic(rows, penaltiesOf(rows, names.length));
  });
  return { names, weights };
}

/**
 * The more often lines of a family have a feature than other lines, or the less often, the more it
 * may weigh: S. Wang and C. D. Manning, "Baselines and Bigrams" (ACL 2012).
 */
function penaltiesOf(rows: readonly Row[], size: number): Float64Array {
  const having = { raised: new Float64Array(size).fill(1), others: new Float64Array(size).fill(1) };
  const all = { raised: 0, others: 0 };
  for (const { features, belongs, counts } of rows) {
    const side = belongs ? 'raised' : 'others';
    all[side] += counts;
    for (const at of features) having[side][at]! += counts;
  }
  return having.raised.map((count, at) => {
    const ratio = count / all.raised / (having.others[at]! / all.others);
    const telling = Math.min(MOST_TELLING, Math.abs(Math.log(ratio)));
    return PENALTY / (ALIKE + ((1 - ALIKE) * telling ** 2) / 2);
  });
}
