/** Times of a batched cache, in milliseconds. */
export interface BatchedCacheTimes<T> {
  /** How long a value, or the absence of one, is served from memory. */
  readonly ttlMs: (value: T | undefined) => number;
  /** Lookups within this time share one request. */
  readonly batchMs: number;
  /** Entries this old are renewed with the next request, if they were used recently. */
  readonly renewAfterMs: number;
  /** How long after its last use an entry is still renewed. */
  readonly renewForMs: number;
}

export interface BatchedCache<T> {
  /** Resolves with the value, or undefined if there is none. Rejects as the request does. */
  (key: string): Promise<T | undefined>;
  /** Drops the entry, so that the next lookup requests it again. */
  forget(key: string): void;
}

interface Entry<T> {
  readonly value: Promise<T | undefined>;
  readonly requestedAt: number;
  expiresAt: number;
  usedAt: number;
}

/** With more ids, the query in the URL exceeds the length that servers accept. */
const MAX_KEYS = 200;

/**
 * A TTL cache that batches requests (DataLoader). Concurrent lookups of a key share one request.
 * A failure rejects all its lookups and is not cached; entries that were to be renewed with it stay
 * until they expire. The time to live counts from the request.
 */
export function createBatchedCache<T>(
  requestMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, T>>,
  times: BatchedCacheTimes<T>,
  now: () => number,
): BatchedCache<T> {
  const entries = new Map<string, Entry<T>>();
  let nextBatch: Map<string, PromiseWithResolvers<T | undefined>> | undefined;

  function enqueue(key: string): Promise<T | undefined> {
    if (!nextBatch) {
      const batch = (nextBatch = new Map());
      setTimeout(() => {
        nextBatch = undefined;
        void resolveBatch(batch);
      }, times.batchMs);
    }
    const lookup = nextBatch.get(key) ?? Promise.withResolvers<T | undefined>();
    nextBatch.set(key, lookup);
    return lookup.promise;
  }

  async function resolveBatch(
    batch: ReadonlyMap<string, PromiseWithResolvers<T | undefined>>,
  ): Promise<void> {
    const requestedAt = now();
    const ageing = [...entries].filter(
      ([key, entry]) =>
        !batch.has(key) &&
        entry.expiresAt !== Infinity &&
        requestedAt - entry.requestedAt >= times.renewAfterMs &&
        requestedAt - entry.usedAt < times.renewForMs,
    );
    const keys = [...batch.keys(), ...ageing.map(([key]) => key)];
    for (let start = 0; start < keys.length; start += MAX_KEYS) {
      const slice = keys.slice(start, start + MAX_KEYS);
      try {
        const values = await requestMany(slice);
        for (const key of slice) {
          const lookup = batch.get(key);
          if (lookup) lookup.resolve(values.get(key));
          else renew(key, values.get(key), requestedAt);
        }
      } catch (error) {
        for (const key of slice) batch.get(key)?.reject(error);
      }
    }
  }

  function renew(key: string, value: T | undefined, requestedAt: number): void {
    const before = entries.get(key);
    if (before && before.requestedAt < requestedAt)
      entries.set(key, {
        value: Promise.resolve(value),
        requestedAt,
        expiresAt: requestedAt + times.ttlMs(value),
        usedAt: before.usedAt,
      });
  }

  const lookUp = (key: string): Promise<T | undefined> => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > now()) {
      entry.usedAt = now();
      return entry.value;
    }
    const fresh: Entry<T> = {
      value: enqueue(key),
      requestedAt: now(),
      expiresAt: Infinity,
      usedAt: now(),
    };
    entries.set(key, fresh);
    fresh.value.then(
      (value) => (fresh.expiresAt = fresh.requestedAt + times.ttlMs(value)),
      () => entries.get(key) === fresh && entries.delete(key),
    );
    return fresh.value;
  };
  return Object.assign(lookUp, { forget: (key: string) => void entries.delete(key) });
}
