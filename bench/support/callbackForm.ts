import { rfc2822 } from '../../local/carrier/formats/dates.ts';
import { signatureOf } from '../../local/carrier/webhooks/signature.ts';
import { ACCOUNT, callIdOf, conferenceIdOf, customerConnection, repConnection } from './floor.ts';

export const CALLBACK_PATH = '/telephony/conference';

export interface SignedCallback {
  readonly body: string;
  readonly signature: string;
}

/** The attributes of a participant that a callback reports. */
export interface Reported {
  readonly connectionId: string;
  readonly label: string;
  readonly muted: boolean;
  readonly hold: boolean;
  readonly coaching: boolean;
}

/** A conference status callback of 18 fields, with Twilio's signature over the public address. */
export function signedCallback(
  publicUrl: string,
  { call, event, sequence }: { call: number; event: string; sequence: number },
  { connectionId, label, muted, hold, coaching }: Reported,
): SignedCallback {
  const form = {
    AccountSid: ACCOUNT.accountSid,
    ApiVersion: '2010-04-01',
    CallSid: connectionId,
    CallSidToCoach: coaching ? repConnection(call) : '',
    Coaching: String(coaching),
    ConferenceSid: conferenceIdOf(call),
    EndConferenceOnExit: 'true',
    EventName: event,
    FriendlyName: callIdOf(call),
    Hold: String(hold),
    Muted: String(muted),
    ParticipantCallStatus: 'in-progress',
    ParticipantLabel: label,
    Region: 'us1',
    SequenceNumber: String(sequence),
    StartConferenceOnEnter: 'true',
    StatusCallbackEvent: event,
    Timestamp: rfc2822(new Date()),
  };
  return {
    body: new URLSearchParams(form).toString(),
    signature: signatureOf(ACCOUNT.authToken, publicUrl + CALLBACK_PATH, form),
  };
}

/** The customer of a call is put on hold, or taken off it. */
export const holdCallback = (
  publicUrl: string,
  call: number,
  { sequence, hold }: { readonly sequence: number; readonly hold: boolean },
): SignedCallback =>
  signedCallback(
    publicUrl,
    { call, event: hold ? 'participant-hold' : 'participant-unhold', sequence },
    {
      connectionId: customerConnection(call),
      label: 'customer',
      muted: false,
      hold,
      coaching: false,
    },
  );
