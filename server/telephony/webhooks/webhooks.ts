import { timingSafeEqual } from 'node:crypto';
import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { CallbackForm, CarrierRequest, CarrierWebhooks } from '../../ports/index.ts';
import { musicWav, ringbackWav, toneWav } from '../audioCheck/tones.ts';
import {
  admit,
  announcement,
  askForKey,
  echo,
  hangUp,
  playWhileHeld,
  playOnHold,
  playWhileWaiting,
  ownDeviceUrl,
  sayAndHangUp,
  sayTurn,
  streamBothWays,
  supervisorUrl,
  recordMessage,
  waitInSilence,
  waitUrl,
  askRating,
} from '../conference/twiml.ts';
import { recordingFact, transcriptionFact } from '../recordings/recordings.ts';
import { reportedWords } from '../words/transcription.ts';
import { conferenceFact, legFact } from './callbacks.ts';
import { reportIn } from './carrierReports.ts';
import { ROUTES } from './paths.ts';
import { voiceRequest } from './voiceRequests.ts';

/**
 * Reads Twilio's requests and answers them in TwiML. Signatures are over the public URL.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-security
 */
export function createCarrierWebhooks({
  publicUrl,
  authToken,
  transcribes = false,
}: {
  publicUrl: string;
  authToken: string;
  /** Whether callers' messages are transcribed, for which the carrier charges. */
  transcribes?: boolean;
}): CarrierWebhooks {
  return {
    routes: ROUTES,
    contentType: 'text/xml',
    read: formOf,
    isSigned: ({ path, params, signature }) =>
      signature !== undefined &&
      (isSignatureOf(signature, getExpectedTwilioSignature(authToken, publicUrl + path, params)) ||
        validateRequest(authToken, signature, publicUrl + path, params)),
    report: reportIn,
    conferenceFact,
    participantStatusFact: legFact,
    recordingFact,
    transcriptionFact,
    reportedWords,
    voiceRequest,
    admitRep: (callId, options) => admit({ publicUrl, ...options }, callId, { role: 'rep' }),
    admitSupervisor: (callId, interventionId, device) =>
      admit({ publicUrl, device }, callId, { role: 'supervisor', interventionId }),
    admitColleague: (callId, userId, device) =>
      admit({ publicUrl, device }, callId, { role: 'colleague', userId }),
    admitCustomer: (callId, { records }) =>
      admit({ publicUrl, records }, callId, { role: 'customer' }),
    askForKey: (interventionId, text, language) =>
      askForKey(supervisorUrl(publicUrl, interventionId), text, language),
    askOwnDeviceForKey: (rung, text) =>
      askForKey(ownDeviceUrl(publicUrl, rung), text, rung.language),
    waitInSilence: (interventionId) => waitInSilence(waitUrl(publicUrl, interventionId)),
    letOwnDeviceWait: (rung) => waitInSilence(ownDeviceUrl(publicUrl, rung, { pressed: 'true' })),
    announcement: (text, language) => announcement(publicUrl, text, language),
    toneWav,
    ringbackWav,
    playWhileWaiting: (callId, wait) => playWhileWaiting(publicUrl, callId, wait),
    playWhileHeld: (callId, wait) => playWhileHeld(publicUrl, callId, wait),
    playOnHold: (callId, words, language) => playOnHold(publicUrl, callId, { words, language }),
    musicWav,
    recordMessage: (callId, words, language) =>
      recordMessage({ publicUrl, transcribes }, callId, { words, language }),
    askRating: (callId, question) => askRating(publicUrl, callId, question),
    hangUp,
    admitAudioCheck: (key) => streamBothWays(publicUrl, key),
    sayTurn: (callId, turn) => sayTurn(publicUrl, callId, turn),
    echo,
    sayAndHangUp,
  };
}

/**
 * Nearly always the address is signed as it is configured. Twilio's own check first makes the
 * signatures of other forms of the address, with and without the port.
 */
function isSignatureOf(signature: string, expected: string): boolean {
  const [given, wanted] = [Buffer.from(signature), Buffer.from(expected)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function formOf({ path, headers, params }: CarrierRequest): CallbackForm {
  const queryAt = path.indexOf('?');
  const header = (name: string): string | undefined => [headers[name]].flat()[0] || undefined;
  return {
    path,
    params,
    query: Object.fromEntries(new URLSearchParams(queryAt < 0 ? '' : path.slice(queryAt + 1))),
    signature: header('x-twilio-signature'),
    idempotencyToken: header('i-twilio-idempotency-token'),
  };
}
