import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { transferRung } from '../call/transfer.ts';
import { unreachable } from '../unreachable.ts';
import type { Details } from './details.ts';

type HandoverEvent = Extract<
  CallEvent,
  {
    type:
      | 'RingStepBegan'
      | 'RepsBecameReady'
      | 'RepsNotAwaited'
      | 'CallTaken'
      | 'MissedCallAssigned'
      | 'RepLost'
      | 'CustomerHeld'
      | 'CustomerReleased'
      | 'RepLossPlanned'
      | 'RepLossEnded'
      | 'RepHungUp'
      | 'CustomerHoldRequested'
      | 'TransferRequested'
      | 'TransferStepBegan'
      | 'TransferTaken'
      | 'GuestInvited'
      | 'GuestJoined'
      | 'CallLeftToGuest'
      | 'GuestEnded'
      | 'CallHandedOver'
      | 'TransferCompleted'
      | 'TransferCancelled';
  }
>;

/** The audit details of transfers, guests and lost reps. */
export function handoverDetails(event: HandoverEvent, call: Call): Details {
  switch (event.type) {
    case 'RingStepBegan':
      return {
        step: event.step,
        rungUserIds: (call.repLoss ?? call).ringing?.steps[event.step]?.reps
          .map(({ userId }) => userId)
          .join(','),
      };
    case 'RepsBecameReady':
      return { rungUserIds: event.ready.map(({ rep }) => rep.userId).join(',') };
    case 'RepsNotAwaited':
      return { notAwaitedUserIds: event.userIds.join(',') };
    case 'CallTaken':
      return { takenByUserId: event.userId };
    case 'MissedCallAssigned':
      return { repUserId: event.rep.userId };
    case 'RepLost':
    case 'CustomerHeld':
    case 'CustomerReleased':
      return { repUserId: call.rep.userId };
    case 'RepLossPlanned':
      return {
        rungUserIds: event.ringing.steps
          .flatMap(({ reps }) => reps.map(({ userId }) => userId))
          .join(','),
        returnSeconds: event.ringing.steps[0]?.seconds,
        otherwise: event.ringing.otherwise,
      };
    case 'RepLossEnded':
      return { because: event.because, repUserId: call.rep.userId };
    case 'RepHungUp':
      return { endsCall: event.endsCall };
    case 'CustomerHoldRequested':
      return { onHold: event.onHold };
    case 'TransferRequested':
      return {
        transferId: event.transfer.transferId,
        repUserId: call.rep.userId,
        toUserId: event.transfer.to.userId,
        completesItself: event.transfer.completesItself,
        ...(event.transfer.by && { by: event.transfer.by }),
        ...(event.transfer.group && {
          group: event.transfer.group.name,
          rungUserIds: event.transfer.group.steps[0]?.reps.map(({ userId }) => userId).join(','),
        }),
      };
    case 'TransferStepBegan':
      return {
        transferId: call.transfer?.transferId,
        step: event.step,
        rungUserIds: transferRung(call)
          .map(({ userId }) => userId)
          .join(','),
      };
    case 'TransferTaken':
      return { transferId: call.transfer?.transferId, takenByUserId: event.userId };
    case 'GuestInvited': {
      const { guestId, who, takesCallAtOnce } = event.guest;
      return {
        guestId,
        repUserId: call.rep.userId,
        kind: who.kind,
        ...(who.kind === 'person' && { toUserId: who.userId }),
        takesCallAtOnce,
      };
    }
    case 'GuestJoined':
    case 'CallLeftToGuest':
      return { guestId: event.guestId, repUserId: call.rep.userId };
    case 'GuestEnded':
      return { guestId: event.guestId, because: event.because };
    case 'CallHandedOver':
    case 'TransferCompleted':
      return { transferId: call.transfer?.transferId, repUserId: call.rep.userId };
    case 'TransferCancelled':
      return { transferId: call.transfer?.transferId, because: event.because };
    default:
      return unreachable(event);
  }
}
