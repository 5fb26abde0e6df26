import type { Place } from '../../domain/call/people.ts';
import { placeOfAddress } from '../../domain/consent/places.ts';
import { CrmUnavailable, type CallSubject, type CustomerLookup } from '../../ports/index.ts';
import { quoted, type CrmConnection } from '../session/connection.ts';
import { LEAD_PREFIX } from '../writes/interventionRecord.ts';
import { CONTACT_FIELDS, createContactReader, type ContactRecord } from './contacts.ts';
import { createDealReader, type Deal } from './deals.ts';
import { firstRowOf } from './firstRow.ts';
import { createPhoneFields } from './phoneFields.ts';
import { toE164, withoutNumbers } from './phones.ts';
import { MOST_FOUND, searchPhones, type Wanted } from './phoneSearch.ts';

interface LeadRecord {
  Id: string;
  Name: string;
  Company: string;
  OwnerId: string;
  DoNotCall: boolean;
  [phone: string]: unknown;
}
interface AccountRecord {
  Id: string;
  Name: string;
  BillingState: string | null;
  BillingCountry: string | null;
  OwnerId: string;
  /** Of a person who is an account. */
  PersonContactId?: string | null;
}
const LEAD_FIELDS = ['Id', 'Name', 'Company', 'OwnerId', 'DoNotCall'];
const ACCOUNT_FIELDS = ['Id', 'Name', 'BillingState', 'BillingCountry', 'OwnerId'];
/** Skips converted leads, because they are found as contacts. */
const NOT_CONVERTED = 'IsConverted = false';

/**
 * Looks up the customer of a call, with the account and the latest open opportunity. Rejects with
 * CrmUnavailable.
 */
export function createCustomerLookup(crm: CrmConnection): CustomerLookup {
  const first = firstRowOf(crm);
  const { firstDeal, openOpportunityOf, openOpportunitiesOf } = createDealReader(crm);

  const phoneFields = createPhoneFields(crm);
  const contactBy = createContactReader(crm, phoneFields);

  async function found(phone: string, more: readonly Wanted[] = []) {
    const records = await searchPhones(crm, phone, {
      fields: await phoneFields(),
      wanted: [
        { object: 'Contact', fields: CONTACT_FIELDS },
        { object: 'Lead', fields: LEAD_FIELDS, where: NOT_CONVERTED },
        ...more,
      ],
    });
    return {
      contacts: records.Contact as unknown as ContactRecord[],
      leads: records.Lead as unknown as LeadRecord[],
      accounts: records.Account as unknown as AccountRecord[],
    };
  }

  /** A contact, also one of a person who is an account; else a lead; else a company. */
  async function byPhone(phone: string): Promise<CallSubject | undefined> {
    const { hasPersonAccounts, of } = await phoneFields();
    const { contacts, leads, accounts } = await found(phone, [
      {
        object: 'Account',
        fields: [...ACCOUNT_FIELDS, ...(hasPersonAccounts ? ['PersonContactId'] : [])],
      },
    ]);
    const personId = accounts.find(({ PersonContactId }) => PersonContactId)?.PersonContactId;
    const contact =
      contacts[0] ?? (personId ? await contactBy({ contactId: personId }, undefined) : undefined);
    if (contact)
      return subjectOf(contact, await openOpportunityOf(contact.AccountId), {
        phones: of.Contact,
        phone,
      });
    if (leads[0]) return subjectOfLead(leads[0], { phones: of.Lead, phone });
    return (
      accounts[0] && subjectOfAccount(accounts[0], await openOpportunityOf(accounts[0].Id), phone)
    );
  }

  return {
    byPhone: (_orgId, phone) => orUnavailable(() => byPhone(phone)),

    isDoNotCall: (_orgId, phone) =>
      orUnavailable(async () => {
        const fields = await phoneFields();
        const records = await searchPhones(crm, phone, {
          fields,
          wanted: [
            { object: 'Contact', fields: [], where: 'DoNotCall = true' },
            { object: 'Lead', fields: [], where: 'DoNotCall = true' },
            ...(fields.hasPersonAccounts
              ? [{ object: 'Account' as const, fields: [], where: 'PersonDoNotCall = true' }]
              : []),
          ],
        });
        return Object.values(records).some((some) => some.length > 0);
      }),

    candidates: (_orgId, phone) =>
      orUnavailable(async () => {
        const { of } = await phoneFields();
        const { contacts, leads } = await found(phone);
        const shown = contacts.slice(0, MOST_FOUND);
        const deals = await openOpportunitiesOf(shown.map(({ AccountId }) => AccountId));
        const subjects = [
          ...shown.map((contact) =>
            subjectOf(contact, contact.AccountId ? deals.get(contact.AccountId) : undefined, {
              phones: of.Contact,
              phone,
            }),
          ),
          ...leads
            .slice(0, MOST_FOUND)
            .map((lead) => subjectOfLead(lead, { phones: of.Lead, phone })),
        ];
        return { subjects, areMore: subjects.length < contacts.length + leads.length };
      }),

    byRecord: (_orgId, { opportunityId, contactId, accountId }) =>
      orUnavailable(async () => {
        const { of } = await phoneFields();
        if (contactId?.startsWith(LEAD_PREFIX)) {
          const lead = await first<LeadRecord>(
            `SELECT ${[...LEAD_FIELDS, ...of.Lead].join(', ')} FROM Lead ` +
              `WHERE ${NOT_CONVERTED} AND Id = ${quoted(contactId)}`,
          );
          return lead && subjectOfLead(lead, { phones: of.Lead });
        }
        const opportunity = opportunityId
          ? await firstDeal(`WHERE Id = ${quoted(opportunityId)}`)
          : undefined;
        const contact = await contactBy({ contactId, accountId }, opportunity);
        return (
          contact &&
          subjectOf(contact, opportunity ?? (await openOpportunityOf(contact.AccountId)), {
            phones: of.Contact,
          })
        );
      }),
  };
}

/** A lead has no account and no opportunity; the prefix of its id identifies it. */
function subjectOfLead(lead: LeadRecord, numbers: Numbers): CallSubject {
  const number = numberOf(lead, numbers);
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

/** A company of whose people none has the number. */
function subjectOfAccount(
  { Id, Name, BillingState, BillingCountry, OwnerId }: AccountRecord,
  opportunity: Deal | undefined,
  phone: string,
): CallSubject {
  const place = placeOfAddress({ state: BillingState, country: BillingCountry });
  return {
    customer: { name: Name, phone, accountId: Id, accountName: Name, ...(place && { place }) },
    ...aboutDeal(opportunity),
    ownerUserId: opportunity?.OwnerId ?? OwnerId,
  };
}

/** The number that was looked up, or else the phone fields, of which the first number counts. */
interface Numbers {
  readonly phones: readonly string[];
  readonly phone?: string;
}

const numberOf = (
  record: Readonly<Record<string, unknown>>,
  { phones, phone }: Numbers,
): string | undefined =>
  phone ??
  phones.map((field) => toE164(String(record[field] ?? ''))).find((number) => number !== undefined);

function subjectOf(
  contact: ContactRecord,
  opportunity: Deal | undefined,
  numbers: Numbers,
): CallSubject {
  const place = placeOf(contact);
  const number = numberOf(contact, numbers);
  return {
    customer: {
      name: contact.Name,
      contactId: contact.Id,
      ...(number && { phone: number }),
      ...(contact.AccountId && { accountId: contact.AccountId }),
      ...(contact.Account && { accountName: contact.Account.Name }),
      ...(place && { place }),
    },
    ...aboutDeal(opportunity),
    ownerUserId: opportunity?.OwnerId ?? contact.OwnerId,
    ...(contact.DoNotCall && { doNotCall: true }),
  };
}

const aboutDeal = (opportunity: Deal | undefined): Pick<CallSubject, 'opportunity'> =>
  opportunity
    ? {
        opportunity: {
          opportunityId: opportunity.Id,
          name: opportunity.Name,
          stage: opportunity.StageName,
          ...(opportunity.CloseDate && { closeDate: opportunity.CloseDate }),
          ...(opportunity.Amount !== null &&
            opportunity.known.money(opportunity.Amount, opportunity.CurrencyIsoCode)),
        },
      }
    : {};

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
