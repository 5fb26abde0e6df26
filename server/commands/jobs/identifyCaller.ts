import { repOnCall, type Call } from '../../domain/call/call.ts';
import type { CallEvent } from '../../domain/call/events.ts';
import type { Person } from '../../domain/call/people.ts';
import { isCallerUnread, isMissed, isToBeIdentified } from '../../domain/call/ringing.ts';
import { linkedCustomer } from '../../domain/supervision/linkCustomer.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type CallSubject,
  type CustomerLookup,
  type WriteResult,
} from '../../ports/index.ts';
import { whomToRing, type WhomToRingDeps } from '../calls/whomToRing.ts';
import { changeCall, type ChangeCallDeps } from '../transact/changeCall.ts';
import { deliverDue } from './deliverDue.ts';

export interface IdentifyCallerDeps extends ChangeCallDeps, WhomToRingDeps {
  readonly customers: Pick<CustomerLookup, 'byPhone'>;
}

/** The call with the caller known, or why that could not be read yet. */
export type IdentifyCaller = (call: Call) => Promise<Call | CrmProblem>;

/**
 * Saves records of calls, and before that identifies callers and owners whom the CRM could not name
 * during the call. What cannot be read yet is saved later.
 */
export const withCallersIdentified =
  <Write extends { readonly call: Call }>(
    identify: IdentifyCaller,
    save: (writes: readonly Write[]) => Promise<readonly WriteResult[]>,
  ) =>
  async (writes: readonly Write[]): Promise<readonly WriteResult[]> => {
    const identified = await Promise.all(
      writes.map(async (write) => {
        if (!isToBeIdentified(write.call)) return write;
        const call = await identify(write.call);
        return call instanceof CrmProblem ? call : { ...write, call };
      }),
    );
    return deliverDue(identified, save);
  };

/**
 * Reads who the caller is. A missed call is then the owner's; without one, somebody's of the org's
 * group, or an administrator's.
 */
export const callerIdentifier =
  (deps: IdentifyCallerDeps): IdentifyCaller =>
  async (call) => {
    const { orgId, callId } = call;
    const { phone } = call.customer;
    if (!phone) return call;
    try {
      const subject = await deps.customers.byPhone(orgId, phone);
      const { rep, isUnread } = await whomToRing(deps, orgId, subject?.ownerUserId);
      if (isMissed(call) && isUnread)
        return new CrmProblem('retry', 'the owner of a missed call could not be read', undefined, {
          isAway: true,
          fault: { code: 'caller_unread' },
        });
      if (isMissed(call) && !rep)
        return new CrmProblem('retry', 'nobody can be given a missed call', undefined, {
          fault: { code: 'missed_call_unassigned' },
        });
      const changed = await changeCall(deps, { callId, actor: { kind: 'system' } }, (now, at) => ({
        events: isToBeIdentified(now) ? identified(now, { subject, rep }, at) : [],
      }));
      return changed.status === 'applied' ? changed.call : call;
    } catch (fault) {
      if (!(fault instanceof CrmUnavailable)) throw fault;
      return new CrmProblem('retry', fault.message, undefined, { isAway: true });
    }
  };

function identified(
  call: Call,
  { subject, rep }: { readonly subject?: CallSubject; readonly rep?: Person },
  at: string,
): CallEvent[] {
  return [
    ...(subject && isCallerUnread(call) ? [linkedCustomer(call, subject, at)] : []),
    ...(isMissed(call) && rep
      ? [{ type: 'MissedCallAssigned' as const, rep: repOnCall(rep), at }]
      : []),
  ];
}
