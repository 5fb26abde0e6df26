import type { Call } from '../../domain/call/call.ts';
import type { WriteResult } from '../../ports/index.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { inParts } from './inParts.ts';
import { isLead } from './interventionRecord.ts';

interface Found {
  Id: string;
  IsDeleted: boolean;
  MasterRecordId?: string | null;
}

type ObjectName = 'Contact' | 'Lead' | 'Account' | 'Opportunity';

const MAX_MERGES = 5;

/** Salesforce's error codes for a reference to a record that was deleted or merged. */
const DELETED_ERRORS = ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'];

/** Whether the write failed because it refers to a record that no longer exists. */
export const isAboutDeleted = (result: WriteResult): boolean =>
  DELETED_ERRORS.includes(result?.code ?? '');

/**
 * Returns each call with references to existing records only: merged ones are replaced, deleted
 * ones dropped. Undefined if all references of all calls exist. Rejects as the connection does.
 */
export async function survivingCalls(
  crm: CrmConnection,
  calls: readonly Call[],
): Promise<(Call | undefined)[]> {
  const [contacts, leads, accounts, deals] = await Promise.all([
    survivors(
      crm,
      'Contact',
      calls.map((call) => (isLead(call) ? undefined : call.customer.contactId)),
    ),
    survivors(
      crm,
      'Lead',
      calls.map((call) => (isLead(call) ? call.customer.contactId : undefined)),
    ),
    survivors(
      crm,
      'Account',
      calls.map((call) => call.customer.accountId),
    ),
    survivors(
      crm,
      'Opportunity',
      calls.map((call) => call.opportunity?.opportunityId),
    ),
  ]);
  return calls.map((call) => {
    const { contactId, accountId, ...customer } = call.customer;
    const { opportunity, ...remaining } = call;
    const contact = contactId && (isLead(call) ? leads : contacts).get(contactId);
    const account = accountId && accounts.get(accountId);
    const isThere = opportunity && deals.get(opportunity.opportunityId) !== undefined;
    const surviving: Call = {
      ...remaining,
      customer: {
        ...customer,
        ...(contact && { contactId: contact }),
        ...(account && { accountId: account }),
      },
      ...(opportunity && isThere && { opportunity }),
    };
    return isAboutSameRecords(surviving, call) ? undefined : surviving;
  });
}

/**
 * For each requested id, the id of the record that exists: its own, or that of the record into
 * which it was merged. Opportunities cannot be merged.
 */
async function survivors(
  crm: CrmConnection,
  object: ObjectName,
  ids: readonly (string | undefined)[],
): Promise<Map<string, string>> {
  const fields = object === 'Opportunity' ? 'Id, IsDeleted' : 'Id, IsDeleted, MasterRecordId';
  const surviving = new Map<string, string>();
  /** For each current id, the id that was requested; follows merges of merged records. */
  let asked = new Map(ids.flatMap((id): [string, string][] => (id ? [[id, id]] : [])));
  for (let merges = 0; asked.size > 0 && merges <= MAX_MERGES; merges += 1) {
    const found = new Map<string, Found>();
    for (const part of inParts([...asked.values()]))
      for (const row of await crm.queryAll<Found>(
        `SELECT ${fields} FROM ${object} WHERE Id IN ${asList(part)}`,
      ))
        found.set(row.Id, row);
    const merged = new Map<string, string>();
    for (const [id, current] of asked) {
      const row = found.get(current);
      if (row && !row.IsDeleted) surviving.set(id, row.Id);
      else if (row?.MasterRecordId) merged.set(id, row.MasterRecordId);
    }
    asked = merged;
  }
  return surviving;
}

const isAboutSameRecords = (a: Call, b: Call): boolean =>
  a.customer.contactId === b.customer.contactId &&
  a.customer.accountId === b.customer.accountId &&
  a.opportunity?.opportunityId === b.opportunity?.opportunityId;
