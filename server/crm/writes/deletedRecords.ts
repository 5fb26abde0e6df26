import type { Call } from '../../domain/call/call.ts';
import { CrmProblem } from '../../ports/index.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { isLead } from './interventionRecord.ts';

interface Found {
  Id: string;
  IsDeleted: boolean;
  MasterRecordId?: string | null;
}

const MAX_MERGES = 5;

/** Error codes of Salesforce for a reference to a record that was deleted or merged. */
const DELETED_ERRORS = ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'];

/**
 * Writes records of the call. If the customer, account or opportunity was deleted, writes again
 * with references to the records that still exist. Throws CrmProblem.
 */
export async function withSurvivingRecords(
  crm: CrmConnection,
  call: Call,
  write: (subject: Call) => Promise<void>,
): Promise<void> {
  try {
    await write(call);
  } catch (problem) {
    if (!(problem instanceof CrmProblem && DELETED_ERRORS.includes(problem.code ?? '')))
      throw problem;
    const remaining = await asCrmProblem(() => dropDeleted(crm, call));
    if (isAboutSameRecords(remaining, call)) throw problem;
    await write(remaining);
  }
}

/**
 * Returns the call with references to existing records: merged ones replaced, deleted ones dropped.
 */
async function dropDeleted(crm: CrmConnection, call: Call): Promise<Call> {
  const { contactId, accountId, ...customer } = call.customer;
  const { opportunity, ...remaining } = call;
  const [contact, account, deal] = await Promise.all([
    contactId ? survivingId(crm, isLead(call) ? 'Lead' : 'Contact', contactId) : undefined,
    accountId ? survivingId(crm, 'Account', accountId) : undefined,
    opportunity ? survivingId(crm, 'Opportunity', opportunity.opportunityId) : undefined,
  ]);
  return {
    ...remaining,
    customer: {
      ...customer,
      ...(contact && { contactId: contact }),
      ...(account && { accountId: account }),
    },
    ...(opportunity && deal && { opportunity }),
  };
}

/**
 * Returns the id of the record or of the one it was merged into; undefined if deleted.
 * Opportunities cannot be merged.
 */
async function survivingId(
  crm: CrmConnection,
  object: 'Contact' | 'Lead' | 'Account' | 'Opportunity',
  id: string,
): Promise<string | undefined> {
  const fields = object === 'Opportunity' ? 'Id, IsDeleted' : 'Id, IsDeleted, MasterRecordId';
  let currentId: string | null | undefined = id;
  for (let merges = 0; currentId && merges <= MAX_MERGES; merges += 1) {
    const [found]: Found[] = await crm.queryAll<Found>(
      `SELECT ${fields} FROM ${object} WHERE Id = ${quoted(currentId)}`,
    );
    if (!found) return undefined;
    if (!found.IsDeleted) return found.Id;
    currentId = found.MasterRecordId;
  }
  return undefined;
}

const isAboutSameRecords = (a: Call, b: Call): boolean =>
  a.customer.contactId === b.customer.contactId &&
  a.customer.accountId === b.customer.accountId &&
  a.opportunity?.opportunityId === b.opportunity?.opportunityId;
