import twilio from 'twilio';
import type { Language } from '../../domain/call/language.ts';
import type { Party } from '../../domain/call/call.ts';
import { labelOf } from './labels.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';
import { recordingCallbackUrl } from '../recordings/recordings.ts';
import { PATHS } from '../webhooks/paths.ts';

type ConferenceAttributes = Parameters<InstanceType<typeof twilio.twiml.VoiceResponse>['dial']>[0] &
  Record<string, unknown>;

/**
 * Conference events that are reported. Twilio uses the callback settings of the first participant
 * only, so every participant that can be the first has them.
 * https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallbackEvent
 */
export const CONFERENCE_EVENTS = [
  'start',
  'end',
  'join',
  'leave',
  'mute',
  'hold',
  'modify',
  'announcement',
] as const;

export const conferenceCallbackUrl = (publicUrl: string): string =>
  `${publicUrl}${PATHS.conference}${CALLBACK_OVERRIDES}`;

const KEY_SECONDS = 8;

export interface AdmitOptions {
  readonly publicUrl: string;
  /**
   * Whether the conference is recorded from its start. Twilio never includes whispers in the
   * recording of a conference.
   */
  readonly records?: boolean;
}

/**
 * TwiML that puts the leg into the call's conference as this party: a supervisor muted, without
 * starting or ending the conference. Beeps are off because the policy decides about notices.
 */
export function admit(
  { publicUrl, records = false }: AdmitOptions,
  callId: string,
  party: Party,
): string {
  const response = new twilio.twiml.VoiceResponse();
  const supervises = party.role === 'supervisor';
  // A caller whose conference is over is still there, and is never hung up on without a word.
  const dial =
    party.role === 'customer' ? { action: aboutCall(publicUrl, PATHS.afterwards, callId) } : {};
  response.dial(dial as ConferenceAttributes).conference(
    {
      participantLabel: labelOf(party),
      muted: supervises,
      beep: 'false',
      startConferenceOnEnter: !supervises,
      endConferenceOnExit: !supervises,
      ...(party.role !== 'customer' && { jitterBufferSize: 'small' as const }),
      ...(party.role === 'rep' && { waitUrl: '' }),
      ...(party.role === 'customer' && {
        waitUrl: aboutCall(publicUrl, PATHS.waiting, callId),
        waitMethod: 'POST' as const,
      }),
      statusCallback: conferenceCallbackUrl(publicUrl),
      statusCallbackEvent: [...CONFERENCE_EVENTS],
      statusCallbackMethod: 'POST',
      ...(records &&
        !supervises && {
          record: 'record-from-start' as const,
          recordingStatusCallback: recordingCallbackUrl(publicUrl, { callId }),
          recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'] as (
            'in-progress' | 'completed' | 'absent'
          )[],
        }),
    },
    callId,
  );
  return response.toString();
}

/** URL of ours about a call. */
const aboutCall = (
  publicUrl: string,
  path: string,
  callId: string,
  more: Readonly<Record<string, string>> = {},
): string => `${publicUrl}${path}?${new URLSearchParams({ callId, ...more })}`;

/**
 * TwiML that a caller hears while the conference has not started: words, ringing, and the same URL
 * again.
 */
export function keepWaiting(
  publicUrl: string,
  callId: string,
  step: number,
  words: string | undefined,
  language: Language,
): string {
  const response = new twilio.twiml.VoiceResponse();
  if (words !== undefined) response.say({ language: VOICE_OF[language] }, words);
  response.play(`${publicUrl}${PATHS.ringback}`);
  response.redirect(
    { method: 'POST' },
    aboutCall(publicUrl, PATHS.waiting, callId, { toldStep: String(step) }),
  );
  return response.toString();
}

const MESSAGE_SECONDS = 180;
/** Silence that ends a message. */
const SILENCE_SECONDS = 8;

/** TwiML that says the words and records a message. A caller who says nothing is let go politely. */
export function takeMessage(
  publicUrl: string,
  callId: string,
  words: string,
  language: Language,
): string {
  const response = new twilio.twiml.VoiceResponse();
  const afterwards = aboutCall(publicUrl, PATHS.afterwards, callId, { message: 'left' });
  response.say({ language: VOICE_OF[language] }, words);
  response.record({
    maxLength: MESSAGE_SECONDS,
    timeout: SILENCE_SECONDS,
    finishOnKey: '#',
    playBeep: true,
    action: afterwards,
    recordingStatusCallback: recordingCallbackUrl(publicUrl, { callId, voicemail: 'true' }),
    recordingStatusCallbackEvent: ['completed', 'absent'],
  });
  response.redirect({ method: 'POST' }, afterwards);
  return response.toString();
}

/** TwiML that hangs up. */
export function hangUp(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.hangup();
  return response.toString();
}

/** TwiML that streams the leg's sound to this server and plays what the server sends back. */
export function streamBothWays(publicUrl: string, key: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response
    .connect()
    .stream({ url: publicUrl.replace(/^http/, 'ws') + PATHS.stream })
    .parameter({ name: 'key', value: key });
  return response.toString();
}

/** URL from which Twilio fetches the TwiML for a supervisor's phone. */
export const supervisorUrl = (publicUrl: string, interventionId: string): string =>
  `${publicUrl}${PATHS.supervisor}?interventionId=${encodeURIComponent(interventionId)}`;

/**
 * TwiML that says the text and waits for a key press; hangs up without one, since voicemail could
 * have answered.
 */
export function askForKey(publicUrl: string, interventionId: string, text: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response
    .gather({
      numDigits: 1,
      timeout: KEY_SECONDS,
      action: supervisorUrl(publicUrl, interventionId),
    })
    .say(text);
  response.hangup();
  return response.toString();
}

const WAIT_SECONDS = 1;

/**
 * TwiML that keeps the leg in silence outside the conference, then requests instructions again
 * after a second.
 */
export function waitInSilence(publicUrl: string, interventionId: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: WAIT_SECONDS });
  response.redirect(
    { method: 'POST' },
    `${publicUrl}${PATHS.wait}?interventionId=${encodeURIComponent(interventionId)}`,
  );
  return response.toString();
}

const VOICE_OF: Record<Language, 'en-US' | 'de-DE'> = { en: 'en-US', de: 'de-DE' };

/** TwiML of an announcement: the text in the language, or the join tone without a text. */
export function announcement(
  publicUrl: string,
  text: string | undefined,
  language: Language,
): string {
  const response = new twilio.twiml.VoiceResponse();
  if (text === undefined) response.play(`${publicUrl}${PATHS.tone}`);
  else response.say({ language: VOICE_OF[language] }, text);
  return response.toString();
}

/**
 * TwiML that a test call of the Voice SDK wants.
 * https://www.twilio.com/docs/voice/sdks/javascript/twiliopreflighttest
 */
export function echo(): string {
  const response = new twilio.twiml.VoiceResponse();
  response.echo();
  return response.toString();
}

/** TwiML that says the text in the language and hangs up. */
export function sayAndHangUp(text: string, language: Language): string {
  const response = new twilio.twiml.VoiceResponse();
  response.say({ language: VOICE_OF[language] }, text);
  response.hangup();
  return response.toString();
}
