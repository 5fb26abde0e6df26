import type { Call } from '../domain/call/call.ts';

/** Ended calls of an org. Source: PostgreSQL. */
export interface FinishedCalls {
  /** At most `size` calls, the one that ended last first; after `before`, those that ended earlier. */
  page(orgId: string, size: number, before?: FinishedCursor): Promise<readonly Call[]>;
}

/** Where a page of ended calls begins. */
export interface FinishedCursor {
  readonly endedAt: string;
  readonly callId: string;
}
