import type { Language } from '../../call/language.ts';
import type { SaidBefore } from '../matcher.ts';
import { spokenOf } from '../spoken.ts';
import type { Token } from '../words.ts';

/** What is looked at in a line: by name, the places of the words that it is made of. */
export type Features = ReadonlyMap<string, readonly number[]>;

/** How far apart two words are a pair. */
const FAR = 4;
/** Parts of words, in letters: they tell what compounds and inflections have in common. */
const PARTS = [4, 5];

const isNumber = ({ text }: Token): boolean => /^\d/.test(text);
const stemIn = (token: Token): string => (isNumber(token) ? '#' : token.stem);

/**
 * Words, alone and by who says them; two or three side by side; two with others between them; parts
 * of words; and the words of the line before, by whether the same one said it.
 */
export function featuresOf(
  { text, speaker }: SaidBefore,
  before: SaidBefore | undefined,
  language: Language,
): { readonly features: Features; readonly tokens: readonly Token[] } {
  const { tokens } = spokenOf(text, language);
  const features = new Map<string, readonly number[]>();
  const put = (name: string, places: readonly number[]): void => {
    if (!features.has(name)) features.set(name, places);
  };
  const by = speaker === 'customer' ? 'c' : 'r';
  const stems = tokens.map(stemIn);
  put(`by=${by}`, []);
  stems.forEach((stem, n) => {
    put(stem, [n]);
    put(`${by}:${stem}`, [n]);
  });
  const framed = ['^', ...stems, '$'];
  const placesOf = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, n) => from + n - 1).filter(
      (at) => at >= 0 && at < stems.length,
    );
  for (let n = 0; n + 1 < framed.length; n += 1) {
    put(`${framed[n]!}_${framed[n + 1]!}`, placesOf(n, n + 1));
    if (n + 2 < framed.length)
      put(`${framed[n]!}_${framed[n + 1]!}_${framed[n + 2]!}`, placesOf(n, n + 2));
  }
  for (let n = 0; n < stems.length; n += 1)
    for (let m = n + 2; m <= n + FAR && m < stems.length; m += 1)
      put(`${stems[n]!}..${stems[m]!}`, [n, m]);
  tokens.forEach((token, n) => {
    for (const part of partsOf(isNumber(token) ? '#' : token.text)) put(`*${part}`, [n]);
  });
  if (!before) put('first', []);
  else
    for (const token of spokenOf(before.text, language).tokens)
      put(`${before.speaker === speaker ? 'same' : 'other'}<${token.stem}`, []);
  return { features, tokens };
}

function partsOf(word: string): string[] {
  const framed = `<${word}>`;
  return PARTS.flatMap((length) =>
    Array.from({ length: Math.max(0, framed.length - length + 1) }, (_, n) =>
      framed.slice(n, n + length),
    ),
  );
}
