import type { Call, Customer, OpportunityOnCall, WrapUp } from './call.ts';
import { endedRepCalls } from './repCalls.ts';

/** This rep's wrap-up of the call; undefined if not given yet. */
export const wrapUpOf = (call: Call, userId: string): WrapUp | undefined =>
  call.wrapUps?.find(({ repUserId }) => repUserId === userId);

/** The customer and the opportunity of a rep's call, by what the rep chose. */
export function subjectOfRepCall(
  call: Call,
  userId: string,
): { readonly customer: Customer; readonly opportunity?: OpportunityOnCall } {
  const about = wrapUpOf(call, userId)?.about;
  if (!about) return { customer: call.customer, opportunity: call.opportunity };
  const { name, contactId, accountId, accountName, opportunity } = about;
  const { phone, place } = call.customer;
  return {
    customer: {
      name: name ?? phone ?? call.customer.name,
      ...(phone && { phone }),
      ...(contactId && { contactId }),
      ...(accountId && { accountId }),
      ...(accountName && { accountName }),
      ...(place && { place }),
    },
    ...(opportunity && { opportunity }),
  };
}

/** The reps whose call is over and who have not said how it went. */
export const wrapUpDueBy = (call: Call): string[] =>
  endedRepCalls(call)
    .map(({ rep }) => rep.userId)
    .filter((userId) => !wrapUpOf(call, userId));
