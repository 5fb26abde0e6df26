import type { CrmConnection } from '../session/connection.ts';

/** Objects of whom a phone number can be. */
const WITH_PHONES = ['Contact', 'Lead', 'Account'] as const;
export type WithPhones = (typeof WITH_PHONES)[number];

/** The phone fields of an org that its integration user may read, and whether people are accounts. */
export interface PhoneFields {
  readonly of: Readonly<Record<WithPhones, readonly string[]>>;
  readonly hasPersonAccounts: boolean;
}

interface Described {
  readonly fields: readonly { readonly name: string; readonly type: string }[];
}

const TTL_MS = 600_000;
/** The number to call comes from the first of these that has one; then come the others. */
const FIRST = ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone'];
const LAST = ['AssistantPhone', 'PersonAssistantPhone'];
/** A fax is a field of the same type. */
const IS_FAX = /Fax(__c)?$/;

/**
 * Serves the fields of type phone, custom ones too, from memory for ten minutes. Rejects as the
 * connection does.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm
 */
export function createPhoneFields(crm: Pick<CrmConnection, 'get'>, nowMs = Date.now) {
  let known: { readonly fields: Promise<PhoneFields>; readonly until: number } | undefined;
  return (): Promise<PhoneFields> => {
    if (known && known.until > nowMs()) return known.fields;
    const fields = read(crm);
    known = { fields, until: nowMs() + TTL_MS };
    fields.catch(() => (known = undefined));
    return fields;
  };
}

async function read(crm: Pick<CrmConnection, 'get'>): Promise<PhoneFields> {
  const [contact, lead, account] = await Promise.all(
    WITH_PHONES.map((object) => crm.get<Described>(`/sobjects/${object}/describe`)),
  );
  return {
    of: { Contact: phonesOf(contact!), Lead: phonesOf(lead!), Account: phonesOf(account!) },
    hasPersonAccounts: ['PersonContactId', 'PersonDoNotCall'].every((name) =>
      account!.fields.some((field) => field.name === name),
    ),
  };
}

const phonesOf = ({ fields }: Described): string[] =>
  fields
    .filter(({ name, type }) => type === 'phone' && !IS_FAX.test(name))
    .map(({ name }) => name)
    .sort((a, b) => rank(a) - rank(b));

function rank(field: string): number {
  if (FIRST.includes(field)) return FIRST.indexOf(field);
  return FIRST.length + (LAST.includes(field) ? 1 : 0);
}
