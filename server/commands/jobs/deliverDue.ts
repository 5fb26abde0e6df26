import { CrmProblem, type WriteResult } from '../../ports/index.ts';

/**
 * Delivers what messages have become, and answers for each in their order. Undefined stands for a
 * message that is done with; a problem is what became of one that could not be read.
 */
export async function deliverDue<Item extends object>(
  read: readonly (Item | CrmProblem | undefined)[],
  deliver: (due: readonly Item[]) => Promise<readonly WriteResult[]>,
): Promise<readonly WriteResult[]> {
  const due = read.filter((one): one is Item => one !== undefined && !(one instanceof CrmProblem));
  const delivered = due.length > 0 ? await deliver(due) : [];
  const results = new Map<Item, WriteResult>(due.map((one, n) => [one, delivered[n]]));
  return read.map((one) =>
    one === undefined || one instanceof CrmProblem ? one : results.get(one),
  );
}
