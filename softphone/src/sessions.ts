import type { Session } from './types.ts';

/**
 * Holds the session from the Salesforce page, and requests a new one when it is about to expire.
 * Calls `onFirst` when the first session has arrived.
 */
export function createSessions({
  requestSession,
  onFirst,
}: {
  requestSession: () => void;
  onFirst: () => void;
}) {
  let current: Session | undefined;
  let waiting: ((session: Session) => void)[] = [];
  const isFresh = (session: Session): boolean =>
    Date.parse(session.expiresAt) - Date.now() > 30_000;
  return {
    arrived(session: Session): void {
      const first = current === undefined;
      current = session;
      for (const resolve of waiting) resolve(session);
      waiting = [];
      if (first) onFirst();
    },
    get(): Promise<Session> {
      if (current && isFresh(current)) return Promise.resolve(current);
      requestSession();
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
