import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { inParts } from './inParts.ts';

/** The Salesforce record ids of interventions, by intervention id. */
export interface RecordIds {
  remember(interventionId: string, recordId: string): void;
  forget(interventionId: string): void;
  isKnown(interventionId: string): boolean;
  /**
   * The ids of those that have a record in the org. Asks the org for ids that are not cached.
   * Throws CrmProblem.
   */
  of(interventionIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/**
 * Only the newest are cached, because notifications and outcomes follow soon after the record is
 * created.
 */
const MAX_REMEMBERED = 10_000;

/** Looks up record ids in one org, and caches the newest. */
export function createRecordIds(crm: CrmConnection): RecordIds {
  const remembered = new Map<string, string>();

  function remember(interventionId: string, recordId: string): void {
    remembered.delete(interventionId);
    remembered.set(interventionId, recordId);
    if (remembered.size > MAX_REMEMBERED) remembered.delete(remembered.keys().next().value!);
  }

  return {
    remember,
    forget: (interventionId) => void remembered.delete(interventionId),
    isKnown: (interventionId) => remembered.has(interventionId),
    async of(interventionIds) {
      const ids = [...new Set(interventionIds)];
      const unknown = ids.filter((id) => !remembered.has(id));
      const found = new Map(
        ids.flatMap((id): [string, string][] => {
          const recordId = remembered.get(id);
          return recordId ? [[id, recordId]] : [];
        }),
      );
      const rows = await asCrmProblem(() =>
        crm.queries<{ Id: string; External_Id__c: string }>(
          inParts(unknown).map(
            (part) =>
              'SELECT Id, External_Id__c FROM Call_Intervention__c ' +
              `WHERE External_Id__c IN ${asList(part)}`,
          ),
        ),
      );
      for (const { Id, External_Id__c: id } of rows.flat()) {
        remember(id, Id);
        found.set(id, Id);
      }
      return found;
    },
  };
}
