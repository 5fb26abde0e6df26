import {
  connectedParticipant,
  hasTakenOver,
  repOnCall,
  type Call,
  type TransferGroup,
} from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import { isGuest } from '../call/guest.ts';
import { manages, type Person } from '../call/people.ts';
import { isPractice } from '../call/purpose.ts';
import { refusal, type Refusal } from '../call/refusals.ts';
import { cancelOpenTransfer, colleagueParticipant, requestedTransfer } from '../call/transfer.ts';
import { beginTalkHold } from '../carrier/followGuests.ts';
import { handOver } from '../carrier/handOver.ts';

/**
 * Transfers of a call to a colleague, a supervisor or a group. Pure: state + command + now → events
 * or refusal.
 */

interface TransferRequested {
  readonly transferId: string;
  readonly rep: Person;
  readonly completesItself: boolean;
  /** The customer is on hold until the rep has talked with whoever answers. */
  readonly holdsCustomer?: boolean;
}

export interface RequestTransfer extends TransferRequested {
  /** The person with the requested id, if the org has one. */
  readonly colleague: Person | undefined;
  readonly isBusy: boolean;
}

export interface RequestGroupTransfer extends TransferRequested {
  /** The group that was asked for, if the org has it. */
  readonly group: Pick<TransferGroup, 'name' | 'steps'> | undefined;
}

/** Why a call cannot be transferred now, whoever is to get it. */
function obstacleToTransfer(call: Call): Refusal | undefined {
  if (call.status !== 'live' || !connectedParticipant(call, 'customer'))
    return refusal('call_not_live', { wording: 'call_not_live.transfer' });
  if (isPractice(call)) return refusal('practice_call');
  if (call.interventions.some(hasTakenOver)) return refusal('takeover_in_progress');
  if (!connectedParticipant(call, 'rep'))
    return refusal('rep_not_present', { wording: 'rep_not_present.yourself' });
  return isTransferOpen(call) ? refusal('transfer_pending') : undefined;
}

/**
 * Dials the colleague, or a manager of the rep, into the call. It stays the rep's call until it is
 * handed over. A supervisor who is on the call is not dialed: it is theirs once they take over.
 */
export function decideTransfer(
  call: Call,
  { transferId, rep, colleague, isBusy, completesItself, holdsCustomer = false }: RequestTransfer,
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.transfer?.transferId === transferId) return happens();
  const obstacle = obstacleToTransfer(call);
  if (obstacle) return refuse(obstacle);
  if (
    !colleague?.active ||
    colleague.orgId !== call.orgId ||
    !(
      colleague.roles.includes('rep') ||
      manages(colleague, call.rep) ||
      isOnCall(call, colleague)
    ) ||
    colleague.userId === rep.userId
  )
    return refuse(refusal('colleague_unknown'));
  if (isOnCall(call, colleague))
    return happens({
      type: 'TransferRequested',
      transfer: {
        transferId,
        to: repOnCall(colleague),
        requestedAt: now,
        completesItself: false,
        status: 'requested',
        by: 'takeover',
      },
      at: now,
    });
  if (isBusy || colleagueParticipant(call, colleague.userId) || isGuest(call, colleague.userId))
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
    ...beginTalkHold(call, holdsCustomer, now),
  );
}

/** Rings a group, step by step, as inbound calls do. Whoever answers first gets the call. */
export function decideGroupTransfer(
  call: Call,
  { transferId, rep, group, completesItself, holdsCustomer = false }: RequestGroupTransfer,
  now: string,
): Decision {
  if (call.rep.userId !== rep.userId) return refuse(refusal('not_your_call'));
  if (call.transfer?.transferId === transferId) return happens();
  const obstacle = obstacleToTransfer(call);
  if (obstacle) return refuse(obstacle);
  if (!group) return refuse(refusal('group_unknown'));
  const first = group.steps[0];
  const to = first?.reps[0];
  if (!first || !to) return refuse(refusal('nobody_free'));
  return happens(
    {
      type: 'TransferRequested',
      transfer: {
        transferId,
        to,
        requestedAt: now,
        completesItself,
        status: 'requested',
        group: { ...group, step: 0, stepSince: now, isTaken: false },
      },
      at: now,
    },
    ...first.reps.map(({ userId }): CallEvent => ({
      type: 'ParticipantDialled',
      party: { role: 'colleague', userId },
      at: now,
    })),
    ...beginTalkHold(call, holdsCustomer, now),
  );
}

/** Whether this person currently supervises the call and has heard it. */
const isOnCall = (call: Call, { userId }: Person): boolean =>
  call.interventions.some(
    (i) => i.supervisor.userId === userId && i.status === 'active' && !i.leaving,
  );

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
      isGuest(call, userId) ||
      call.interventions.some((i) => i.supervisor.userId === userId && i.status !== 'ended'),
  );
