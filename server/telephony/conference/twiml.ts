import twilio from 'twilio';
import type { Party } from '../../domain/call/call.ts';
import type { Language } from '../../domain/call/language.ts';
import type { Device } from '../../domain/call/people.ts';
import type { RatingQuestionWords } from '../../ports/carrier/webhooks.ts';
import type { StepWords } from '../../ports/carrier/webhooks.ts';
import type { PracticeTurn, RungOwnDevice } from '../../ports/index.ts';
import { CALLBACK_OVERRIDES } from '../client/callbackOverrides.ts';
import { recordingCallbackUrl, transcriptionCallbackUrl } from '../recordings/recordings.ts';
import { PATHS } from '../webhooks/paths.ts';
import { labelOf } from './labels.ts';

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

/** URL of the conference status callback. */
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
  /** For a connection that is not a softphone, or that replaces one. */
  readonly device?: Device;
  /** For a rep whom nobody hears, because a supervisor has taken the call over. */
  readonly isSilenced?: boolean;
}

/**
 * TwiML that puts the leg into the call's conference as this party. A supervisor joins muted and
 * without starting the conference. Only the customer's leaving ends the conference, because a rep
 * may be lost. Beeps are off because the policy decides about notices.
 */
export function admit(
  { publicUrl, records = false, device, isSilenced = false }: AdmitOptions,
  callId: string,
  party: Party,
): string {
  const response = new twilio.twiml.VoiceResponse();
  const supervises = party.role === 'supervisor';
  // Supervisors and colleagues neither start nor end the conference.
  const isThird = supervises || party.role === 'colleague';
  // After the conference, a caller is still connected and must hear something before being hung up.
  const dial = party.role === 'customer' ? { action: afterwardsUrl(publicUrl, callId) } : {};
  response.dial(dial as ConferenceAttributes).conference(
    {
      participantLabel: labelOf(party, device),
      muted: supervises || isSilenced,
      beep: 'false',
      startConferenceOnEnter: !isThird,
      endConferenceOnExit: party.role === 'customer',
      ...(party.role !== 'customer' && { jitterBufferSize: 'small' as const }),
      ...((party.role === 'rep' || party.role === 'colleague') && { waitUrl: '' }),
      ...(party.role === 'customer' && {
        waitUrl: aboutCall(publicUrl, PATHS.waiting, { callId }),
        waitMethod: 'POST' as const,
      }),
      statusCallback: conferenceCallbackUrl(publicUrl),
      statusCallbackEvent: [...CONFERENCE_EVENTS],
      statusCallbackMethod: 'POST',
      ...(records &&
        !isThird && {
          record: 'record-from-start' as const,
          recordingStatusCallback: recordingCallbackUrl(publicUrl, { callId }),
          recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'] as (
            | 'in-progress'
            | 'completed'
            | 'absent'
          )[],
        }),
    },
    callId,
  );
  return response.toString();
}

/** A URL of this server about a call. */
const aboutCall = (
  publicUrl: string,
  path: string,
  {
    callId,
    more = {},
  }: { readonly callId: string; readonly more?: Readonly<Record<string, string>> },
): string => `${publicUrl}${path}?${new URLSearchParams({ callId, ...more })}`;

/**
 * TwiML for a caller while the conference has not started: words, ringing, and a request to the
 * same URL again.
 */
export const playWhileWaiting = (
  publicUrl: string,
  callId: string,
  { step, ...said }: StepWords,
): string =>
  wordsThenRinging(
    publicUrl,
    said,
    aboutCall(publicUrl, PATHS.waiting, { callId, more: { toldStep: String(step) } }),
  );

function wordsThenRinging(
  publicUrl: string,
  { words, language }: Pick<StepWords, 'words' | 'language'>,
  next: string,
): string {
  const response = new twilio.twiml.VoiceResponse();
  if (words !== undefined) response.say({ language: VOICE_OF[language] }, words);
  response.play(`${publicUrl}${PATHS.ringback}`);
  response.redirect({ method: 'POST' }, next);
  return response.toString();
}

interface Speech {
  readonly words: string;
  readonly language: Language;
}

const MESSAGE_SECONDS = 180;
/** A message ends after this much silence. */
const SILENCE_SECONDS = 8;

/**
 * TwiML for a customer on hold whose rep was lost: words, ringing, and a request to the same URL
 * again. `step` is the last step whose words the customer has heard.
 */
export const playWhileHeld = (
  publicUrl: string,
  callId: string,
  { step, ...said }: StepWords,
): string => wordsThenRinging(publicUrl, said, heldUrl(publicUrl, callId, step));

/** The URL of the TwiML for a customer on hold whose rep was lost. */
export const heldUrl = (publicUrl: string, callId: string, announcedStep?: number): string =>
  aboutCall(publicUrl, PATHS.held, {
    callId,
    more: announcedStep === undefined ? {} : { toldStep: String(announcedStep) },
  });

/**
 * TwiML for a customer on hold while others talk: words, music, and a request to the same URL
 * again, so that the words are repeated.
 */
export function playOnHold(publicUrl: string, callId: string, { words, language }: Speech): string {
  const response = new twilio.twiml.VoiceResponse();
  response.say({ language: VOICE_OF[language] }, words);
  response.play({ loop: MUSIC_ROUNDS }, `${publicUrl}${PATHS.music}`);
  response.redirect({ method: 'POST' }, onHoldUrl(publicUrl, callId));
  return response.toString();
}

/** Some 20 seconds of music between the words. */
const MUSIC_ROUNDS = 5;

/** The URL of the TwiML for a customer on hold while others talk. */
export const onHoldUrl = (publicUrl: string, callId: string): string =>
  aboutCall(publicUrl, PATHS.onHold, { callId });

/** The URL of the TwiML for a customer after the conference. */
export const afterwardsUrl = (publicUrl: string, callId: string): string =>
  aboutCall(publicUrl, PATHS.afterwards, { callId });

/** TwiML that says the words, records a message, and says good-bye to a caller who says nothing. */
export function recordMessage(
  { publicUrl, transcribes }: { readonly publicUrl: string; readonly transcribes: boolean },
  callId: string,
  { words, language }: Speech,
): string {
  const response = new twilio.twiml.VoiceResponse();
  const afterwards = aboutCall(publicUrl, PATHS.afterwards, { callId, more: { message: 'left' } });
  response.say({ language: VOICE_OF[language] }, words);
  response.record({
    maxLength: MESSAGE_SECONDS,
    timeout: SILENCE_SECONDS,
    finishOnKey: '#',
    playBeep: true,
    action: afterwards,
    recordingStatusCallback: recordingCallbackUrl(publicUrl, { callId, voicemail: 'true' }),
    recordingStatusCallbackEvent: ['completed', 'absent'],
    // Twilio transcribes English only, and at most two minutes.
    ...(transcribes &&
      language === 'en' && {
        transcribe: true,
        transcribeCallback: transcriptionCallbackUrl(publicUrl, callId),
      }),
  });
  response.redirect({ method: 'POST' }, afterwards);
  return response.toString();
}

/** TwiML that asks a caller to rate the call by pressing a key, and hangs up if none is pressed. */
export const askRating = (
  publicUrl: string,
  callId: string,
  { words, language, isLast }: RatingQuestionWords,
): string =>
  askForKey(
    aboutCall(publicUrl, PATHS.rated, { callId, more: isLast ? { again: 'true' } : {} }),
    words,
    language,
  );

/**
 * TwiML of a turn of a scripted customer: the words, silence for the rep's answer, and the next
 * turn or the end. The rep's answer is not analyzed.
 */
export function sayTurn(
  publicUrl: string,
  callId: string,
  { words, language, listensSeconds, next }: PracticeTurn,
): string {
  const response = new twilio.twiml.VoiceResponse();
  response.say({ language: VOICE_OF[language] }, words);
  response.pause({ length: listensSeconds });
  if (next === undefined) response.hangup();
  else
    response.redirect(
      { method: 'POST' },
      aboutCall(publicUrl, PATHS.practice, { callId, more: { turn: String(next) } }),
    );
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

/** The URL of the TwiML for a supervisor's phone. */
export const supervisorUrl = (publicUrl: string, interventionId: string): string =>
  `${publicUrl}${PATHS.supervisor}?interventionId=${encodeURIComponent(interventionId)}`;

/** The URL of the TwiML for a person's own device. */
export const ownDeviceUrl = (
  publicUrl: string,
  { callId, userId, party, device, changesDevice, language }: RungOwnDevice,
  more: { readonly pressed?: 'true' } = {},
): string =>
  `${publicUrl}${PATHS.ownDevice}?${new URLSearchParams({
    callId,
    userId,
    party: labelOf(party, device),
    language,
    ...(changesDevice && { change: 'true' }),
    ...more,
  })}`;

/**
 * TwiML that says the text and waits for a key, which is sent to the URL. Hangs up without one,
 * since voicemail may have answered.
 */
export function askForKey(url: string, text: string, language: Language = 'en'): string {
  const response = new twilio.twiml.VoiceResponse();
  response
    .gather({ numDigits: 1, timeout: KEY_SECONDS, action: url })
    .say({ language: VOICE_OF[language] }, text);
  response.hangup();
  return response.toString();
}

/** TwiML that speaks a code twice, digit by digit. */
export function speakCode(words: string, code: string, language: Language): string {
  const response = new twilio.twiml.VoiceResponse();
  const voice = { language: VOICE_OF[language] };
  response.say(voice, words);
  for (let time = 0; time < CODE_TIMES; time += 1) {
    response.pause({ length: 1 });
    response.say(voice, [...code].join(', '));
  }
  response.hangup();
  return response.toString();
}

/** TwiML that says the words twice, since a person who answers a phone may miss the first ones. */
export function speakWords(words: string, language: Language): string {
  const response = new twilio.twiml.VoiceResponse();
  const voice = { language: VOICE_OF[language] };
  response.say(voice, words);
  response.pause({ length: 1 });
  response.say(voice, words);
  response.hangup();
  return response.toString();
}

const CODE_TIMES = 2;

const WAIT_SECONDS = 1;

/**
 * TwiML that keeps the leg in silence outside the conference, then requests instructions again at
 * this URL after a second.
 */
export function waitInSilence(url: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.pause({ length: WAIT_SECONDS });
  response.redirect({ method: 'POST' }, url);
  return response.toString();
}

/** The URL at which a supervisor's leg asks again whether the wait is over. */
export const waitUrl = (publicUrl: string, interventionId: string): string =>
  `${publicUrl}${PATHS.wait}?interventionId=${encodeURIComponent(interventionId)}`;

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
 * TwiML for a test call of the Voice SDK.
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
