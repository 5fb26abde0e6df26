import { quoted, type CrmConnection } from '../session/connection.ts';
import type { Deal } from './deals.ts';
import { firstRowOf } from './firstRow.ts';

export interface ContactRecord {
  Id: string;
  Name: string;
  Phone: string | null;
  MobilePhone: string | null;
  AccountId: string | null;
  Account: { Name: string; BillingState: string | null; BillingCountry: string | null } | null;
  MailingState: string | null;
  MailingCountry: string | null;
  OwnerId: string;
  DoNotCall: boolean;
}

export const CONTACT =
  'SELECT Id, Name, Phone, MobilePhone, AccountId, Account.Name, Account.BillingState, ' +
  'Account.BillingCountry, MailingState, MailingCountry, OwnerId, DoNotCall FROM Contact';

type ContactBy = (
  ids: { readonly contactId?: string; readonly accountId?: string },
  opportunity: Deal | undefined,
) => Promise<ContactRecord | undefined>;

/** Reads the contact to call. */
export function createContactReader(crm: CrmConnection): ContactBy {
  const first = firstRowOf(crm);
  async function contactOf(
    opportunityId: string,
    accountId: string | null,
  ): Promise<ContactRecord | undefined> {
    const role = await first<{ ContactId: string }>(
      `SELECT ContactId FROM OpportunityContactRole WHERE OpportunityId = ${quoted(opportunityId)} ` +
        'ORDER BY IsPrimary DESC',
    );
    if (role) return first(`${CONTACT} WHERE Id = ${quoted(role.ContactId)}`);
    return accountId ? contactOfAccount(accountId) : undefined;
  }

  /** The first contact of an account that has a phone. */
  const contactOfAccount = (accountId: string): Promise<ContactRecord | undefined> =>
    first(
      `${CONTACT} WHERE AccountId = ${quoted(accountId)} ` +
        'AND (Phone != null OR MobilePhone != null) ORDER BY CreatedDate',
    );

  /** The named contact, else the opportunity's contact, else a contact of the account. */
  async function contactBy(
    { contactId, accountId }: { readonly contactId?: string; readonly accountId?: string },
    opportunity: Deal | undefined,
  ): Promise<ContactRecord | undefined> {
    if (contactId) return first(`${CONTACT} WHERE Id = ${quoted(contactId)}`);
    if (opportunity) return contactOf(opportunity.Id, opportunity.AccountId);
    return accountId ? contactOfAccount(accountId) : undefined;
  }
  return contactBy;
}
