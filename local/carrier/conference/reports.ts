import { rfc2822 } from '../formats/dates.ts';
import type { Callbacks } from '../webhooks/callbacks.ts';
import type { Form } from '../webhooks/signature.ts';
import type { Conference, Participant } from './conference.ts';

/** The name under which each event is subscribed to. */
const SUBSCRIBED_AS: Readonly<Record<string, string>> = {
  'conference-start': 'start',
  'conference-end': 'end',
  'participant-join': 'join',
  'participant-leave': 'leave',
  'participant-mute': 'mute',
  'participant-unmute': 'mute',
  'participant-hold': 'hold',
  'participant-unhold': 'hold',
  'participant-modify': 'modify',
  'participant-speech-start': 'speaker',
  'participant-speech-stop': 'speaker',
  'announcement-end': 'announcement',
  'announcement-fail': 'announcement',
};

/** Every event that can be subscribed to. */
export const CONFERENCE_EVENTS = [...new Set(Object.values(SUBSCRIBED_AS))];

/** The attributes of a participant that a report has. */
type Reported = Pick<
  Participant,
  'leg' | 'label' | 'muted' | 'hold' | 'coaching' | 'endConferenceOnExit' | 'startConferenceOnEnter'
>;

/** Sends conference events to the status callback of the first participant's settings. */
export interface Reports {
  /** An event of the conference. */
  report(room: Conference, event: string, more?: Form): void;
  /** An event of one participant. */
  reportParticipant(room: Conference, participant: Reported, event: string, more?: Form): void;
}

/** https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback */
export function createReports(accountSid: string, callbacks: Callbacks): Reports {
  const reports: Reports = {
    report(room, event, more = {}) {
      const to = room.settings?.callback;
      if (!to?.events.includes(SUBSCRIBED_AS[event] ?? event)) return;
      room.sequence += 1;
      callbacks.send(
        to.url,
        {
          ConferenceSid: room.sid,
          FriendlyName: room.friendlyName,
          AccountSid: accountSid,
          SequenceNumber: String(room.sequence),
          Timestamp: rfc2822(new Date()),
          StatusCallbackEvent: event,
          ...more,
        },
        to.method,
      );
    },
    reportParticipant(room, participant, event, more = {}) {
      reports.report(room, event, {
        CallSid: participant.leg.callSid,
        ParticipantLabel: participant.label,
        Muted: String(participant.muted),
        Hold: String(participant.hold),
        Coaching: String(participant.coaching),
        EndConferenceOnExit: String(participant.endConferenceOnExit),
        StartConferenceOnEnter: String(participant.startConferenceOnEnter),
        ...more,
      });
    },
  };
  return reports;
}
