import {
  connectedParticipant,
  interventionOf,
  type Call,
  type Intervention,
  type Party,
  type Transfer,
  type TransferEnd,
} from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { evolveAll } from '../call/evolve.ts';
import { isHeardByRepOnly, JOIN_MODE } from '../call/modes.ts';
import {
  cancelOpenTransfer,
  colleagueParticipant,
  isTransferTarget,
  leavingRepOf,
  requestedTransfer,
  transferRung,
  transferStep,
} from '../call/transfer.ts';
import { noticesFor } from '../notices/notices.ts';
import { isWhisperAtHandOver, silenceStep } from './silence.ts';
import type { Step } from './steps.ts';

/** The events about a transfer when parties join and leave, and the steps of handing over. */

/** The colleague did not answer, or could not be dialed. */
export const colleagueNotReached = (
  call: Call,
  userId: string,
  { because, now }: { readonly because: TransferEnd; readonly now: string },
): CallEvent[] => [
  { type: 'ParticipantLeft', party: { role: 'colleague', userId }, at: now },
  ...(isTransferTarget(call, userId) ? ringNextOfGroup(call, userId, { because, now }) : []),
  // A former rep who was still rung, because the connection was lost, has nothing to be taken off.
  ...(leavingRepOf(call)?.userId === userId
    ? [{ type: 'TransferCompleted' as const, at: now }]
    : []),
];

/**
 * The next step of a group, once the current one has stopped ringing; after the last one the rep
 * keeps the call.
 */
function ringNextOfGroup(
  call: Call,
  userId: string,
  { because, now }: { readonly because: TransferEnd; readonly now: string },
): CallEvent[] {
  const group = requestedTransfer(call)?.group;
  if (!group || group.isTaken) return cancelOpenTransfer(call, because, now);
  const others = transferRung(call).filter((rep) => rep.userId !== userId);
  if (others.some((rep) => colleagueParticipant(call, rep.userId))) return [];
  const step = group.step + 1;
  const next = group.steps[step];
  if (!next) return cancelOpenTransfer(call, 'not_answered', now);
  return [
    { type: 'TransferStepBegan', step, at: now },
    ...next.reps.map((rep): CallEvent => ({
      type: 'ParticipantDialled',
      party: { role: 'colleague', userId: rep.userId },
      at: now,
    })),
  ];
}

/**
 * The transfer after a party has joined: a cold one is handed over, and so is one whose rep has
 * left.
 */
export function transferAfterJoin(call: Call, party: Party, now: string): CallEvent[] {
  const transfer = requestedTransfer(call);
  if (party.role !== 'colleague' || !transfer || !isTransferTarget(call, party.userId)) return [];
  const taken: CallEvent[] = transferStep(call)
    ? [{ type: 'TransferTaken', userId: party.userId, at: now }]
    : [];
  return transfer.completesItself || !connectedParticipant(call, 'rep')
    ? [...taken, ...handOver(evolveAll(call, taken), now)]
    : taken;
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
    if (transfer.by === 'takeover') return cancelWithoutSupervisor(call, transfer, { party, now });
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

/** A supervisor who has gone cannot take over what the rep wanted to hand to them. */
function cancelWithoutSupervisor(
  call: Call,
  { to }: Transfer,
  { party, now }: { readonly party: Party; readonly now: string },
): CallEvent[] {
  const left =
    party.role === 'supervisor'
      ? interventionOf(call, party.interventionId)?.supervisor
      : undefined;
  return left?.userId === to.userId ? cancelOpenTransfer(call, 'colleague_left', now) : [];
}

/** A transfer to a supervisor on the call is done once they have taken over. */
export function transferAfterTakeover(
  call: Call,
  intervention: Intervention,
  now: string,
): CallEvent[] {
  const transfer = requestedTransfer(call);
  return transfer?.by === 'takeover' && transfer.to.userId === intervention.supervisor.userId
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
        ? noticesFor(after, i, {
            mode: i.pending?.mode === JOIN_MODE ? JOIN_MODE : i.mode,
            now,
          }).filter(({ type }) => type === 'NoticeGiven')
        : [],
    ),
    ...(colleagueParticipant(after, leavingRepOf(after)?.userId)
      ? []
      : [{ type: 'TransferCompleted' as const, at: now }]),
  ];
}

/**
 * Removes the rep who has handed the call over. After each step the customer has somebody to talk
 * to, and no whisper goes to a connection that is about to be removed.
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
