import { connectedParticipant, type Call, type Party, type TransferEnd } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { isHeardByRepOnly, JOIN_MODE } from '../call/modes.ts';
import {
  cancelOpenTransfer,
  colleagueParticipant,
  leavingRepOf,
  requestedTransfer,
} from '../call/transfer.ts';
import { noticesFor } from '../notices/notices.ts';
import { isWhisperAtHandOver, silenceStep } from './silence.ts';
import type { Step } from './steps.ts';

/** What follows for a transfer when parties join and leave, and the steps of handing over. */

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
export function handOver(call: Call, now: string): CallEvent[] {
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
      i.status === 'active' && !i.leaving
        ? noticesFor(after, i, i.pending?.mode === JOIN_MODE ? JOIN_MODE : i.mode, now).filter(
            ({ type }) => type === 'NoticeGiven',
          )
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
        ? [silenceStep(call, participant.connectionId, leaver.connectionId)]
        : [],
    ),
    { do: 'set', connectionId: leaver.connectionId, endsCall: false },
    { do: 'remove', connectionId: leaver.connectionId },
  ];
}
