import type { AnsweredBy } from '../../domain/call/answering.ts';
import type {
  ParticipantFact,
  ParticipantStatusFact,
  Unanswered,
} from '../../domain/carrier/carrierFacts.ts';
import type { CallbackForm, KeyedFact } from '../../ports/index.ts';
import { deviceOf, partyOf } from '../conference/labels.ts';
import { audienceOf } from '../conference/participantFlags.ts';

type Params = Readonly<Record<string, string>>;
export type ReportedFact = KeyedFact | undefined;

/** https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent */
const PARTICIPANT_EVENTS: Record<string, ParticipantFact['type']> = {
  'participant-join': 'participant-joined',
  'participant-leave': 'participant-left',
  'participant-mute': 'participant-changed',
  'participant-unmute': 'participant-changed',
  'participant-hold': 'participant-changed',
  'participant-unhold': 'participant-changed',
  'participant-modify': 'participant-changed',
};

const LEG_STATUS: Record<string, ParticipantStatusFact['status']> = {
  initiated: 'initiated',
  queued: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
  answered: 'answered',
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'canceled',
};

const ANNOUNCEMENT_EVENTS: Record<string, 'played' | 'failed'> = {
  'announcement-end': 'played',
  'announcement-fail': 'failed',
};

/**
 * Twilio does not name the announcement. Its id is in the query of `AnnounceUrl`, which Twilio does
 * not promise to repeat unabridged.
 */
function announcementFact(
  { AnnounceUrl, FriendlyName: callId = '', StatusCallbackEvent = '', CallSid }: Params,
  key: string,
  at: string,
): ReportedFact {
  const announcementId =
    AnnounceUrl && URL.canParse(AnnounceUrl)
      ? (new URL(AnnounceUrl).searchParams.get('announcementId') ?? undefined)
      : undefined;
  const status = ANNOUNCEMENT_EVENTS[StatusCallbackEvent];
  return status
    ? {
        key,
        fact: {
          type: 'announcement-ended',
          callId,
          announcementId,
          connectionId: CallSid || undefined,
          status,
          at,
        },
      }
    : undefined;
}

/**
 * Reads a conference status callback as a fact, with a key that is the same for a repeated
 * callback.
 * Undefined for events that are not used and for participants without a known label.
 */
export function conferenceFact({ params, idempotencyToken }: CallbackForm): ReportedFact {
  const { ConferenceSid: conferenceSid, FriendlyName: callId, StatusCallbackEvent: event } = params;
  if (!conferenceSid || !callId || !event) return undefined;
  const at = timeOf(params);
  const key = `conference:${conferenceSid}:${params.SequenceNumber ?? idempotencyToken ?? at}:${event}`;
  if (event === 'conference-start')
    return { key, fact: { type: 'conference-started', callId, conferenceId: conferenceSid, at } };
  if (event === 'conference-end') {
    return {
      key,
      fact: {
        type: 'conference-ended',
        callId,
        conferenceId: conferenceSid,
        endedByConnectionId: params.CallSidEndingConference,
        at,
      },
    };
  }
  if (event in ANNOUNCEMENT_EVENTS) return announcementFact(params, key, at);
  const type = PARTICIPANT_EVENTS[event];
  const party = partyOf(params.ParticipantLabel);
  if (!type || !party || !params.CallSid) return undefined;
  const device = deviceOf(params.ParticipantLabel);
  const because = LEFT_BECAUSE[params.ReasonParticipantLeft ?? ''];
  const unanswered = UNANSWERED.find((status) => status === params.ParticipantCallStatus);
  const audibleTo = audienceOf({
    muted: params.Muted === 'true',
    coaching: params.Coaching === 'true',
  });
  return {
    key,
    fact: {
      type,
      callId,
      conferenceId: conferenceSid,
      party,
      connectionId: params.CallSid,
      ...(device && { device }),
      audibleTo,
      onHold: params.Hold === 'true',
      ...(because && { because }),
      ...(unanswered && { unanswered }),
      at,
    },
  };
}

/** https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent */
const LEFT_BECAUSE: Partial<Record<string, ParticipantFact['because']>> = {
  moderator_ended_conference: 'conference_ended',
  conference_ended_via_api: 'conference_ended',
  participant_updated_via_api: 'removed',
};

/** The `ParticipantCallStatus` of participants who were dialed and did not answer. */
const UNANSWERED: readonly Unanswered[] = ['busy', 'no-answer', 'failed', 'canceled'];

/**
 * Who answered, as Twilio detects it. A machine counts only once its greeting has ended, because a
 * message left earlier would be cut off.
 * https://www.twilio.com/docs/voice/answering-machine-detection
 */
const ANSWERED_BY: Record<string, AnsweredBy> = {
  human: 'human',
  machine_end_beep: 'machine',
  machine_end_silence: 'machine',
  machine_end_other: 'machine',
};

function answerFact({ params, query }: CallbackForm): ReportedFact {
  const { CallSid: connectionId, AnsweredBy: answeredBy } = params;
  const { callId } = query;
  if (!callId || !connectionId || !answeredBy) return undefined;
  const by = ANSWERED_BY[answeredBy] ?? 'unknown';
  return {
    key: `answer:${connectionId}`,
    fact: { type: 'answer-detected', callId, connectionId, by, at: timeOf(params) },
  };
}

/** Reads the status callback of a dialed leg; the query of its URL names the call and the party. */
export function legFact(form: CallbackForm): ReportedFact {
  const { params, query, idempotencyToken } = form;
  if (query.answer === 'customer') return answerFact(form);
  const { callId } = query;
  const party = partyOf(query.party);
  const status = LEG_STATUS[params.CallStatus ?? ''];
  if (!callId || !party || !status || !params.CallSid) return undefined;
  const at = timeOf(params);
  const key = `leg:${params.CallSid}:${params.SequenceNumber ?? idempotencyToken ?? at}:${status}`;
  return {
    key,
    fact: {
      type: 'participant-status',
      callId,
      party,
      connectionId: params.CallSid,
      status,
      ...(query.for === 'call' && { isForCall: true }),
      at,
    },
  };
}

function timeOf({ Timestamp }: Params): string {
  const time = Timestamp ? new Date(Timestamp) : new Date();
  return (Number.isNaN(time.valueOf()) ? new Date() : time).toISOString();
}
