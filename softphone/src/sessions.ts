import { Problem } from './server.ts';
import type { Session } from './types.ts';

/** Why there is no session, in the words of the Salesforce page. */
export interface SessionRefusal {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/**
 * Holds the session from the Salesforce page, and requests a new one when it is about to expire, or
 * when the server has refused it. What waits for a session that does not come is refused as well: it
 * would otherwise be carried out much later, when the person has signed in again.
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
  let isFirst = true;
  const waiting: {
    readonly resolve: (session: Session) => void;
    readonly reject: (problem: Problem) => void;
  }[] = [];
  const isFresh = (session: Session): boolean =>
    Date.parse(session.expiresAt) - Date.now() > 30_000;
  return {
    arrived(session: Session): void {
      const first = isFirst;
      isFirst = false;
      current = session;
      for (const { resolve } of waiting.splice(0)) resolve(session);
      if (first) onFirst();
    },
    /** The page has no session to give. */
    refused({ code, message, hint }: SessionRefusal): void {
      for (const { reject } of waiting.splice(0)) reject(new Problem(message, hint, code));
    },
    /** The server does not take the session. */
    forget(): void {
      current = undefined;
    },
    get(): Promise<Session> {
      if (current && isFresh(current)) return Promise.resolve(current);
      requestSession();
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
  };
}
