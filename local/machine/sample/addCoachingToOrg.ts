import { postJson } from '../demo/localOrg.ts';
import type { WrittenOfIntervention } from './sampleCoaching.ts';

/**
 * Puts what people wrote about interventions into the stand-in org before the server writes the
 * rest of each record. The server finds the record by its key, and does not overwrite people's
 * fields.
 */
export async function addCoachingToOrg(
  orgUrl: string,
  written: readonly WrittenOfIntervention[],
): Promise<void> {
  const insert = (object: string, rows: readonly object[]): Promise<string[]> =>
    postJson(`${orgUrl}/_local/insert-all/${object}`, rows);
  const ids = await insert(
    'Call_Intervention__c',
    written.map(({ interventionId, supervisorUserId, fields }) => ({
      External_Id__c: interventionId,
      OwnerId: supervisorUserId,
      ...fields,
    })),
  );
  await insert(
    'Coaching_Note__c',
    written.flatMap(({ note }, place) => (note ? [{ Intervention__c: ids[place]!, ...note }] : [])),
  );
}
