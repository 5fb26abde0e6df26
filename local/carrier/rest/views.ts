import type { Conference, Participant } from '../room.ts';
import { durationSeconds } from '../switchboard.ts';
import type { Leg } from '../leg.ts';

/** Resources as Twilio writes them: snake_case, RFC 2822 dates, nulls rather than gaps. */
export const date = (value: Date): string => value.toUTCString().replace('GMT', '+0000');

export function participantView(accountSid: string, room: Conference, p: Participant) {
  return {
    account_sid: accountSid, call_sid: p.leg.callSid, label: p.label ?? null, conference_sid: room.sid,
    date_created: date(p.createdAt), date_updated: date(p.updatedAt), end_conference_on_exit: p.endConferenceOnExit,
    muted: p.muted, hold: p.hold, status: 'connected', start_conference_on_enter: p.startConferenceOnEnter,
    coaching: p.coaching, call_sid_to_coach: p.callSidToCoach ?? null, queue_time: null,
    uri: `/2010-04-01/Accounts/${accountSid}/Conferences/${room.sid}/Participants/${p.leg.callSid}.json`,
  };
}

export function conferenceView(accountSid: string, room: Conference) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Conferences/${room.sid}`;
  return {
    account_sid: accountSid, api_version: '2010-04-01', sid: room.sid, friendly_name: room.friendlyName, region: 'us1',
    date_created: date(room.createdAt), date_updated: date(room.updatedAt),
    status: room.status === 'completed' ? 'completed' : 'in-progress',
    reason_conference_ended: room.reasonEnded ?? null, call_sid_ending_conference: room.endedByCallSid ?? null,
    uri: `${uri}.json`, subresource_uris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
  };
}

export function legView(accountSid: string, leg: Leg) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${leg.callSid}`;
  return {
    sid: leg.callSid, account_sid: accountSid, api_version: '2010-04-01', parent_call_sid: null, phone_number_sid: null,
    from: leg.from, from_formatted: leg.from, to: leg.to, to_formatted: leg.to, caller_name: null, forwarded_from: null, group_sid: null,
    date_created: date(leg.createdAt), date_updated: date(leg.endedAt ?? leg.answeredAt ?? leg.createdAt),
    start_time: leg.answeredAt ? date(leg.answeredAt) : null, end_time: leg.endedAt ? date(leg.endedAt) : null,
    duration: leg.endedAt ? String(durationSeconds(leg)) : null, price: null, price_unit: 'USD', annotation: null, answered_by: null,
    status: leg.status === 'initiated' ? 'queued' : leg.status, direction: leg.direction === 'inbound' ? 'inbound' : leg.direction,
    queue_time: '0', trunk_sid: null, uri: `${uri}.json`, subresource_uris: { recordings: `${uri}/Recordings.json` },
  };
}

export function page(name: string, rows: readonly unknown[], path: string) {
  return {
    [name]: rows, page: 0, page_size: 50, start: 0, end: Math.max(0, rows.length - 1),
    uri: `${path}?PageSize=50&Page=0`, first_page_uri: `${path}?PageSize=50&Page=0`, next_page_uri: null, previous_page_uri: null,
  };
}
