/** An answer of the CRM that outlives the time in which the CRM does not answer. */
export interface Remembered<T> {
  /**
   * Resolves with what is remembered; asks only where that is older than it should be and the last
   * request was answered. Rejects as the request does where nothing is remembered.
   */
  (key: string): Promise<T>;
  /** Asks now. Rejects as the request does; what was remembered stays. */
  renew(key: string): Promise<T>;
  /** What is remembered, without asking. */
  known(key: string): T | undefined;
}

interface Entry<T> {
  value?: { readonly known: T; readonly askedAt: number };
  asking?: Promise<T>;
  failedAt?: number;
}

/** After a failure, this long passes until a lookup asks again, in the background. */
const TRY_AGAIN_AFTER_MS = 10_000;

/** Remembers answers by key. `ttlMs` counts from the request; concurrent requests are one. */
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
