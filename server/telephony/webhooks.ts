import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import type { CarrierWebhooks } from '../ports.ts';
import { conferenceFact, legFact, voiceRequest } from './callbacks.ts';
import { admit, sayAndHangUp, streamBothWays } from './twiml.ts';

/** Twilio's callbacks, signed over the address it was told to call. */
export function createCarrierWebhooks({ publicUrl, authToken }: { publicUrl: string; authToken: string }): CarrierWebhooks {
  return {
    isSigned: ({ path, params, signature }) => signature !== undefined && validateRequest(authToken, signature, publicUrl + path, params),
    conferenceFact,
    legFact,
    voiceRequest,
    admitRep: (callId) => admit(publicUrl, callId, { role: 'rep' }),
    admitSupervisor: (callId, interventionId) => admit(publicUrl, callId, { role: 'supervisor', interventionId }),
    admitCustomer: (callId) => admit(publicUrl, callId, { role: 'customer' }),
    admitCanaryLeg: (key) => streamBothWays(publicUrl, key),
    sayAndHangUp,
  };
}
