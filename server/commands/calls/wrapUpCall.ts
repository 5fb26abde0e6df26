import type { Call, FollowUp, WrapUpSubject } from '../../domain/call/call.ts';
import type { Person } from '../../domain/call/people.ts';
import { refusal } from '../../domain/call/refusals.ts';
import { involvesRep } from '../../domain/call/transfer.ts';
import { decideWrapUp } from '../../domain/supervision/wrapUp.ts';
import {
  CrmUnavailable,
  type CallLoggingSource,
  type CallSubject,
  type CustomerLookup,
  type FoundSubjects,
  type Store,
} from '../../ports/index.ts';
import { actorOf } from '../transact/actor.ts';
import { refuseAudited } from '../transact/auditEntries.ts';
import { callAfter, decideOn, type DecideOnDeps } from '../transact/decideOn.ts';
import type { Result } from '../transact/result.ts';

export interface WrapUpDeps extends DecideOnDeps {
  readonly store: DecideOnDeps['store'] & Pick<Store, 'loadCall' | 'findCallsToWrapUp'>;
  readonly customers: Pick<CustomerLookup, 'candidates'>;
  readonly callLogging: CallLoggingSource;
}

export interface WrapUpInput {
  readonly callId: string;
  readonly disposition: string;
  readonly notes?: string;
  readonly followUp?: FollowUp;
  /** A contact or lead with the customer's number, or `none`. */
  readonly about?: { readonly contactId: string } | 'none';
}

/** The most calls of a rep that are listed; the total is shown beside them. */
const LISTED = 50;

/**
 * Stores a rep's wrap-up of their own ended call; the outbox delivers it to the CRM. Asks the CRM
 * only if the rep moves the call to another record, and throws CrmUnavailable then.
 */
export async function wrapUpCall(
  deps: WrapUpDeps,
  rep: Person,
  { callId, about, ...said }: WrapUpInput,
): Promise<Result<Call>> {
  const chosen = about && (await chosenSubject(deps, rep, { callId, about }));
  if (chosen && 'refusal' in chosen) return chosen;
  return callAfter(
    await decideOn(
      deps,
      { orgId: rep.orgId, callId, action: 'WrapUpCall', actor: actorOf(rep) },
      (call, now) => decideWrapUp(call, { ...said, rep, about: chosen?.ok }, now),
    ),
  );
}

/**
 * The contacts and leads with the customer's number, to choose from. Throws CrmUnavailable. A call
 * that is not this rep's is as unknown as none.
 */
export async function recordsOfCall(
  deps: WrapUpDeps,
  rep: Person,
  { callId }: { readonly callId: string },
): Promise<Result<FoundSubjects>> {
  const call = await deps.store.loadCall(callId);
  if (!call || call.orgId !== rep.orgId || !involvesRep(call, rep.userId))
    return refuseAudited(deps, rep, {
      attempt: { action: 'ListCallRecords', callId },
      why: refusal('call_not_found'),
    });
  const { phone } = call.customer;
  return {
    ok: phone
      ? await deps.customers.candidates(rep.orgId, phone)
      : { subjects: [], areMore: false },
  };
}

/** The rep's ended calls without a wrap-up, newest first, and how many there are. */
export async function callsToWrapUp(
  { store, callLogging }: Pick<WrapUpDeps, 'store' | 'callLogging'>,
  { orgId, userId }: Person,
): Promise<{ readonly calls: readonly Call[]; readonly total: number }> {
  const logging = await callLogging.of(orgId).catch(allWhenAway);
  if (logging === 'none') return { calls: [], total: 0 };
  return store.findCallsToWrapUp({
    orgId,
    userId,
    onOpportunityOnly: logging === 'opportunity',
    limit: LISTED,
  });
}

/** A rep may write on records that the number leads to, and on no others. */
async function chosenSubject(
  deps: WrapUpDeps,
  rep: Person,
  { callId, about }: { readonly callId: string; readonly about: NonNullable<WrapUpInput['about']> },
): Promise<Result<WrapUpSubject>> {
  if (about === 'none') return { ok: {} };
  const found = await recordsOfCall(deps, rep, { callId });
  if ('refusal' in found) return found;
  // The contact that was found first comes with the call's own opportunity.
  const call = await deps.store.loadCall(callId);
  const chosen = [...(call ? [call] : []), ...found.ok.subjects].find(
    ({ customer }) => customer.contactId === about.contactId,
  );
  return chosen
    ? { ok: subjectOf(chosen) }
    : refuseAudited(deps, rep, {
        attempt: { action: 'WrapUpCall', callId },
        why: refusal('record_not_offered'),
      });
}

function subjectOf({
  customer,
  opportunity,
}: Pick<CallSubject, 'customer' | 'opportunity'>): WrapUpSubject {
  const { name, contactId, accountId, accountName } = customer;
  return {
    name,
    ...(contactId && { contactId }),
    ...(accountId && { accountId }),
    ...(accountName && { accountName }),
    ...(opportunity && { opportunity }),
  };
}

function allWhenAway(problem: unknown): 'all' {
  if (problem instanceof CrmUnavailable) return 'all';
  throw problem;
}
