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

/** A feature and the words that it is made of: none, one or two, or with `isRow` all between them. */
type Visit = (name: string, from?: number, to?: number, isRow?: boolean) => void;

/** The features of a line, and its words. */
export function featuresOf(
  line: SaidBefore,
  before: SaidBefore | undefined,
  language: Language,
): { readonly features: Features; readonly tokens: readonly Token[] } {
  const features = new Map<string, readonly number[]>();
  const tokens = visitFeatures(line, { before, language }, (name, from, to, isRow) => {
    if (!features.has(name)) features.set(name, placesOf(from, to, isRow));
  });
  return { features, tokens };
}

function placesOf(from?: number, to?: number, isRow?: boolean): readonly number[] {
  if (from === undefined) return [];
  if (to === undefined) return [from];
  return isRow ? Array.from({ length: to - from + 1 }, (_, n) => from + n) : [from, to];
}

/**
 * Words, alone and by who says them; two or three side by side; two with others between them; parts
 * of words; and the words of the line before, by whether the same one said it. One may be visited
 * more than once. Returns the words of the line.
 */
export function visitFeatures(
  { text, speaker }: SaidBefore,
  { before, language }: { readonly before: SaidBefore | undefined; readonly language: Language },
  visit: Visit,
): readonly Token[] {
  const { tokens } = spokenOf(text, language);
  const by = speaker === 'customer' ? 'c' : 'r';
  const stems = tokens.map(stemIn);
  const last = stems.length - 1;
  visit(`by=${by}`);
  stems.forEach((stem, n) => {
    visit(stem, n);
    visit(`${by}:${stem}`, n);
  });
  const framed = ['^', ...stems, '$'];
  for (let n = 0; n + 1 < framed.length; n += 1) {
    const from = Math.max(0, n - 1);
    const two = `${framed[n]!}_${framed[n + 1]!}`;
    visit(two, from, Math.min(n, last), true);
    if (n + 2 < framed.length) visit(`${two}_${framed[n + 2]!}`, from, Math.min(n + 1, last), true);
  }
  for (let n = 0; n <= last; n += 1)
    for (let m = n + 2; m <= n + FAR && m <= last; m += 1)
      visit(`${stems[n]!}..${stems[m]!}`, n, m);
  tokens.forEach((token, n) => {
    for (const part of partsOf(isNumber(token) ? '#' : token.text)) visit(part, n);
  });
  if (!before) visit('first');
  else
    for (const token of spokenOf(before.text, language).tokens)
      visit(`${before.speaker === speaker ? 'same' : 'other'}<${token.stem}`);
  return tokens;
}

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 50_000;

function partsOf(word: string): readonly string[] {
  const found = known.get(word);
  if (found) return found;
  const framed = `<${word}>`;
  const parts = PARTS.flatMap((length) =>
    Array.from(
      { length: Math.max(0, framed.length - length + 1) },
      (_, n) => `*${framed.slice(n, n + length)}`,
    ),
  );
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, parts);
  return parts;
}
