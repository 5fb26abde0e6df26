import type { Call } from '../call/call.ts';
import type { CallEvent } from '../call/events.ts';
import { unreachable } from '../unreachable.ts';
import type { Details } from './details.ts';

type HelpEvent = Extract<
  CallEvent,
  {
    type:
      | 'HelpRequested'
      | 'HelpOfferWidened'
      | 'SummonsSent'
      | 'SummonsWidened'
      | 'SummonsAnswered'
      | 'HelpAccepted'
      | 'HelpReopened'
      | 'HelpRequestCancelled'
      | 'HelpRequestExpired';
  }
>;

/** The audit details of help requests and summonses. */
export function helpDetails(event: HelpEvent, call: Call): Details {
  switch (event.type) {
    case 'HelpRequested':
      return {
        helpRequestId: event.help.helpRequestId,
        reasonCode: event.help.reasonCode,
        ...(event.help.offer && { offeredToUserIds: event.help.offer.steps[0]?.join(',') }),
      };
    case 'HelpOfferWidened':
      return {
        helpRequestId: event.helpRequestId,
        step: event.step,
        offeredToUserIds: call.help?.offer?.steps[event.step]?.join(','),
      };
    case 'SummonsSent':
      return {
        alertId: event.summons.alertId,
        family: event.summons.family,
        summonedUserIds: event.summons.offer?.steps[0]?.join(','),
      };
    case 'SummonsWidened':
      return {
        alertId: event.alertId,
        step: event.step,
        summonedUserIds: call.summonses
          ?.find(({ alertId }) => alertId === event.alertId)
          ?.offer?.steps[event.step]?.join(','),
      };
    case 'SummonsAnswered':
      return { alertId: event.alertId, byUserId: event.by.userId };
    case 'HelpAccepted':
      return { helpRequestId: event.helpRequestId, takenByUserId: event.takenBy.userId };
    case 'HelpReopened':
      return {
        helpRequestId: event.helpRequestId,
        givenBackByUserId: event.givenBackBy.userId,
        because: event.because,
        ...(call.help?.offer && { offeredToUserIds: call.help.offer.steps[0]?.join(',') }),
      };
    case 'HelpRequestCancelled':
    case 'HelpRequestExpired':
      return { helpRequestId: event.helpRequestId };
    default:
      return unreachable(event);
  }
}
