/** A cache of the CRM's answers that keeps serving them while the CRM is unavailable. */
export interface Remembered<T> {
  /**
   * Resolves with the cached value. Requests it first if there is none, or if it has expired and
   * the last request succeeded. Rejects only if there is no cached value and the request fails.
   */
  (key: string): Promise<T>;
  /** Requests the value now. Rejects when the request fails; the cached value stays. */
  renew(key: string): Promise<T>;
  /** The cached value, without a request. */
  known(key: string): T | undefined;
}

interface Entry<T> {
  value?: { readonly known: T; readonly askedAt: number };
  asking?: Promise<T>;
  failedAt?: number;
}

/**
 * After a failure, lookups are served from the cache for this long before one of them requests
 * again in the background.
 */
const TRY_AGAIN_AFTER_MS = 10_000;

/** Caches answers by key. `ttlMs` counts from the request. Concurrent lookups share one request. */
export function rememberedFor<T>(
  request: (key: string) => Promise<T>,
  ttlMs: number,
  now: () => number,
): Remembered<T> {
  const entries = new Map<string, Entry<T>>();

  function entryOf(key: string): Entry<T> {
    const entry = entries.get(key) ?? {};
    entries.set(key, entry);
    return entry;
  }

  async function ask(key: string, entry: Entry<T>): Promise<T> {
    const askedAt = now();
    try {
      const known = await request(key);
      entry.value = { known, askedAt };
      entry.failedAt = undefined;
      return known;
    } catch (error) {
      entry.failedAt = now();
      throw error;
    } finally {
      entry.asking = undefined;
    }
  }

  const renew = (key: string): Promise<T> => {
    const entry = entryOf(key);
    entry.asking ??= ask(key, entry);
    return entry.asking;
  };

  async function lookUp(key: string): Promise<T> {
    const { value, failedAt } = entryOf(key);
    if (!value) return renew(key);
    if (now() - value.askedAt < ttlMs) return value.known;
    if (failedAt === undefined) return renew(key).catch(() => value.known);
    if (now() - failedAt >= TRY_AGAIN_AFTER_MS) renew(key).catch(() => undefined);
    return value.known;
  }

  return Object.assign(lookUp, { renew, known: (key: string) => entries.get(key)?.value?.known });
}
