import type { Call } from '../domain/call.ts';
import { quoted, type CrmConnection } from './connection.ts';
import { isLead } from './records.ts';

interface Found { Id: string; IsDeleted: boolean; MasterRecordId?: string | null }

const MOST_MERGES = 5;

/** The call about what is still there: merged customers are followed to who took their place, deleted records left out. */
export async function withoutGone(crm: CrmConnection, call: Call): Promise<Call> {
  const { contactId, accountId, ...customer } = call.customer;
  const { opportunity, ...rest } = call;
  const [contact, account, deal] = await Promise.all([
    contactId ? standing(crm, isLead(call) ? 'Lead' : 'Contact', contactId) : undefined,
    accountId ? standing(crm, 'Account', accountId) : undefined,
    opportunity ? standing(crm, 'Opportunity', opportunity.opportunityId) : undefined,
  ]);
  return {
    ...rest,
    customer: { ...customer, ...(contact && { contactId: contact }), ...(account && { accountId: account }) },
    ...(opportunity && deal && { opportunity }),
  };
}

/** The record under its id, or what it was merged into; undefined when it is gone. Opportunities can not be merged. */
async function standing(crm: CrmConnection, object: 'Contact' | 'Lead' | 'Account' | 'Opportunity', id: string): Promise<string | undefined> {
  const fields = object === 'Opportunity' ? 'Id, IsDeleted' : 'Id, IsDeleted, MasterRecordId';
  let at: string | null | undefined = id;
  for (let merges = 0; at && merges <= MOST_MERGES; merges += 1) {
    const [found]: Found[] = await crm.queryAll<Found>(`SELECT ${fields} FROM ${object} WHERE Id = ${quoted(at)}`);
    if (!found) return undefined;
    if (!found.IsDeleted) return found.Id;
    at = found.MasterRecordId;
  }
  return undefined;
}

export const isSameSubject = (a: Call, b: Call): boolean =>
  a.customer.contactId === b.customer.contactId && a.customer.accountId === b.customer.accountId && a.opportunity?.opportunityId === b.opportunity?.opportunityId;
