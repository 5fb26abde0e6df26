import { connectedParticipant, hasTakenOver, repOnCall, type Call } from '../call/call.ts';
import { happens, refuse, type Decision } from '../call/events.ts';
import type { Person } from '../call/people.ts';
import { refusal } from '../call/refusals.ts';
import { cancelOpenTransfer, colleagueParticipant, requestedTransfer } from '../call/transfer.ts';
import { handOver } from '../carrier/handOver.ts';

/** Transfers of a call to a colleague. Pure: state + command + now → events or refusal. */

export interface RequestTransfer {
  readonly transferId: string;
  readonly rep: Person;
  /** The person with the requested id, if the org has one. */
  readonly colleague: Person | undefined;
  readonly isBusy: boolean;
  readonly completesItself: boolean;
}

/** Dials the colleague into the call. It stays the rep's call until it is handed over. */
export function decideTransfer(
  call: Call,
  { transferId, rep, colleague, isBusy, completesItself }: RequestTransfer,
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.transfer?.transferId === transferId) return happens();
  if (call.status !== 'live' || !connectedParticipant(call, 'customer'))
    return refuse(refusal('call_not_live', { wording: 'call_not_live.transfer' }));
  if (call.interventions.some(hasTakenOver)) return refuse(refusal('takeover_in_progress'));
  if (!connectedParticipant(call, 'rep')) return refuse(refusal('rep_not_present'));
  if (isTransferOpen(call)) return refuse(refusal('transfer_pending'));
  if (
    !colleague?.active ||
    colleague.orgId !== call.orgId ||
    !colleague.roles.includes('rep') ||
    colleague.userId === rep.userId
  )
    return refuse(refusal('colleague_unknown'));
  if (isBusy || colleagueParticipant(call, colleague.userId))
    return refuse(
      refusal('colleague_busy', {
        wording: 'colleague_busy.named',
        values: { who: colleague.name },
      }),
    );
  return happens(
    {
      type: 'TransferRequested',
      transfer: {
        transferId,
        to: repOnCall(colleague),
        requestedAt: now,
        completesItself,
        status: 'requested',
      },
      at: now,
    },
    { type: 'ParticipantDialled', party: { role: 'colleague', userId: colleague.userId }, at: now },
  );
}

/** Hands the call over to the colleague who is connected. */
export function decideHandOver(call: Call, { rep }: { rep: Person }, now: string): Decision {
  const isDone =
    (call.transfer?.status === 'handing_over' || call.transfer?.status === 'completed') &&
    call.pastReps?.at(-1)?.rep.userId === rep.userId;
  if (isDone) return happens();
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  const transfer = requestedTransfer(call);
  if (call.status !== 'live' || !transfer) return refuse(refusal('no_transfer'));
  if (call.interventions.some(hasTakenOver)) return refuse(refusal('takeover_in_progress'));
  if (colleagueParticipant(call, transfer.to.userId)?.status !== 'connected')
    return refuse(refusal('colleague_not_there'));
  return happens(...handOver(call, now));
}

/** Cancels the transfer: the rep keeps the call, and the colleague is removed. */
export function decideTransferCancel(call: Call, { rep }: { rep: Person }, now: string): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.transfer?.status === 'cancelled') return happens();
  return requestedTransfer(call)
    ? happens(...cancelOpenTransfer(call, 'taken_back', now))
    : refuse(refusal('no_transfer'));
}

const isTransferOpen = ({ transfer }: Call): boolean =>
  transfer?.status === 'requested' || transfer?.status === 'handing_over';

/** Whether this person talks on one of these calls, supervises one, or is dialed for one. */
export const isBusyOn = (calls: readonly Call[], userId: string): boolean =>
  calls.some(
    (call) =>
      (call.rep.userId === userId &&
        call.participants.some(({ party, status }) => party.role === 'rep' && status !== 'left')) ||
      requestedTransfer(call)?.to.userId === userId ||
      colleagueParticipant(call, userId) !== undefined ||
      call.interventions.some((i) => i.supervisor.userId === userId && i.status !== 'ended'),
  );
