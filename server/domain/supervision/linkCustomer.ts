import type { Call, Customer, OpportunityOnCall } from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import { involvesRep } from '../call/transfer.ts';

/**
 * Puts a call from an unknown customer on the record that they have now. A call that has a record
 * stays on it.
 */
export function decideCustomerLink(
  call: Call,
  {
    rep,
    customer,
    opportunity,
  }: {
    readonly rep: Person;
    /** The contact or lead with the customer's number. */
    readonly customer: Customer;
    readonly opportunity?: OpportunityOnCall;
  },
  now: string,
): Decision {
  if (!involvesRep(call, rep.userId)) return refuse(refusal('not_your_call'));
  const { contactId, name } = call.customer;
  if (contactId === customer.contactId) return happens();
  if (contactId) return refuse(refusal('customer_known', { values: { name } }));
  return happens(linkedCustomer(call, { customer, opportunity }, now));
}

/** The customer of this call is the one of the record, with the number of the call. */
export function linkedCustomer(
  call: Call,
  {
    customer,
    opportunity,
  }: { readonly customer: Customer; readonly opportunity?: OpportunityOnCall },
  at: string,
): CallEvent {
  const { phone, place } = call.customer;
  return {
    type: 'CustomerLinked',
    customer: { ...customer, ...(phone && { phone }), ...(place && { place }) },
    ...(opportunity && { opportunity }),
    at,
  };
}
