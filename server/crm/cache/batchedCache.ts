/** How long a batched cache holds values and gathers lookups, in milliseconds. */
export interface BatchedCacheTimes<T> {
  /** How long to serve a value, or the fact that there is none, from memory. 0 caches nothing. */
  readonly ttlMs: (value: T | undefined) => number;
  /** Lookups within this time share one request. */
  readonly batchMs: number;
}

export interface BatchedCache<T> {
  /** Resolves with the value, or undefined if there is none. Rejects when the request fails. */
  (key: string): Promise<T | undefined>;
  /** Drops the entry, so that the next lookup requests it again. */
  forget(key: string): void;
}

interface Entry<T> {
  readonly value: Promise<T | undefined>;
  readonly requestedAt: number;
  expiresAt: number;
}

/** A query for more ids would make the URL longer than servers accept. */
const MAX_KEYS = 200;

/**
 * A TTL cache that batches requests (DataLoader). Concurrent lookups of a key share one request.
 * A failure rejects all its lookups and is not cached. The time to live counts from the request.
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
    const keys = [...batch.keys()];
    for (let start = 0; start < keys.length; start += MAX_KEYS) {
      const slice = keys.slice(start, start + MAX_KEYS);
      try {
        const values = await requestMany(slice);
        for (const key of slice) batch.get(key)?.resolve(values.get(key));
      } catch (error) {
        for (const key of slice) batch.get(key)?.reject(error);
      }
    }
  }

  const lookUp = (key: string): Promise<T | undefined> => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > now()) return entry.value;
    const fresh: Entry<T> = { value: enqueue(key), requestedAt: now(), expiresAt: Infinity };
    entries.set(key, fresh);
    const drop = () => entries.get(key) === fresh && entries.delete(key);
    fresh.value.then((value) => {
      const ttlMs = times.ttlMs(value);
      if (ttlMs > 0) fresh.expiresAt = fresh.requestedAt + ttlMs;
      else drop();
    }, drop);
    return fresh.value;
  };
  return Object.assign(lookUp, { forget: (key: string) => void entries.delete(key) });
}
