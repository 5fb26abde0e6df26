/** A cache of the CRM's answers that keeps serving them while the CRM is unavailable. */
export interface Remembered<T> {
  /**
   * Resolves with the cached value. Requests it first if there is none, or if it has expired and
   * the last request succeeded. Rejects only if there is no cached value and the request fails.
   */
  (key: string): Promise<T>;
  /**
   * Requests the value now; an answer to an earlier request does not count. Rejects when the request
   * fails; the cached value stays.
   */
  renew(key: string): Promise<T>;
  /** The cached value, without a request. */
  known(key: string): T | undefined;
}

interface Entry<T> {
  value?: { readonly known: T; readonly askedAt: number };
  /** The request that is under way, and the one that follows it. */
  asking?: { readonly answer: Promise<T>; readonly askedAt: number };
  following?: Promise<T>;
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

  async function ask(key: string, entry: Entry<T>, askedAt: number): Promise<T> {
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

  function share(key: string): Promise<T> {
    const entry = entryOf(key);
    const askedAt = now();
    entry.asking ??= { answer: ask(key, entry, askedAt), askedAt };
    return entry.asking.answer;
  }

  function renew(key: string): Promise<T> {
    const entry = entryOf(key);
    const { asking } = entry;
    if (!asking || asking.askedAt === now()) return share(key);
    entry.following ??= asking.answer
      .catch(() => undefined)
      .then(() => {
        entry.following = undefined;
        return share(key);
      });
    return entry.following;
  }

  async function lookUp(key: string): Promise<T> {
    const { value, failedAt } = entryOf(key);
    if (!value) return share(key);
    if (now() - value.askedAt < ttlMs) return value.known;
    if (failedAt === undefined) return share(key).catch(() => value.known);
    if (now() - failedAt >= TRY_AGAIN_AFTER_MS) share(key).catch(() => undefined);
    return value.known;
  }

  return Object.assign(lookUp, { renew, known: (key: string) => entries.get(key)?.value?.known });
}
