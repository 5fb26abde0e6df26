import {
  ACCOUNT,
  callIdOf,
  conferenceIdOf,
  customerConnection,
  interventionIdOf,
  repConnection,
  supervisorConnection,
  supervisorOn,
} from './floor.ts';

/** A participant in a conference of the carrier of the bench. */
export interface RoomParticipant {
  readonly connectionId: string;
  readonly label: string;
  muted: boolean;
  hold: boolean;
  coaching: boolean;
}

/** A running conference. */
export interface Room {
  readonly call: number;
  readonly conferenceId: string;
  readonly callId: string;
  readonly participants: Map<string, RoomParticipant>;
  /** Of the last report about it. */
  sequence: number;
}

const SINCE = new Date(Date.now() - 600_000).toUTCString().replace('GMT', '+0000');

/** The conferences of so many calls, each with rep and customer, and its supervisor if it has one. */
export function roomsOf(calls: number): Room[] {
  return Array.from({ length: calls }, (_, call) => {
    const quiet = { hold: false, coaching: false };
    const participants: RoomParticipant[] = [
      { connectionId: customerConnection(call), label: 'customer', muted: false, ...quiet },
      { connectionId: repConnection(call), label: 'rep', muted: false, ...quiet },
    ];
    if (supervisorOn(call) !== undefined)
      participants.push({
        connectionId: supervisorConnection(call),
        label: `supervisor-${interventionIdOf(call)}`,
        muted: true,
        ...quiet,
      });
    return {
      call,
      conferenceId: conferenceIdOf(call),
      callId: callIdOf(call),
      participants: new Map(participants.map((one) => [one.connectionId, one])),
      sequence: 100,
    };
  });
}

/** As Twilio shows a conference. */
export const conferenceView = ({ conferenceId, callId }: Room) => ({
  account_sid: ACCOUNT.accountSid,
  api_version: '2010-04-01',
  sid: conferenceId,
  friendly_name: callId,
  region: 'us1',
  date_created: SINCE,
  date_updated: SINCE,
  status: 'in-progress',
  reason_conference_ended: null,
  call_sid_ending_conference: null,
  uri: `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences/${conferenceId}.json`,
  subresource_uris: {},
});

/** As Twilio shows a participant. */
export const participantView = (
  { conferenceId }: Room,
  { connectionId, label, muted, hold, coaching }: RoomParticipant,
) => ({
  account_sid: ACCOUNT.accountSid,
  call_sid: connectionId,
  label,
  conference_sid: conferenceId,
  date_created: SINCE,
  date_updated: SINCE,
  end_conference_on_exit: !label.startsWith('supervisor-'),
  muted,
  hold,
  status: 'connected',
  start_conference_on_enter: !label.startsWith('supervisor-'),
  coaching,
  call_sid_to_coach: null,
  queue_time: null,
  uri: `/2010-04-01/Accounts/${ACCOUNT.accountSid}/Conferences/${conferenceId}/Participants/${connectionId}.json`,
});

/** A page of a list, in Twilio's form. */
export function pageOf<T>(name: string, rows: readonly T[], url: URL) {
  const size = Number(url.searchParams.get('PageSize') ?? 50);
  const page = Number(url.searchParams.get('Page') ?? 0);
  const shown = rows.slice(page * size, (page + 1) * size);
  const address = (number: number): string => {
    const query = new URLSearchParams(url.searchParams);
    query.set('PageSize', String(size));
    query.set('Page', String(number));
    if (number > 0) query.set('PageToken', `PA${number}`);
    return `${url.pathname}?${query}`;
  };
  return {
    [name]: shown,
    page,
    page_size: size,
    start: page * size,
    end: page * size + Math.max(0, shown.length - 1),
    uri: address(page),
    first_page_uri: address(0),
    next_page_uri: (page + 1) * size < rows.length ? address(page + 1) : null,
    previous_page_uri: page > 0 ? address(page - 1) : null,
  };
}
