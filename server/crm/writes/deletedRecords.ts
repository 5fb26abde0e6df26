import type { Call } from '../../domain/call/call.ts';
import { CrmProblem } from '../../ports/index.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';
import { asCrmProblem } from '../session/errors.ts';
import { isLead } from './interventionRecord.ts';

interface Found { Id: string; IsDeleted: boolean; MasterRecordId?: string | null }

const MAX_MERGES = 5;

/** What Salesforce says when a record that ours is about is not there any more. */
const DELETED_ERRORS = ['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY'];

/** Writes about the call, and when customer or deal are gone, about what is still there: the rest is worth keeping. Throws CrmProblem. */
export async function withSurvivingRecords(crm: CrmConnection, call: Call, write: (about: Call) => Promise<void>): Promise<void> {
  try {
    await write(call);
  } catch (problem) {
    if (!(problem instanceof CrmProblem && DELETED_ERRORS.includes(problem.code ?? ''))) throw problem;
    const rest = await asCrmProblem(() => dropDeleted(crm, call));
    if (isAboutSameRecords(rest, call)) throw problem;
    await write(rest);
  }
}

/** The call about what is still there: merged customers are followed to who took their place, deleted records left out. */
async function dropDeleted(crm: CrmConnection, call: Call): Promise<Call> {
  const { contactId, accountId, ...customer } = call.customer;
  const { opportunity, ...rest } = call;
  const [contact, account, deal] = await Promise.all([
    contactId ? survivingId(crm, isLead(call) ? 'Lead' : 'Contact', contactId) : undefined,
    accountId ? survivingId(crm, 'Account', accountId) : undefined,
    opportunity ? survivingId(crm, 'Opportunity', opportunity.opportunityId) : undefined,
  ]);
  return {
    ...rest,
    customer: { ...customer, ...(contact && { contactId: contact }), ...(account && { accountId: account }) },
    ...(opportunity && deal && { opportunity }),
  };
}

/** The record under its id, or what it was merged into; undefined when it is gone. Opportunities cannot be merged. */
async function survivingId(crm: CrmConnection, object: 'Contact' | 'Lead' | 'Account' | 'Opportunity', id: string): Promise<string | undefined> {
  const fields = object === 'Opportunity' ? 'Id, IsDeleted' : 'Id, IsDeleted, MasterRecordId';
  let at: string | null | undefined = id;
  for (let merges = 0; at && merges <= MAX_MERGES; merges += 1) {
    const [found]: Found[] = await crm.queryAll<Found>(`SELECT ${fields} FROM ${object} WHERE Id = ${quoted(at)}`);
    if (!found) return undefined;
    if (!found.IsDeleted) return found.Id;
    at = found.MasterRecordId;
  }
  return undefined;
}

const isAboutSameRecords = (a: Call, b: Call): boolean =>
  a.customer.contactId === b.customer.contactId && a.customer.accountId === b.customer.accountId && a.opportunity?.opportunityId === b.opportunity?.opportunityId;
