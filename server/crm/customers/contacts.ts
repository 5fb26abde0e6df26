import { quoted, type CrmConnection } from '../session/connection.ts';
import type { Deal } from './deals.ts';
import { firstRowOf } from './firstRow.ts';
import type { PhoneFields } from './phoneFields.ts';

export interface ContactRecord {
  Id: string;
  Name: string;
  AccountId: string | null;
  Account: { Name: string; BillingState: string | null; BillingCountry: string | null } | null;
  MailingState: string | null;
  MailingCountry: string | null;
  OwnerId: string;
  DoNotCall: boolean;
  /** Phone fields, by name. */
  [phone: string]: unknown;
}

export const CONTACT_FIELDS = [
  'Id',
  'Name',
  'AccountId',
  'Account.Name',
  'Account.BillingState',
  'Account.BillingCountry',
  'MailingState',
  'MailingCountry',
  'OwnerId',
  'DoNotCall',
];

type ContactBy = (
  ids: { readonly contactId?: string; readonly accountId?: string },
  opportunity: Deal | undefined,
) => Promise<ContactRecord | undefined>;

/** Reads the contact to call. */
export function createContactReader(
  crm: CrmConnection,
  phoneFields: () => Promise<PhoneFields>,
): ContactBy {
  const first = firstRowOf(crm);
  const contactSelect = async (): Promise<string> =>
    `SELECT ${[...CONTACT_FIELDS, ...(await phoneFields()).of.Contact].join(', ')} FROM Contact`;
  async function contactOf(
    opportunityId: string,
    accountId: string | null,
  ): Promise<ContactRecord | undefined> {
    const role = await first<{ ContactId: string }>(
      `SELECT ContactId FROM OpportunityContactRole WHERE OpportunityId = ${quoted(opportunityId)} ` +
        'ORDER BY IsPrimary DESC',
    );
    if (role) return first(`${await contactSelect()} WHERE Id = ${quoted(role.ContactId)}`);
    return accountId ? contactOfAccount(accountId) : undefined;
  }

  /** The first contact of an account that has a phone. */
  async function contactOfAccount(accountId: string): Promise<ContactRecord | undefined> {
    const phones = (await phoneFields()).of.Contact;
    if (phones.length === 0) return undefined;
    return first(
      `${await contactSelect()} WHERE AccountId = ${quoted(accountId)} ` +
        `AND (${phones.map((field) => `${field} != null`).join(' OR ')}) ORDER BY CreatedDate`,
    );
  }

  /** The named contact, else the opportunity's contact, else a contact of the account. */
  async function contactBy(
    { contactId, accountId }: { readonly contactId?: string; readonly accountId?: string },
    opportunity: Deal | undefined,
  ): Promise<ContactRecord | undefined> {
    if (contactId) return first(`${await contactSelect()} WHERE Id = ${quoted(contactId)}`);
    if (opportunity) return contactOf(opportunity.Id, opportunity.AccountId);
    return accountId ? contactOfAccount(accountId) : undefined;
  }
  return contactBy;
}
