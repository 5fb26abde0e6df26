/**
 * Answers from memory for as long as an answer holds, counted from when it was asked for. Who asks meanwhile shares
 * the answer that is on its way. A failure is told to all who wait, and forgotten.
 */
export function cachedFor<T>(ask: (key: string) => Promise<T>, holdsMs: (answer: T) => number, now: () => number): (key: string) => Promise<T> {
  const known = new Map<string, { readonly answer: Promise<T>; until: number }>();
  return (key) => {
    const entry = known.get(key);
    if (entry && entry.until > now()) return entry.answer;
    const askedAt = now();
    const fresh = { answer: ask(key), until: Infinity };
    known.set(key, fresh);
    fresh.answer.then(
      (answer) => (fresh.until = askedAt + holdsMs(answer)),
      () => known.get(key) === fresh && known.delete(key),
    );
    return fresh.answer;
  };
}
