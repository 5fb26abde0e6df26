import type { Call } from '../../domain/call/call.ts';
import { CrmProblem, type WriteResult } from '../../ports/index.ts';
import type { CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { isAboutDeleted, survivingCalls } from './deletedRecords.ts';

/**
 * Saves all subjects. Those whose call refers to deleted or merged records are saved again with the
 * references that still exist. `save` returns a result for each subject, in their order, and never
 * rejects.
 */
export async function withSurvivingRecords<Subject extends { readonly call: Call }>(
  crm: CrmConnection,
  subjects: readonly Subject[],
  save: (subjects: readonly Subject[]) => Promise<readonly WriteResult[]>,
): Promise<WriteResult[]> {
  const results = [...(await save(subjects))];
  const refused = subjects.flatMap((subject, index) =>
    isAboutDeleted(results[index]) ? [{ subject, index }] : [],
  );
  if (refused.length === 0) return results;
  const surviving = await problemOr(
    survivingCalls(
      crm,
      refused.map(({ subject }) => subject.call),
    ),
  );
  if (surviving instanceof CrmProblem) {
    for (const { index } of refused) results[index] = surviving;
    return results;
  }
  const again = refused.flatMap(({ subject, index }, n) => {
    const call = surviving[n];
    return call ? [{ subject: { ...subject, call }, index }] : [];
  });
  if (again.length === 0) return results;
  const repeated = await save(again.map(({ subject }) => subject));
  again.forEach(({ index }, n) => {
    results[index] = repeated[n];
  });
  return results;
}

/** The answer to the request, or the CrmProblem with which it failed. */
export const problemOr = <T>(request: Promise<T>): Promise<T | CrmProblem> =>
  asCrmProblem(() => request).catch((problem: unknown) => problem as CrmProblem);
