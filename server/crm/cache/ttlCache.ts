/**
 * A TTL cache. Concurrent lookups of a key share one request; a failure rejects them all and is not
 * cached. The time to live, in milliseconds, counts from the request.
 */
export function cachedFor<T>(
  request: (key: string) => Promise<T>,
  ttlMs: (value: T) => number,
  now: () => number,
): (key: string) => Promise<T> {
  const entries = new Map<string, { readonly value: Promise<T>; expiresAt: number }>();
  return (key) => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > now()) return entry.value;
    const requestedAt = now();
    const fresh = { value: request(key), expiresAt: Infinity };
    entries.set(key, fresh);
    fresh.value.then(
      (value) => (fresh.expiresAt = requestedAt + ttlMs(value)),
      () => entries.get(key) === fresh && entries.delete(key),
    );
    return fresh.value;
  };
}
