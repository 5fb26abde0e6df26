import twilio from 'twilio';
import type { Party } from '../domain/call.ts';
import { labelOf } from './labels.ts';
import { STREAM_PATH } from './mediaStreams.ts';

type ConferenceAttributes = Parameters<InstanceType<typeof twilio.twiml.VoiceResponse>['dial']>[0] & Record<string, unknown>;

/** Retries that Twilio's defaults leave out: read timeouts and 5xx. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
export const CALLBACK_OVERRIDES = '#rc=2&rp=ct,rt,5xx';

/** Only the first participant's callback settings count, so whoever may be first carries them. */
export const CONFERENCE_EVENTS = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'] as const;

export const conferenceCallbackUrl = (publicUrl: string): string => `${publicUrl}/telephony/conference${CALLBACK_OVERRIDES}`;

/** Instructions that put the asking leg into the call's conference as this party. Nobody is announced by a beep: notices are policy. */
export function admit(publicUrl: string, callId: string, party: Party): string {
  const response = new twilio.twiml.VoiceResponse();
  const supervises = party.role === 'supervisor';
  response.dial({} as ConferenceAttributes).conference(
    {
      participantLabel: labelOf(party),
      muted: supervises,
      beep: 'false',
      startConferenceOnEnter: !supervises,
      endConferenceOnExit: !supervises,
      ...(party.role !== 'customer' && { jitterBufferSize: 'small' as const }),
      ...(party.role === 'rep' && { waitUrl: '' }),
      statusCallback: conferenceCallbackUrl(publicUrl),
      statusCallbackEvent: [...CONFERENCE_EVENTS],
      statusCallbackMethod: 'POST',
    },
    callId,
  );
  return response.toString();
}

/** Instructions that stream the asking leg's sound to us and play what we send back. */
export function streamBothWays(publicUrl: string, key: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.connect().stream({ url: publicUrl.replace(/^http/, 'ws') + STREAM_PATH }).parameter({ name: 'key', value: key });
  return response.toString();
}

export function sayAndHangUp(text: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.say(text);
  response.hangup();
  return response.toString();
}
