import type { Place } from '../../domain/call/people.ts';
import { placeOfAddress } from '../../domain/consent/places.ts';
import { CrmUnavailable, type CallSubject, type CustomerLookup } from '../../ports/index.ts';
import { asList, quoted, type CrmConnection } from '../session/connection.ts';
import { LEAD_PREFIX } from '../writes/interventionRecord.ts';
import { createCurrencies, type Currencies } from './currencies.ts';
import { spellingsOf, toE164, withoutNumbers } from './phones.ts';

/** Per object; the number of a switchboard can match every contact of a company. */
const MAX_CANDIDATES = 100;

interface ContactRecord {
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
interface LeadRecord {
  Id: string;
  Name: string;
  Phone: string | null;
  MobilePhone: string | null;
  Company: string;
  OwnerId: string;
  DoNotCall: boolean;
}
interface OpportunityRecord {
  Id: string;
  Name: string;
  StageName: string;
  CloseDate: string | null;
  Amount: number | null;
  CurrencyIsoCode?: string;
  AccountId: string | null;
  OwnerId: string;
}

/** An opportunity, with the currencies of its org. */
type Deal = OpportunityRecord & { readonly known: Currencies };

const CONTACT =
  'SELECT Id, Name, Phone, MobilePhone, AccountId, Account.Name, Account.BillingState, ' +
  'Account.BillingCountry, MailingState, MailingCountry, OwnerId, DoNotCall FROM Contact';
/** Skips converted leads, because they are found as contacts. */
const LEAD =
  'SELECT Id, Name, Phone, MobilePhone, Company, OwnerId, DoNotCall FROM Lead ' +
  'WHERE IsConverted = false';
const OPPORTUNITY = ({ fields }: Currencies): string =>
  `SELECT Id, Name, StageName, CloseDate, Amount, AccountId, OwnerId${fields} FROM Opportunity`;

/**
 * Looks up the customer of a call, with the account and the latest open opportunity. Rejects with
 * CrmUnavailable.
 */
export function createCustomerLookup(crm: CrmConnection): CustomerLookup {
  const first = async <T>(soql: string): Promise<T | undefined> =>
    (await crm.query<T>(`${soql} LIMIT 1`))[0];

  const currencies = createCurrencies(crm);

  async function openOpportunityOf(accountId: string | null): Promise<Deal | undefined> {
    if (!accountId) return undefined;
    return firstDeal(
      `WHERE AccountId = ${quoted(accountId)} AND IsClosed = false ` +
        'ORDER BY LastModifiedDate DESC',
    );
  }

  async function firstDeal(condition: string): Promise<Deal | undefined> {
    const known = await currencies();
    const found = await first<OpportunityRecord>(`${OPPORTUNITY(known)} ${condition}`);
    return found && { ...found, known };
  }

  /** The latest open opportunity of each account. */
  async function openOpportunitiesOf(
    accountIds: readonly (string | null)[],
  ): Promise<ReadonlyMap<string, Deal>> {
    const ids = [...new Set(accountIds.filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const known = await currencies();
    const rows = await crm.query<OpportunityRecord>(
      `${OPPORTUNITY(known)} WHERE AccountId IN ${asList(ids)} AND IsClosed = false ` +
        'ORDER BY LastModifiedDate ASC',
    );
    return new Map(rows.map((row) => [row.AccountId!, { ...row, known }]));
  }

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

  return {
    byPhone: (_orgId, phone) =>
      orUnavailable(async () => {
        const either = asList(spellingsOf(phone));
        const contact = await first<ContactRecord>(
          `${CONTACT} WHERE Phone IN ${either} OR MobilePhone IN ${either} ORDER BY LastModifiedDate DESC`,
        );
        if (contact) return subjectOf(contact, await openOpportunityOf(contact.AccountId), phone);
        const lead = await first<LeadRecord>(
          `${LEAD} AND (Phone IN ${either} OR MobilePhone IN ${either}) ORDER BY LastModifiedDate DESC`,
        );
        return lead && subjectOfLead(lead, phone);
      }),

    isDoNotCall: (_orgId, phone) =>
      orUnavailable(async () => {
        const either = asList(spellingsOf(phone));
        const found = await Promise.all(
          ['Contact', 'Lead'].map((object) =>
            first<{ Id: string }>(
              `SELECT Id FROM ${object} WHERE DoNotCall = true ` +
                `AND (Phone IN ${either} OR MobilePhone IN ${either})`,
            ),
          ),
        );
        return found.some((record) => record !== undefined);
      }),

    candidates: (_orgId, phone) =>
      orUnavailable(async () => {
        const either = asList(spellingsOf(phone));
        const [contacts, leads] = await Promise.all([
          crm.query<ContactRecord>(
            `${CONTACT} WHERE Phone IN ${either} OR MobilePhone IN ${either} ` +
              `ORDER BY LastModifiedDate DESC LIMIT ${MAX_CANDIDATES + 1}`,
          ),
          crm.query<LeadRecord>(
            `${LEAD} AND (Phone IN ${either} OR MobilePhone IN ${either}) ` +
              `ORDER BY LastModifiedDate DESC LIMIT ${MAX_CANDIDATES + 1}`,
          ),
        ]);
        const shown = contacts.slice(0, MAX_CANDIDATES);
        const deals = await openOpportunitiesOf(shown.map(({ AccountId }) => AccountId));
        const subjects = [
          ...shown.map((contact) =>
            subjectOf(contact, contact.AccountId ? deals.get(contact.AccountId) : undefined, phone),
          ),
          ...leads.slice(0, MAX_CANDIDATES).map((lead) => subjectOfLead(lead, phone)),
        ];
        return { subjects, areMore: subjects.length < contacts.length + leads.length };
      }),

    byRecord: (_orgId, { opportunityId, contactId, accountId }) =>
      orUnavailable(async () => {
        if (contactId?.startsWith(LEAD_PREFIX)) {
          const lead = await first<LeadRecord>(`${LEAD} AND Id = ${quoted(contactId)}`);
          return lead && subjectOfLead(lead);
        }
        const opportunity = opportunityId
          ? await firstDeal(`WHERE Id = ${quoted(opportunityId)}`)
          : undefined;
        const contact = await contactBy({ contactId, accountId }, opportunity);
        return (
          contact && subjectOf(contact, opportunity ?? (await openOpportunityOf(contact.AccountId)))
        );
      }),
  };
}

/** A lead has no account and no opportunity; the prefix of its id identifies it. */
function subjectOfLead(lead: LeadRecord, phone?: string): CallSubject {
  const number = phone ?? toE164(lead.Phone ?? '') ?? toE164(lead.MobilePhone ?? '');
  return {
    customer: {
      name: lead.Name,
      contactId: lead.Id,
      accountName: lead.Company,
      ...(number && { phone: number }),
    },
    ownerUserId: lead.OwnerId,
    ...(lead.DoNotCall && { doNotCall: true }),
  };
}

/**
 * The state and country of the contact's mailing address, else of the account's billing address.
 */
function placeOf({ MailingState, MailingCountry, Account }: ContactRecord): Place | undefined {
  return (
    placeOfAddress({ state: MailingState, country: MailingCountry }) ??
    (Account
      ? placeOfAddress({ state: Account.BillingState, country: Account.BillingCountry })
      : undefined)
  );
}

function subjectOf(
  contact: ContactRecord,
  opportunity: Deal | undefined,
  phone?: string,
): CallSubject {
  const place = placeOf(contact);
  const number = phone ?? toE164(contact.Phone ?? '') ?? toE164(contact.MobilePhone ?? '');
  return {
    customer: {
      name: contact.Name,
      contactId: contact.Id,
      ...(number && { phone: number }),
      ...(contact.AccountId && { accountId: contact.AccountId }),
      ...(contact.Account && { accountName: contact.Account.Name }),
      ...(place && { place }),
    },
    ...(opportunity && {
      opportunity: {
        opportunityId: opportunity.Id,
        name: opportunity.Name,
        stage: opportunity.StageName,
        ...(opportunity.CloseDate && { closeDate: opportunity.CloseDate }),
        ...(opportunity.Amount !== null &&
          opportunity.known.money(opportunity.Amount, opportunity.CurrencyIsoCode)),
      },
    }),
    ownerUserId: opportunity?.OwnerId ?? contact.OwnerId,
    ...(contact.DoNotCall && { doNotCall: true }),
  };
}

async function orUnavailable<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw error instanceof CrmUnavailable
      ? error
      : new CrmUnavailable(
          `a customer could not be read from Salesforce: ${withoutNumbers((error as Error).message)}`,
        );
  }
}
