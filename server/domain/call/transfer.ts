import { unreachable } from '../unreachable.ts';
import type { Call, Participant, RepOnCall, RingStep, Transfer, TransferEnd } from './call.ts';
import { isGuest } from './guest.ts';

export type TransferEvent =
  | { readonly type: 'TransferRequested'; readonly transfer: Transfer; readonly at: string }
  /** The next of a group are rung. */
  | { readonly type: 'TransferStepBegan'; readonly step: number; readonly at: string }
  /** Somebody of a group has answered. */
  | { readonly type: 'TransferTaken'; readonly userId: string; readonly at: string }
  | { readonly type: 'CallHandedOver'; readonly at: string }
  | { readonly type: 'TransferCompleted'; readonly at: string }
  | { readonly type: 'TransferCancelled'; readonly because: TransferEnd; readonly at: string };

/** The transfer that is not completed yet, if any. */
export const requestedTransfer = ({ transfer }: Call): Transfer | undefined =>
  transfer?.status === 'requested' ? transfer : undefined;

/** The reps of a group who are rung now to take the call by a transfer. */
export function transferRung(call: Call): readonly RepOnCall[] {
  const group = requestedTransfer(call)?.group;
  return (group && !group.isTaken && group.steps[group.step]?.reps) || [];
}

/** The step of the group that is rung now for a transfer. */
export const transferStep = (call: Call): RingStep | undefined => {
  const group = requestedTransfer(call)?.group;
  return group && !group.isTaken ? group.steps[group.step] : undefined;
};

/** Whether this person is rung, or was chosen, to take the call by a transfer. */
export const isTransferTarget = (call: Call, userId: string): boolean => {
  const transfer = requestedTransfer(call);
  if (!transfer || transfer.by === 'takeover') return false;
  return transferStep(call)
    ? transferRung(call).some((rep) => rep.userId === userId)
    : transfer.to.userId === userId;
};

/** The participant of this colleague, or of the rep who hands the call over, that has not left. */
export const colleagueParticipant = (
  call: Call,
  userId: string | undefined,
): Participant | undefined =>
  call.participants.find(
    ({ party, status }) =>
      party.role === 'colleague' && party.userId === userId && status !== 'left',
  );

/** The rep who must be removed while a call is handed over. */
export const leavingRepOf = ({ transfer, pastReps }: Call): RepOnCall | undefined =>
  transfer?.status === 'handing_over' ? pastReps?.at(-1)?.rep : undefined;

/** The rep who had the call at that time. */
export const repAt = ({ rep, pastReps }: Call, at: string): RepOnCall =>
  pastReps?.find(({ until }) => at <= until)?.rep ?? rep;

/** Whether this person is the call's rep, was its rep, or will become its rep by a transfer. */
export const involvesRep = (call: Call, userId: string): boolean =>
  call.rep.userId === userId ||
  requestedTransfer(call)?.to.userId === userId ||
  isTransferTarget(call, userId) ||
  isGuest(call, userId) ||
  call.pastReps?.some(({ rep }) => rep.userId === userId) === true;

/**
 * The call after an event of a transfer. The party of a connection changes here, because its label
 * at the carrier cannot change.
 */
export function evolveTransfer(call: Call, event: TransferEvent): Call {
  if (event.type === 'TransferRequested') return { ...call, transfer: event.transfer };
  const { transfer, at } = { transfer: call.transfer, at: event.at };
  if (!transfer) return call;
  switch (event.type) {
    case 'TransferStepBegan': {
      const { group } = transfer;
      const first = group?.steps[event.step]?.reps[0];
      return group && first
        ? {
            ...call,
            transfer: {
              ...transfer,
              to: first,
              group: { ...group, step: event.step, stepSince: at },
            },
          }
        : call;
    }
    case 'TransferTaken': {
      const taker = transferRung(call).find(({ userId }) => userId === event.userId);
      return taker && transfer.group
        ? {
            ...call,
            transfer: { ...transfer, to: taker, group: { ...transfer.group, isTaken: true } },
          }
        : call;
    }
    case 'CallHandedOver':
      return transfer.status !== 'requested'
        ? call
        : {
            ...withRep(call, transfer.to),
            transfer: { ...transfer, status: 'handing_over' },
            pastReps: [...(call.pastReps ?? []), { rep: call.rep, until: at }],
          };
    case 'TransferCompleted':
      return { ...call, transfer: { ...transfer, status: 'completed', at } };
    case 'TransferCancelled': {
      const leaver = leavingRepOf(call);
      const back = leaver
        ? { ...withRep(call, leaver), pastReps: call.pastReps?.slice(0, -1) }
        : call;
      return {
        ...back,
        transfer: { ...transfer, status: 'cancelled', because: event.because, at },
      };
    }
    default:
      return unreachable(event);
  }
}

/** The call of another rep: the one before is a colleague who is still there. */
export function withRep(call: Call, rep: RepOnCall): Call {
  const changed = (participant: Participant): Participant => {
    if (participant.status === 'left') return participant;
    if (participant.party.role === 'rep')
      return { ...participant, party: { role: 'colleague', userId: call.rep.userId } };
    return participant.party.role === 'colleague' && participant.party.userId === rep.userId
      ? { ...participant, party: { role: 'rep' } }
      : participant;
  };
  return { ...call, rep, participants: call.participants.map(changed) };
}

/** Cancels a requested transfer, if any. */
export const cancelOpenTransfer = (
  call: Call,
  because: TransferEnd,
  now: string,
): TransferEvent[] =>
  requestedTransfer(call) ? [{ type: 'TransferCancelled', because, at: now }] : [];
