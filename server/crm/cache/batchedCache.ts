/** How long answers hold, and when many are asked for as one. */
export interface BatchedCacheTimes<T> {
  readonly holdsMs: (answer: T | undefined) => number;
  /** Who asks within this time shares one question. */
  readonly gatherMs: number;
  /** Answers this old are renewed along with another question, while somebody still wants them. */
  readonly renewAfterMs: number;
  readonly wantedForMs: number;
}

export interface BatchedCache<T> {
  (key: string): Promise<T | undefined>;
  /** The next question is asked anew. */
  forget(key: string): void;
}

interface Entry<T> { readonly answer: Promise<T | undefined>; readonly askedAt: number; until: number; wantedAt: number }

/** More would make a request line that servers refuse. */
const MAX_KEYS = 200;

/**
 * Answers from memory for as long as an answer holds, counted from when it was asked for. Questions are gathered, so that
 * a hundred people cost what one does. A failure is told to all who wait, and forgotten; what was known before holds until its own end.
 */
export function createBatchedCache<T>(askMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>, times: BatchedCacheTimes<T>, now: () => number): BatchedCache<T> {
  const known = new Map<string, Entry<T>>();
  let gathering: Map<string, PromiseWithResolvers<T | undefined>> | undefined;

  function ask(key: string): Promise<T | undefined> {
    if (!gathering) {
      const asked = (gathering = new Map());
      setTimeout(() => {
        gathering = undefined;
        void answer(asked);
      }, times.gatherMs);
    }
    const waiting = gathering.get(key) ?? Promise.withResolvers<T | undefined>();
    gathering.set(key, waiting);
    return waiting.promise;
  }

  async function answer(asked: ReadonlyMap<string, PromiseWithResolvers<T | undefined>>): Promise<void> {
    const askedAt = now();
    const ageing = [...known].filter(([key, entry]) => !asked.has(key) && entry.until !== Infinity && askedAt - entry.askedAt >= times.renewAfterMs && askedAt - entry.wantedAt < times.wantedForMs);
    const keys = [...asked.keys(), ...ageing.map(([key]) => key)];
    for (let start = 0; start < keys.length; start += MAX_KEYS) {
      const some = keys.slice(start, start + MAX_KEYS);
      try {
        const answers = await askMany(some);
        for (const key of some) {
          const waiting = asked.get(key);
          if (waiting) waiting.resolve(answers.get(key));
          else keep(key, answers.get(key), askedAt);
        }
      } catch (fault) {
        for (const key of some) asked.get(key)?.reject(fault);
      }
    }
  }

  function keep(key: string, renewed: T | undefined, askedAt: number): void {
    const before = known.get(key);
    if (before && before.askedAt < askedAt) known.set(key, { answer: Promise.resolve(renewed), askedAt, until: askedAt + times.holdsMs(renewed), wantedAt: before.wantedAt });
  }

  const knows = (key: string): Promise<T | undefined> => {
    const entry = known.get(key);
    if (entry && entry.until > now()) {
      entry.wantedAt = now();
      return entry.answer;
    }
    const fresh: Entry<T> = { answer: ask(key), askedAt: now(), until: Infinity, wantedAt: now() };
    known.set(key, fresh);
    fresh.answer.then(
      (answer) => (fresh.until = fresh.askedAt + times.holdsMs(answer)),
      () => known.get(key) === fresh && known.delete(key),
    );
    return fresh.answer;
  };
  return Object.assign(knows, { forget: (key: string) => void known.delete(key) });
}
