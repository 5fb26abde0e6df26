import type { Conference, Expected, Participant } from '../conference/conference.ts';
import { rfc2822 as date } from '../formats/dates.ts';
import type { Leg } from '../legs/leg.ts';
import { durationSeconds } from '../legs/statusCallbacks.ts';

/** Resources in Twilio's form: snake_case, RFC 2822 dates, null for what is missing. */
export { date };

/** A participant who has joined. */
export function participantView(accountSid: string, room: Conference, p: Participant) {
  return {
    account_sid: accountSid,
    call_sid: p.leg.callSid,
    label: p.label ?? null,
    conference_sid: room.sid,
    date_created: date(p.createdAt),
    date_updated: date(p.updatedAt),
    end_conference_on_exit: p.endConferenceOnExit,
    muted: p.muted,
    hold: p.hold,
    status: p.leg.status === 'ringing' ? 'ringing' : 'connected',
    start_conference_on_enter: p.startConferenceOnEnter,
    coaching: p.coaching,
    call_sid_to_coach: p.callSidToCoach ?? null,
    queue_time: null as string | null,
    uri: `/2010-04-01/Accounts/${accountSid}/Conferences/${room.sid}/Participants/${p.leg.callSid}.json`,
  };
}

/** A participant who is still being dialed. */
export function expectedView(
  accountSid: string,
  room: Conference,
  { leg, settings }: Expected,
): ReturnType<typeof participantView> {
  return {
    account_sid: accountSid,
    call_sid: leg.callSid,
    label: settings.label ?? null,
    conference_sid: room.sid,
    date_created: date(leg.createdAt),
    date_updated: date(leg.createdAt),
    end_conference_on_exit: settings.endConferenceOnExit ?? false,
    muted: settings.muted ?? false,
    hold: false,
    status: leg.status === 'queued' || leg.status === 'ringing' ? leg.status : 'connecting',
    start_conference_on_enter: settings.startConferenceOnEnter ?? true,
    coaching: settings.coaching ?? false,
    call_sid_to_coach: settings.callSidToCoach ?? null,
    queue_time: null,
    uri: `/2010-04-01/Accounts/${accountSid}/Conferences/${room.sid}/Participants/${leg.callSid}.json`,
  };
}

/**
 * Twilio shows `in-progress` as soon as somebody is in the conference, whether or not it has
 * started.
 */
const statusOf = ({ status, participants }: Conference): string =>
  status === 'init' && [...participants.values()].some(({ leg }) => leg.status !== 'ringing')
    ? 'in-progress'
    : status;

/** A conference. */
export function conferenceView(accountSid: string, room: Conference) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Conferences/${room.sid}`;
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    sid: room.sid,
    friendly_name: room.friendlyName,
    region: room.settings?.region ?? 'us1',
    date_created: date(room.createdAt),
    date_updated: date(room.updatedAt),
    status: statusOf(room),
    reason_conference_ended: room.reasonEnded ?? null,
    call_sid_ending_conference: room.endedByCallSid ?? null,
    uri: `${uri}.json`,
    subresource_uris: {
      participants: `${uri}/Participants.json`,
      recordings: `${uri}/Recordings.json`,
    },
  };
}

const SUBRESOURCES = {
  events: 'Events',
  notifications: 'Notifications',
  payments: 'Payments',
  recordings: 'Recordings',
  siprec: 'Siprec',
  streams: 'Streams',
  transcriptions: 'Transcriptions',
  user_defined_message_subscriptions: 'UserDefinedMessageSubscriptions',
  user_defined_messages: 'UserDefinedMessages',
} as const;

/** A leg as a Call resource. */
export function legView(accountSid: string, leg: Leg) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${leg.callSid}`;
  const isComplete = leg.status === 'completed';
  return {
    sid: leg.callSid,
    account_sid: accountSid,
    api_version: '2010-04-01',
    parent_call_sid: leg.parentCallSid ?? null,
    phone_number_sid: null,
    from: leg.from,
    from_formatted: formatted(leg.from),
    to: leg.to,
    to_formatted: formatted(leg.to),
    caller_name: null,
    forwarded_from: null,
    group_sid: null,
    date_created: date(leg.createdAt),
    date_updated: date(leg.endedAt ?? leg.answeredAt ?? leg.startedAt ?? leg.createdAt),
    start_time: leg.startedAt ? date(leg.startedAt) : null,
    end_time: isComplete && leg.endedAt ? date(leg.endedAt) : null,
    duration: isComplete ? String(durationSeconds(leg)) : null,
    price: null,
    price_unit: 'USD',
    annotation: null,
    answered_by: null,
    status: leg.status === 'initiated' ? 'queued' : leg.status,
    direction: leg.direction,
    queue_time: String(Math.round(leg.queueTimeMs)),
    trunk_sid: null,
    uri: `${uri}.json`,
    subresource_uris: Object.fromEntries(
      Object.entries(SUBRESOURCES).map(([name, path]) => [name, `${uri}/${path}.json`]),
    ),
  };
}

/** North American numbers in their national format; others unchanged. */
const formatted = (address: string): string =>
  address.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
