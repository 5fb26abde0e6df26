import { setTimeout as pause } from 'node:timers/promises';
import type { Log, ConferenceLocks } from '../../ports/index.ts';
import { createLocalLocks } from './localLocks.ts';
import { createLockExchange } from './lockExchange.ts';
import { createLockSession } from './lockSession.ts';

/** How often to try again while another process has the lock. */
const RETRY_MS = 25;
/** How long a request that does not wait for the lock waits for the database at most. */
const NO_WAIT_LIMIT_MS = 150;
export interface PostgresConferenceLocks extends ConferenceLocks {
  close(): Promise<void>;
}

/**
 * Conference locks as advisory locks of one database session. The process has one connection for
 * all its locks, so that no pooled connection is occupied during requests to the carrier, and the
 * database releases them when the process ends (docs/decisions/012). Without a database, no lock is
 * granted.
 */
export function createConferenceLocks(databaseUrl: string, log: Log): PostgresConferenceLocks {
  const local = createLocalLocks();
  const session = createLockSession(databaseUrl, log);
  const tryLock = createLockExchange(session.client);

  async function lockWithin(key: string, withinMs: number): Promise<(() => void) | undefined> {
    if (withinMs <= 0) return grantedWithin(tryLock(key), NO_WAIT_LIMIT_MS);
    for (
      const until = performance.now() + withinMs;
      performance.now() < until;
      await pause(RETRY_MS)
    ) {
      const unlock = await tryLock(key);
      if (unlock) return unlock;
    }
    return undefined;
  }

  return {
    async acquire(key, withinMs) {
      const requestedAt = performance.now();
      const releaseLocal = await local.acquire(key, withinMs);
      if (!releaseLocal) return undefined;
      const unlock = await lockWithin(
        key,
        withinMs && Math.max(1, withinMs - (performance.now() - requestedAt)),
      );
      if (!unlock) {
        releaseLocal();
        return undefined;
      }
      let isReleased = false;
      return () => {
        if (!isReleased) unlock();
        isReleased = true;
        releaseLocal();
      };
    },

    close: session.close,
  };
}

/** Returns the lock if it is granted in time; a lock that is granted later is released at once. */
async function grantedWithin(
  locking: Promise<(() => void) | undefined>,
  withinMs: number,
): Promise<(() => void) | undefined> {
  const timeout = pause(withinMs, 'timeout' as const, { ref: false });
  const first = await Promise.race([locking, timeout]);
  if (first !== 'timeout') return first;
  void locking.then((unlock) => unlock?.());
  return undefined;
}
