import type { Vocabulary } from './vocabulary.ts';

const LISTS: readonly (keyof Vocabulary)[] = [
  'reasons',
  'outcomes',
  'scripts',
  'phrases',
  'notices',
  'criteria',
];

/** The differences in one list, by codes or names of records. */
interface ListDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** The lists that differ. */
export type VocabularyDifference = Readonly<Partial<Record<keyof Vocabulary, ListDifference>>>;

/** Compares the words of two policies; undefined where they are the same. */
export function vocabularyDifference(
  before: Vocabulary,
  after: Vocabulary,
): VocabularyDifference | undefined {
  if (before === after) return undefined;
  const lists = LISTS.flatMap((list): [keyof Vocabulary, ListDifference][] => {
    const difference = listDifference(before[list], after[list]);
    return difference ? [[list, difference]] : [];
  });
  return lists.length > 0 ? Object.fromEntries(lists) : undefined;
}

type Entry = Vocabulary[keyof Vocabulary][number];

function listDifference(
  before: readonly Entry[],
  after: readonly Entry[],
): ListDifference | undefined {
  const [old, fresh] = [byKey(before), byKey(after)];
  const difference = {
    added: [...fresh.keys()].filter((key) => !old.has(key)),
    removed: [...old.keys()].filter((key) => !fresh.has(key)),
    changed: [...fresh]
      .filter(([key, entry]) => {
        const was = old.get(key);
        return was !== undefined && asText(was) !== asText(entry);
      })
      .map(([key]) => key),
  };
  return Object.values(difference).some((keys) => keys.length > 0) ? difference : undefined;
}

/** The same text for the same content, in whichever order a database keeps its fields. */
const asText = (entry: object): string =>
  JSON.stringify(entry, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Removed entries are kept only for their label and are part of neither list. */
const byKey = (entries: readonly Entry[]): Map<string, Entry> =>
  new Map(
    entries
      .filter(({ status }) => status !== 'gone')
      .map((entry) => ['code' in entry ? entry.code : entry.name, entry]),
  );
