import { rememberedFor } from '../cache/remembered.ts';
import type { CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';

/** The picklist values of tasks that Dealside writes. Each org can rename them. */
export interface TaskValues {
  readonly closed: string;
  readonly open: string;
  /** Undefined if the org marks no priority as high. */
  readonly high: string | undefined;
}

interface Row {
  readonly ApiName: string;
  readonly IsDefault: boolean;
  readonly IsClosed?: boolean;
  readonly IsHighPriority?: boolean;
}

const TTL_MS = 600_000;
/** The values in an org that was created in English and has not renamed them. */
const USUAL = { closed: 'Completed', open: 'Not Started', high: 'High' };

const STATUSES = 'SELECT ApiName, IsClosed, IsDefault FROM TaskStatus ORDER BY SortOrder';
const PRIORITIES = 'SELECT ApiName, IsHighPriority, IsDefault FROM TaskPriority ORDER BY SortOrder';

/** Resolves with the task values of one org. Rejects with CrmProblem. */
export type ReadTaskValues = () => Promise<TaskValues>;

/**
 * Serves the org's values from memory: the usual ones if the org has them, else its first closed
 * status, its default status and its first high priority. Cached values are served during an
 * outage.
 */
export function createTaskValues(
  crm: Pick<CrmConnection, 'queries'>,
  nowMs: () => number,
): ReadTaskValues {
  const remembered = rememberedFor(
    async () => valuesOf(await asCrmProblem(() => crm.queries<Row>([STATUSES, PRIORITIES]))),
    TTL_MS,
    nowMs,
  );
  return () => remembered('values');
}

function valuesOf([statuses = [], priorities = []]: readonly (readonly Row[])[]): TaskValues {
  const closed = statuses.filter(({ IsClosed }) => IsClosed);
  const open = statuses.filter(({ IsClosed }) => !IsClosed);
  const high = priorities.filter(({ IsHighPriority }) => IsHighPriority);
  return {
    closed: named(closed, USUAL.closed) ?? closed[0]?.ApiName ?? USUAL.closed,
    open:
      named(open, USUAL.open) ??
      (open.find(({ IsDefault }) => IsDefault) ?? open[0])?.ApiName ??
      USUAL.open,
    high: named(high, USUAL.high) ?? high[0]?.ApiName,
  };
}

const named = (from: readonly Row[], usual: string): string | undefined =>
  from.find(({ ApiName }) => ApiName === usual)?.ApiName;
