import type { Call, Customer, OpportunityOnCall } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
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
  const { contactId, name, phone, place } = call.customer;
  if (contactId === customer.contactId) return happens();
  if (contactId) return refuse(refusal('customer_known', { values: { name } }));
  return happens({
    type: 'CustomerLinked',
    customer: { ...customer, ...(phone && { phone }), ...(place && { place }) },
    ...(opportunity && { opportunity }),
    at: now,
  });
}
