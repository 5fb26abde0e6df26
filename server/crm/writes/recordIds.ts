import { asList, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { inParts } from './inParts.ts';

/** The record ids of interventions, by our id. */
export interface RecordIds {
  remember(interventionId: string, recordId: string): void;
  forget(interventionId: string): void;
  isKnown(interventionId: string): boolean;
  /** Those that are in the org; the org is asked for what is not remembered. Throws CrmProblem. */
  of(interventionIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** The latest ones: notifications and outcomes follow soon. */
const MAX_REMEMBERED = 10_000;

/** Looks record ids up in one org, and remembers the latest. */
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
