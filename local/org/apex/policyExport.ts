import { OrgError } from '../errors/orgError.ts';
import type { Access } from '../permissions/access.ts';
import type { Database } from '../records/database.ts';
import type { ApexMethod } from './debriefs.ts';

/**
 * What the package's class DealsidePolicyExport does in a real org: returns all policy records by
 * type and developer name, as JSON.
 * @param label the text of a custom label of the package
 */
export function policyExport(
  database: Database,
  access: Access,
  label: (name: string) => string,
): ApexMethod {
  return async (userId) => {
    if (!access.customPermissions(userId).includes('Dealside_Administer'))
      throw new OrgError(500, 'APEX_ERROR', label('Dealside_PolicyExportNotAllowed'));
    const types = [...database.schema.values()].filter(
      ({ name }) => name.endsWith('__mdt') && name !== 'Dealside_Setting__mdt',
    );
    return JSON.stringify(
      Object.fromEntries(types.map((def) => [def.name, recordsOf(database, def.name)])),
      null,
      2,
    );
  };
}

const recordsOf = (database: Database, object: string): object =>
  Object.fromEntries(
    database.rows(object).map((row) => [
      row.DeveloperName,
      {
        label: row.MasterLabel,
        ...Object.fromEntries(Object.entries(row).filter(([field]) => field.endsWith('__c'))),
      },
    ]),
  );
