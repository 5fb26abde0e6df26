import twilio from 'twilio';
import type { Language } from '../../domain/texts/language.ts';
import type { Party } from '../../domain/call/call.ts';
import { labelOf } from './labels.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';
import { recordingCallbackUrl } from '../recordings/recordings.ts';
import { STREAM_PATH } from '../audioCheck/mediaStreams.ts';

type ConferenceAttributes = Parameters<InstanceType<typeof twilio.twiml.VoiceResponse>['dial']>[0] & Record<string, unknown>;

/** Only the first participant's callback settings count, so whoever may be first carries them. */
export const CONFERENCE_EVENTS = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify', 'announcement'] as const;

export const conferenceCallbackUrl = (publicUrl: string): string => `${publicUrl}/telephony/conference${CALLBACK_OVERRIDES}`;

const KEY_SECONDS = 8;

export interface AdmitOptions {
  readonly publicUrl: string;
  /** Whether the carrier keeps the sound of every call. Whispers are never in it. */
  readonly recordsCalls: boolean;
}

/** Instructions that put the asking leg into the call's conference as this party. Nobody is announced by a beep: notices are policy. */
export function admit({ publicUrl, recordsCalls }: AdmitOptions, callId: string, party: Party): string {
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
      ...(recordsCalls && !supervises && {
        record: 'record-from-start' as const,
        recordingStatusCallback: recordingCallbackUrl(publicUrl, { callId }),
        recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'] as ('in-progress' | 'completed' | 'absent')[],
      }),
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

/** Where a supervisor's own phone gets its instructions. */
export const supervisorUrl = (publicUrl: string, interventionId: string): string =>
  `${publicUrl}/telephony/supervisor?interventionId=${encodeURIComponent(interventionId)}`;

/** Asks whoever answered for a key; without one the line is let go. */
export function askForKey(publicUrl: string, interventionId: string, words: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.gather({ numDigits: 1, timeout: KEY_SECONDS, action: supervisorUrl(publicUrl, interventionId) }).say(words);
  response.hangup();
  return response.toString();
}

const WAIT_SECONDS = 1;

/** Keeps a leg out of the conference, hearing nothing, and has it ask again. */
export function waitInSilence(publicUrl: string, interventionId: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: WAIT_SECONDS });
  response.redirect({ method: 'POST' }, `${publicUrl}/telephony/wait?interventionId=${encodeURIComponent(interventionId)}`);
  return response.toString();
}

const VOICE_OF: Record<Language, 'en-US' | 'de-DE'> = { en: 'en-US', de: 'de-DE' };

/** Instructions that say these words, or sound the tone that somebody has joined. */
export function announcement(publicUrl: string, words: string | undefined, language: Language): string {
  const response = new twilio.twiml.VoiceResponse();
  if (words === undefined) response.play(`${publicUrl}/telephony/tone.wav`);
  else response.say({ language: VOICE_OF[language] }, words);
  return response.toString();
}

export function sayAndHangUp(text: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.say(text);
  response.hangup();
  return response.toString();
}
