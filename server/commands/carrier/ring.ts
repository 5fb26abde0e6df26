import type { Call, Party } from '../../domain/call/call.ts';
import { isPractice } from '../../domain/call/purpose.ts';
import { lostRep, openRepLoss } from '../../domain/call/repLoss.ts';
import { currentRingStep, rungRep } from '../../domain/call/ringing.ts';
import { transferRung, transferStep } from '../../domain/call/transfer.ts';
import { observe } from '../../domain/carrier/observe.ts';
import { pendingActions } from '../../domain/carrier/pendingActions.ts';
import type { ConferenceControl, Log } from '../../ports/index.ts';
import { applyEvents } from '../transact/applyEvents.ts';
import type { ChangeCallDeps } from '../transact/changeCall.ts';
import { attemptAction } from './attempt.ts';

export interface RingDeps extends ChangeCallDeps {
  readonly control: Pick<
    ConferenceControl,
    'ringRep' | 'ringColleague' | 'dialCustomer' | 'dialPracticeCustomer' | 'stopRinging'
  >;
  readonly log: Log;
}

/**
 * Rings the customer's phone or a rep's softphone into the call, or has the scripted customer of a
 * practice call answer: the rep's whose call it is, or one
 * of those who can take an inbound call or one that is transferred to a group. A customer without a
 * number is not rung. One colleague to whom the call is transferred is rung by the transfer, and a
 * guest by the invitation.
 */
export async function ring(deps: RingDeps, call: Call, party: Party): Promise<void> {
  const { callId, orgId, rep, customer, callerId, answering } = call;
  const seconds = currentRingStep(call)?.seconds;
  const loss = openRepLoss(call);
  const lostRepName = loss && lostRep(loss).name;
  await attemptAction(deps, call, {
    action: `dial ${party.role}`,
    act: async () => {
      if (party.role === 'rep')
        await nameRing(
          deps,
          call,
          await deps.control.ringRep({
            callId,
            orgId,
            repUserId: rep.userId,
            customerName: customer.name,
            seconds,
            lostRepName,
          }),
        );
      else if (party.role === 'colleague' && rungRep(call, party.userId))
        await deps.control.ringColleague({
          callId,
          orgId,
          userId: party.userId,
          customerName: customer.name,
          seconds,
          lostRepName,
        });
      else if (
        party.role === 'colleague' &&
        transferRung(call).some(({ userId }) => userId === party.userId)
      )
        await deps.control.ringColleague({
          callId,
          orgId,
          userId: party.userId,
          customerName: customer.name,
          repName: rep.name,
          seconds: transferStep(call)?.seconds,
        });
      else if (party.role === 'customer' && isPractice(call))
        await deps.control.dialPracticeCustomer({ callId, orgId });
      else if (party.role === 'customer' && customer.phone)
        await deps.control.dialCustomer({
          callId,
          orgId,
          phone: customer.phone,
          ...(callerId && { callerId: callerId.number }),
          ...(answering && { detectsMachine: true }),
        });
    },
  });
}

/**
 * The carrier's answer names the ring of a rep, as its report does that may come before, later or
 * never. It is stopped at once if the rep is on the call by another connection already, or the call
 * is over.
 */
async function nameRing(deps: RingDeps, { callId }: Call, connectionId: string): Promise<void> {
  const named = await applyEvents(deps, { callId }, (call, now) =>
    observe(
      call,
      {
        type: 'participant-status',
        callId,
        party: { role: 'rep' },
        connectionId,
        status: 'ringing',
        isForCall: true,
        at: now,
      },
      now,
    ),
  );
  if (named.status !== 'applied' || named.events.length === 0) return;
  const { call } = named;
  for (const action of pendingActions(call))
    if (action.do === 'stop-ringing' && action.connectionId === connectionId)
      await attemptAction(deps, call, {
        action: action.do,
        act: () =>
          deps.control.stopRinging({
            conferenceId: call.conferenceId ?? '',
            party: action.party,
            connectionId,
          }),
      });
}
