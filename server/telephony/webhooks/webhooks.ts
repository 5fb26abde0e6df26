import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { CallbackForm, CarrierRequest, CarrierWebhooks } from '../../ports/index.ts';
import { conferenceFact, legFact, voiceRequest } from './callbacks.ts';
import { recordingFact } from '../recordings/recordings.ts';
import { reportIn } from './carrierReports.ts';
import { ROUTES } from './paths.ts';
import { toneWav } from '../audioCheck/tones.ts';
import { admit, announcement, askForKey, sayAndHangUp, streamBothWays, waitInSilence, type AdmitOptions } from '../conference/twiml.ts';

/** Twilio's callbacks, signed over the address it was told to call. */
export function createCarrierWebhooks({ publicUrl, authToken, recordsCalls = false }: Partial<AdmitOptions> & { publicUrl: string; authToken: string }): CarrierWebhooks {
  const admitting = { publicUrl, recordsCalls };
  return {
    routes: ROUTES,
    contentType: 'text/xml',
    read: formOf,
    isSigned: ({ path, params, signature }) => signature !== undefined && validateRequest(authToken, signature, publicUrl + path, params),
    report: reportIn,
    conferenceFact,
    participantStatusFact: legFact,
    recordingFact,
    voiceRequest,
    admitRep: (callId) => admit(admitting, callId, { role: 'rep' }),
    admitSupervisor: (callId, interventionId) => admit(admitting, callId, { role: 'supervisor', interventionId }),
    admitCustomer: (callId) => admit(admitting, callId, { role: 'customer' }),
    askForKey: (interventionId, words) => askForKey(publicUrl, interventionId, words),
    waitInSilence: (interventionId) => waitInSilence(publicUrl, interventionId),
    announcement: (words, language) => announcement(publicUrl, words, language),
    toneWav,
    admitAudioCheck: (key) => streamBothWays(publicUrl, key),
    sayAndHangUp,
  };
}

function formOf({ path, headers, params }: CarrierRequest): CallbackForm {
  const queryAt = path.indexOf('?');
  const header = (name: string): string | undefined => [headers[name]].flat()[0] || undefined;
  return {
    path, params, query: Object.fromEntries(new URLSearchParams(queryAt < 0 ? '' : path.slice(queryAt + 1))),
    signature: header('x-twilio-signature'), idempotencyToken: header('i-twilio-idempotency-token'),
  };
}
