import type { CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';

/** The values of a task's status that Dealside writes: they are named by each org. */
export interface TaskStatuses {
  readonly closed: string;
  readonly open: string;
}

interface Row {
  readonly ApiName: string;
  readonly IsClosed: boolean;
  readonly IsDefault: boolean;
}

const TTL_MS = 600_000;
/** The values of an org that has not renamed them. */
const USUAL: TaskStatuses = { closed: 'Completed', open: 'Not Started' };

/**
 * Answers the org's statuses from memory: the usual ones where it has them, else its first closed
 * one, and its default. Rejects with CrmProblem.
 */
export function createTaskStatuses(crm: CrmConnection, nowMs: () => number) {
  let known: { readonly statuses: TaskStatuses; readonly until: number } | undefined;
  return async (): Promise<TaskStatuses> => {
    if (known && known.until > nowMs()) return known.statuses;
    const rows = await asCrmProblem(() =>
      crm.query<Row>('SELECT ApiName, IsClosed, IsDefault FROM TaskStatus ORDER BY SortOrder'),
    );
    const closed = rows.filter(({ IsClosed }) => IsClosed);
    const open = rows.filter(({ IsClosed }) => !IsClosed);
    const named = (from: readonly Row[], usual: string): string | undefined =>
      from.find(({ ApiName }) => ApiName === usual)?.ApiName;
    const statuses = {
      closed: named(closed, USUAL.closed) ?? closed[0]?.ApiName ?? USUAL.closed,
      open:
        named(open, USUAL.open) ??
        (open.find(({ IsDefault }) => IsDefault) ?? open[0])?.ApiName ??
        USUAL.open,
    };
    known = { statuses, until: nowMs() + TTL_MS };
    return statuses;
  };
}
