import type { Call } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { decideCustomerLink } from '../../domain/supervision/linkCustomer.ts';
import { actorOf } from '../transact/actor.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import { callAfter, decideOn } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';
import { recordsOfCall, type WrapUpDeps } from './wrapUpCall.ts';

/**
 * Links a call from an unknown customer to a contact or lead, which must have the customer's number.
 * Throws CrmUnavailable.
 */
export async function linkCustomer(
  deps: WrapUpDeps,
  rep: Person,
  { callId, contactId }: { readonly callId: string; readonly contactId: string },
): Promise<Result<Call>> {
  const found = await recordsOfCall(deps, rep, { callId });
  if ('refusal' in found) return found;
  const record = found.ok.subjects.find(({ customer }) => customer.contactId === contactId);
  if (!record)
    return refuseAudited(deps, rep, {
      attempt: { action: 'LinkCustomer', callId },
      why: refusal('record_not_offered'),
    });
  const { customer, opportunity } = record;
  return callAfter(
    await decideOn(
      deps,
      { orgId: rep.orgId, callId, action: 'LinkCustomer', actor: actorOf(rep) },
      (call, now) => decideCustomerLink(call, { rep, customer, opportunity }, now),
    ),
  );
}
