import type { CallView, Problem } from 'c/callModel';
import { fill, labels } from 'c/dealsideLabels';
import { request } from 'c/dealsideSession';
import { readableNumber } from 'c/phoneNumbers';
import { recordsOf } from 'c/wrapUpCalls';
import { createRecord } from 'lightning/uiRecordApi';

/** The parts of a call that are needed to create a lead from its customer. */
export type CallToLink = Pick<CallView, 'callId' | 'customer'>;

/** Whether the customer has a number but no record in Salesforce. */
export const canBecomeLead = ({ customer }: Pick<CallView, 'customer'>): boolean =>
  customer.contactId === undefined && customer.phone !== undefined;

/**
 * Creates a lead from the customer's number as the current user, links the call to it, and returns
 * its id. If Salesforce already has the number, rejects with a Problem that names the record, and
 * links the call to it if it is the only one.
 */
export async function createLead({ callId, customer }: CallToLink): Promise<string> {
  const { records } = await recordsOf(callId);
  const [first, ...others] = records;
  if (first?.contactId) {
    if (others.length === 0) await link(callId, first.contactId);
    throw problem(
      'customer_exists',
      fill(labels.leadExists, { names: records.map(({ name }) => name).join(', ') }),
      others.length === 0 ? labels.leadExistsLinked : labels.leadExistsChoose,
    );
  }
  const phone = customer.phone ?? '';
  const leadId = await created({
    LastName: fill(labels.leadName, { number: readableNumber(phone) }),
    Company: labels.leadCompany,
    Phone: phone,
  });
  await link(callId, leadId);
  return leadId;
}

const link = (callId: string, contactId: string): Promise<unknown> =>
  request('PUT', `/api/calls/${encodeURIComponent(callId)}/customer`, { contactId });

async function created(fields: Record<string, string>): Promise<string> {
  try {
    const { id } = await createRecord({ apiName: 'Lead', fields });
    return id;
  } catch (fault) {
    const { message, isDuplicate } = refusalOf(fault);
    throw problem(
      'lead_refused',
      isDuplicate ? labels.leadDuplicate : labels.leadRefused,
      message ?? labels.leadRefusedHint,
    );
  }
}

interface UiApiFault {
  readonly body?: {
    readonly message?: string;
    readonly output?: {
      readonly errors?: readonly { readonly errorCode?: string; readonly message?: string }[];
      readonly fieldErrors?: Readonly<Record<string, readonly { readonly message?: string }[]>>;
    };
  };
}

/**
 * The error of Salesforce about a record that it does not save.
 * https://developer.salesforce.com/docs/platform/lwc/guide/data-error.html
 */
function refusalOf(fault: unknown): { readonly message?: string; readonly isDuplicate: boolean } {
  const { body } = fault as UiApiFault;
  const [first] = [
    ...(body?.output?.errors ?? []),
    ...Object.values(body?.output?.fieldErrors ?? {}).flat(),
  ] as readonly { readonly errorCode?: string; readonly message?: string }[];
  return {
    message: first?.message ?? body?.message,
    isDuplicate: first?.errorCode === 'DUPLICATES_DETECTED',
  };
}

const problem = (code: string, message: string, hint: string): Problem & Error =>
  Object.assign(new Error(message), { code, message, hint });
