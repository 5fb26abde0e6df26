import { unreachable } from '../unreachable.ts';
import { interventionOf, type Call } from './call.ts';
import { isCovert } from './covert.ts';
import type { CallEvent } from './events.ts';
import { openHelpRequest, type HelpAnswer, type HelpEnd, type HelpRequest } from './helpRequest.ts';
import { isSilent } from './modes.ts';
import { helpReopened, reopened } from './reopenHelp.ts';

/**
 * The help request after an event: it closes when its supervisor has joined, or when any supervisor
 * is heard.
 */
export function evolveHelp(call: Call, event: CallEvent): HelpRequest | undefined {
  const { help } = call;
  if (event.type === 'HelpRequested') return event.help;
  if (!help || help.status === 'closed') return help;
  const { status: _status, ...facts } = help;
  switch (event.type) {
    case 'HelpAccepted':
      return event.helpRequestId === help.helpRequestId
        ? { ...facts, status: 'taken', takenBy: event.takenBy, takenAt: event.at }
        : help;
    case 'HelpReopened':
      return event.helpRequestId === help.helpRequestId ? reopened(help, event) : help;
    case 'HelpOfferWidened':
      return event.helpRequestId === help.helpRequestId && help.offer
        ? { ...help, offer: { ...help.offer, step: event.step, stepSince: event.at } }
        : help;
    case 'HelpRequestCancelled':
      return event.helpRequestId === help.helpRequestId
        ? closed(help, 'withdrawn', { closedAt: event.at })
        : help;
    case 'HelpRequestExpired':
      return event.helpRequestId === help.helpRequestId
        ? closed(help, 'expired', { closedAt: event.at })
        : help;
    case 'CallEnded':
      return closed(help, 'call_ended', { closedAt: event.at });
    case 'ModeConfirmed':
      return isSilent(event.mode)
        ? help
        : closed(help, 'came', {
            closedAt: event.at,
            answer: answeredBy(call, event.interventionId),
          });
    case 'SupervisorJoined': {
      const joined = interventionOf(call, event.interventionId);
      const answer = answeredBy(call, event.interventionId);
      // The rep must not learn of covert monitoring, so it does not close the request.
      return joined && !isCovert(joined) && isHelper(help, joined.supervisor.userId)
        ? closed(help, 'came', { closedAt: event.at, answer })
        : help;
    }
    case 'CallPlaced':
    case 'CallReceived':
    case 'ConferenceStarted':
    case 'ParticipantDialled':
    case 'RingStepBegan':
    case 'RepsBecameReady':
    case 'RepsNotAwaited':
    case 'CallTaken':
    case 'MissedCallAssigned':
    case 'ParticipantRung':
    case 'ParticipantRings':
    case 'ParticipantAnswered':
    case 'ParticipantJoined':
    case 'ParticipantChanged':
    case 'ParticipantLeft':
    case 'CallAnswered':
    case 'InterventionRequested':
    case 'ModeRequested':
    case 'ModeFailed':
    case 'AnnouncementRequested':
    case 'AnnouncementEnded':
    case 'RecordingStarted':
    case 'RecordingEnded':
    case 'RecordingTranscribed':
    case 'FloorRequested':
    case 'FloorReleased':
    case 'LeaveRequested':
    case 'InterventionEnded':
    case 'OutcomeGiven':
    case 'NoticeGiven':
    case 'NoticeAcknowledged':
    case 'TextWhispered':
    case 'TextWhisperSeen':
    case 'MomentFlagged':
    case 'SummonsSent':
    case 'SummonsWidened':
    case 'SummonsAnswered':
    case 'MonitoringChoiceGiven':
    case 'GuestInvited':
    case 'GuestJoined':
    case 'CallLeftToGuest':
    case 'GuestEnded':
    case 'TalkHoldBegan':
    case 'TalkHoldEnded':
    case 'TransferRequested':
    case 'TransferStepBegan':
    case 'TransferTaken':
    case 'CallHandedOver':
    case 'TransferCompleted':
    case 'TransferCancelled':
    case 'RecordingPauseRequested':
    case 'RecordingPaused':
    case 'RecordingResumeRequested':
    case 'RecordingResumed':
    case 'CallWrappedUp':
    case 'CustomerLinked':
    case 'AnswerDetected':
    case 'MessageLeft':
    case 'PracticeReviewed':
    case 'DeviceChanged':
    case 'RepLost':
    case 'RepLossPlanned':
    case 'RepLossEnded':
    case 'RepHungUp':
    case 'CustomerHeld':
    case 'CustomerReleased':
    case 'CustomerHoldRequested':
      return help;
    default:
      return unreachable(event);
  }
}

/** How long a request stays open, and how long one who said to be coming has to join. */
const OPEN_LIMIT_MS = 5 * 60_000;
const COMING_LIMIT_MS = 2 * 60_000;

type CallWithHelp = Pick<Call, 'help' | 'pastHelp' | 'status'>;

/**
 * When an open request expires, or is open again because its supervisor has not come; undefined if
 * there is none.
 */
export function helpExpiresAt(call: CallWithHelp): string | undefined {
  const help = call.status === 'live' ? openHelpRequest(call) : undefined;
  if (!help) return undefined;
  const [since, limitMs] =
    help.status === 'taken'
      ? [help.takenAt, COMING_LIMIT_MS]
      : [help.reopenedAt ?? help.at, help.openMs ?? OPEN_LIMIT_MS];
  return later(since, limitMs);
}

/** When an unanswered request is offered to more people; undefined if there are no more steps. */
export function helpWidensAt(call: CallWithHelp): string | undefined {
  const help = call.status === 'live' ? openHelpRequest(call) : undefined;
  if (help?.status !== 'open' || !help.offer) return undefined;
  const { steps, step, stepSince, stepMs } = help.offer;
  return step < steps.length - 1 ? later(stepSince, stepMs) : undefined;
}

/** The events that are due when a request was not taken for a while. */
export function widenedHelp(call: Call, now: string): CallEvent[] {
  const at = helpWidensAt(call);
  const { helpRequestId, offer } = call.help ?? {};
  return at !== undefined && at <= now && offer
    ? [{ type: 'HelpOfferWidened', helpRequestId: helpRequestId!, step: offer.step + 1, at: now }]
    : [];
}

const later = (since: string, ms: number): string => new Date(Date.parse(since) + ms).toISOString();

/**
 * The events that are due when no supervisor has come in time: a request that one of them accepted
 * is open again for the others.
 */
export function expiredHelp(call: Call, now: string): CallEvent[] {
  const until = helpExpiresAt(call);
  const help = openHelpRequest(call);
  if (!help || until === undefined || until > now) return [];
  return help.status === 'taken'
    ? [helpReopened(help, 'did_not_come', now)]
    : [{ type: 'HelpRequestExpired', helpRequestId: help.helpRequestId, at: now }];
}

/** Whether this person accepted the request, even if their time for coming was over. */
const isHelper = (help: HelpRequest, userId: string): boolean =>
  (help.status === 'taken' && help.takenBy.userId === userId) ||
  (help.status === 'open' && help.givenBackBy?.some((by) => by.userId === userId) === true);

function answeredBy(call: Call, interventionId: string): HelpAnswer | undefined {
  const by = interventionOf(call, interventionId);
  return by && { userId: by.supervisor.userId, interventionId };
}

function closed(
  { helpRequestId, reasonCode, skill, note, at, reach }: HelpRequest,
  because: HelpEnd,
  { closedAt, answer }: { readonly closedAt: string; readonly answer?: HelpAnswer },
): HelpRequest {
  return {
    helpRequestId,
    reasonCode,
    ...(skill && { skill }),
    ...(note && { note }),
    ...(reach && { reach }),
    at,
    status: 'closed',
    closedAt,
    because,
    ...(answer && { answer }),
  };
}
