import type { Call } from '../../domain/call/call.ts';
import { endedRepCall, talkedSeconds } from '../../domain/call/repCalls.ts';
import { subjectOfRepCall, wrapUpOf } from '../../domain/call/wrapUp.ts';
import { heardMeanwhile } from '../../domain/carrier/oneMoment.ts';
import { readableNumber } from '../../domain/numbers/readable.ts';
import type { CallSubject } from '../../ports/index.ts';

export type RepCallView = NonNullable<ReturnType<typeof repCallView>>;

/** A rep's own ended call, on the record that it belongs to; undefined while it is not over. */
export function repCallView(call: Call, userId: string) {
  const own = endedRepCall(call, userId);
  if (!own) return undefined;
  const { customer, opportunity } = subjectOfRepCall(call, userId);
  const name = readableNumber(customer.name, call.rep.place?.country);
  const wrapUp = wrapUpOf(call, userId);
  return {
    callId: call.callId,
    direction: call.direction,
    startedAt: own.startedAt,
    endedAt: own.endedAt,
    talkedSeconds: talkedSeconds(own),
    result: own.result,
    isAssisted: own.isAssisted,
    customerHeard: heardMeanwhile(call),
    phone: call.customer.phone,
    record: callRecordView({ customer: { ...customer, name }, opportunity }),
    wrapUp: wrapUp && {
      disposition: wrapUp.disposition,
      notes: wrapUp.notes,
      followUp: wrapUp.followUp,
      at: wrapUp.at,
    },
  };
}

/** A record that a call can be logged on. Without a contact, the call is logged on none. */
export const callRecordView = ({
  customer,
  opportunity,
}: Pick<CallSubject, 'customer' | 'opportunity'>) => ({
  name: customer.name,
  contactId: customer.contactId,
  accountName: customer.accountName,
  opportunityId: opportunity?.opportunityId,
  opportunityName: opportunity?.name,
});

/** How a rep's new call connects: the rep's own device is rung, or the softphone connects. */
export const connectionFor = ({ callId, participants }: Call) =>
  participants.some(({ party, status }) => party.role === 'rep' && status === 'ringing')
    ? { ringing: true as const }
    : { params: { callId } };
