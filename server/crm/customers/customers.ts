import type { Place } from '../../domain/call/people.ts';
import { placeOfAddress } from '../../domain/consent/places.ts';
import { CrmUnavailable, type CallSubject, type CustomerLookup } from '../../ports/index.ts';
import { asList, quoted, type CrmConnection } from '../session/connection.ts';
import { LEAD_PREFIX } from '../writes/interventionRecord.ts';
import { createContactReader, type ContactRecord, CONTACT } from './contacts.ts';
import { createDealReader, type Deal } from './deals.ts';
import { firstRowOf } from './firstRow.ts';
import { spellingsOf, toE164, withoutNumbers } from './phones.ts';

/** Per object; the number of a switchboard can match every contact of a company. */
const MAX_CANDIDATES = 100;
interface LeadRecord {
  Id: string;
  Name: string;
  Phone: string | null;
  MobilePhone: string | null;
  Company: string;
  OwnerId: string;
  DoNotCall: boolean;
}
/** Skips converted leads, because they are found as contacts. */
const LEAD =
  'SELECT Id, Name, Phone, MobilePhone, Company, OwnerId, DoNotCall FROM Lead ' +
  'WHERE IsConverted = false';

/**
 * Looks up the customer of a call, with the account and the latest open opportunity. Rejects with
 * CrmUnavailable.
 */
export function createCustomerLookup(crm: CrmConnection): CustomerLookup {
  const first = firstRowOf(crm);
  const { firstDeal, openOpportunityOf, openOpportunitiesOf } = createDealReader(crm);

  const contactBy = createContactReader(crm);

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
