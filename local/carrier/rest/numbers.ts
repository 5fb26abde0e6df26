import type { AccountNumber } from '../switchboard/accountNumber.ts';
import { notFound } from './errors.ts';
import { numberViews, sidOf } from './numberViews.ts';
import { page, PAGING } from './pages.ts';
import { flag, method, text, urlOrNone } from './parameters.ts';
import type { Check, Operation, Resource } from './router.ts';

/**
 * The numbers that the account may use as caller IDs: rented ones, and others that it has verified.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 * https://www.twilio.com/docs/voice/api/outgoing-caller-ids
 */
export const numbers: Resource = ({ accountSid, numbers: all }) => {
  const { callerId, incoming } = numberViews(accountSid);

  const rented = all.filter(({ voiceUrl }) => voiceUrl !== undefined);
  const verified = all.filter(({ voiceUrl }) => voiceUrl === undefined);
  const rentedOf = (sid: string, path: string): AccountNumber => {
    const number = rented.find(({ phoneNumber }) => sidOf(phoneNumber) === sid);
    if (!number) throw notFound(path);
    return number;
  };
  return [
    list('/IncomingPhoneNumbers.json', 'incoming_phone_numbers', {
      rows: rented,
      view: incoming,
      more: {
        Beta: flag,
        Origin: text(),
      },
    }),
    {
      method: 'GET',
      path: '/IncomingPhoneNumbers/{Sid}.json',
      answer: ({ path }, { Sid }) => ({ status: 200, body: incoming(rentedOf(Sid!, path)) }),
    },
    {
      method: 'POST',
      path: '/IncomingPhoneNumbers/{Sid}.json',
      parameters: { ...NOT_SIMULATED, ...SIMULATED },
      answer({ path, form }, { Sid }) {
        const number = rentedOf(Sid!, path);
        number.voiceUrl = form.get('VoiceUrl') ?? number.voiceUrl;
        number.statusCallback = form.get('StatusCallback') ?? number.statusCallback;
        return { status: 200, body: incoming(number) };
      },
    },
    list('/OutgoingCallerIds.json', 'outgoing_caller_ids', { rows: verified, view: callerId }),
  ];
};

const list = (
  path: `/${string}.json`,
  name: string,
  {
    rows,
    view,
    more = {},
  }: {
    readonly rows: readonly AccountNumber[];
    readonly view: (number: AccountNumber) => unknown;
    readonly more?: Operation['parameters'];
  },
): Operation => ({
  method: 'GET',
  path,
  parameters: { ...PAGING, PhoneNumber: text(), FriendlyName: text(), ...more },
  answer(request) {
    const wanted = request.query.get('PhoneNumber') ?? request.query.get('FriendlyName');
    const found = rows.filter(({ phoneNumber }) => !wanted || phoneNumber === wanted);
    return {
      status: 200,
      body: page(name, found, request, {
        nameOf: ({ phoneNumber }) => sidOf(phoneNumber),
        view,
      }),
    };
  },
});

const SIMULATED = {
  VoiceUrl: urlOrNone,
  VoiceMethod: method,
  StatusCallback: urlOrNone,
  StatusCallbackMethod: method,
};

const notSimulated: Check = () => 'not simulated here';
/** Twilio accepts changes of these, too. They are refused here so that nothing relies on them. */
const NOT_SIMULATED = Object.fromEntries(
  [
    'AccountSid',
    'AddressSid',
    'ApiVersion',
    'BundleSid',
    'EmergencyAddressSid',
    'EmergencyStatus',
    'FriendlyName',
    'IdentitySid',
    'SmsApplicationSid',
    'SmsFallbackMethod',
    'SmsFallbackUrl',
    'SmsMethod',
    'SmsUrl',
    'TrunkSid',
    'VoiceApplicationSid',
    'VoiceCallerIdLookup',
    'VoiceFallbackMethod',
    'VoiceFallbackUrl',
    'VoiceReceiveMode',
  ].map((name) => [name, notSimulated]),
);
