/**
 * Saves one item of each key and answers for all. Two messages about the same thing can be handed
 * on together, and what is not there yet would otherwise be made twice.
 */
export async function onceForEach<Item, Answer>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  save: (items: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  if (byKey.size === 0) return [];
  const saved = await save([...byKey.values()]);
  const answers = new Map([...byKey.keys()].map((key, n) => [key, saved[n]!]));
  return items.map((item) => answers.get(keyOf(item))!);
}
