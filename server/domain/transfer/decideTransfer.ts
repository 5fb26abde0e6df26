import {
  connectedParticipant,
  hasTakenOver,
  repOnCall,
  type Call,
  type Party,
  type TransferEnd,
} from '../call/call.ts';
import { happens, refuse, type CallEvent, type Decision } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { noticesFor } from '../notices/notices.ts';
import type { Person } from '../people/people.ts';
import { refusal } from '../refusals.ts';
import { isWhisperAtHandOver, silenceStep } from '../carrier/silence.ts';
import type { Step } from '../carrier/steps.ts';
import { requestedTransfer, colleagueParticipant, leavingRepOf } from './transfer.ts';
import { isHeardByRepOnly, JOIN_MODE } from '../call/modes.ts';

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

/** Cancels a transfer that is requested, if there is one. */
export const cancelOpenTransfer = (call: Call, because: TransferEnd, now: string): CallEvent[] =>
  requestedTransfer(call) ? [{ type: 'TransferCancelled', because, at: now }] : [];

/** The colleague did not answer, or could not be dialed. */
export const colleagueNotReached = (
  call: Call,
  userId: string,
  because: TransferEnd,
  now: string,
): CallEvent[] => [
  { type: 'ParticipantLeft', party: { role: 'colleague', userId }, at: now },
  ...(requestedTransfer(call)?.to.userId === userId ? cancelOpenTransfer(call, because, now) : []),
];

/**
 * The transfer after a party has joined: a cold one is handed over, and so is one whose rep has
 * left.
 */
export function transferAfterJoin(call: Call, party: Party, now: string): CallEvent[] {
  const transfer = requestedTransfer(call);
  if (party.role !== 'colleague' || transfer?.to.userId !== party.userId) return [];
  return transfer.completesItself || !connectedParticipant(call, 'rep') ? handOver(call, now) : [];
}

/**
 * The transfer after a party has left. The customer keeps the rep or the colleague who is still
 * connected.
 */
export function transferAfterLeave(call: Call, party: Party, now: string): CallEvent[] {
  const { transfer } = call;
  if (call.status !== 'live') return [];
  if (transfer?.status === 'requested') {
    const isThere = colleagueParticipant(call, transfer.to.userId)?.status === 'connected';
    if (party.role === 'rep') return isThere ? handOver(call, now) : [];
    return party.role === 'colleague' && party.userId === transfer.to.userId
      ? cancelOpenTransfer(call, 'colleague_left', now)
      : [];
  }
  const leaver = leavingRepOf(call);
  if (!leaver) return [];
  if (party.role === 'rep')
    return colleagueParticipant(call, leaver.userId)
      ? [{ type: 'TransferCancelled', because: 'colleague_left', at: now }]
      : [];
  return party.role === 'colleague' && party.userId === leaver.userId
    ? [{ type: 'TransferCompleted', at: now }]
    : [];
}

/**
 * Makes it the colleague's call. Whispers to the former rep are silenced, and the new rep gets the
 * notices of the supervisors.
 */
function handOver(call: Call, now: string): CallEvent[] {
  const silenced = call.interventions.filter(
    (i) => i.status === 'active' && !i.leaving && isHeardByRepOnly(i.pending?.mode ?? i.mode),
  );
  const handedOver: CallEvent[] = [
    ...silenced.map(({ interventionId }): CallEvent => ({
      type: 'ModeRequested',
      interventionId,
      pending: {
        mode: JOIN_MODE,
        requestId: `${call.transfer!.transferId}:silence`,
        requestedAt: now,
      },
      at: now,
    })),
    { type: 'CallHandedOver', at: now },
  ];
  const after = evolveAll(call, handedOver);
  return [
    ...handedOver,
    // On screen only: the customer has heard the announcements already.
    ...after.interventions.flatMap((i) =>
      i.status === 'active' && !i.leaving && !i.pending
        ? noticesFor(after, i, i.mode, now).filter(({ type }) => type === 'NoticeGiven')
        : [],
    ),
    ...(colleagueParticipant(after, leavingRepOf(after)?.userId)
      ? []
      : [{ type: 'TransferCompleted' as const, at: now }]),
  ];
}

/**
 * Removes the rep who has handed the call over. In this order the customer has somebody to talk to
 * after each step, and nobody whispers to a connection that is about to be removed.
 */
export function handOverSteps(call: Call): Step[] {
  const leaver = colleagueParticipant(call, leavingRepOf(call)?.userId);
  const rep = connectedParticipant(call, 'rep');
  if (!leaver?.connectionId || !rep?.connectionId) return [];
  return [
    ...call.participants.flatMap((participant): Step[] =>
      participant.status === 'connected' &&
      participant.connectionId &&
      isWhisperAtHandOver(call, participant)
        ? [silenceStep(participant.connectionId)]
        : [],
    ),
    { do: 'set', connectionId: rep.connectionId, endsCall: true },
    { do: 'set', connectionId: leaver.connectionId, endsCall: false },
    { do: 'remove', connectionId: leaver.connectionId },
  ];
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
      call.interventions.some((i) => i.supervisor.userId === userId && i.status !== 'ended'),
  );
