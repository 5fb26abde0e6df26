/**
 * Adjusts p-values so that those up to a level hold at most that share of false discoveries
 * (Benjamini and Hochberg 1995).
 */
export function adjustedPValues(pValues: readonly number[]): number[] {
  const count = pValues.length;
  const descending = pValues
    .map((pValue, index) => ({ pValue, index }))
    .sort((a, b) => b.pValue - a.pValue);
  const adjusted = new Array<number>(count);
  let least = 1;
  descending.forEach(({ pValue, index }, place) => {
    least = Math.min(least, (pValue * count) / (count - place));
    adjusted[index] = least;
  });
  return adjusted;
}

/** Which of these are discoveries, when this share of discoveries may be false. */
export const discoveries = (pValues: readonly number[], share: number): boolean[] =>
  adjustedPValues(pValues).map((pValue) => pValue <= share);
