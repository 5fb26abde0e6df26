import { createHash } from 'node:crypto';
import { rfc2822 } from '../formats/dates.ts';
import type { AccountNumber } from '../switchboard/accountNumber.ts';

export const sidOf = (phoneNumber: string): string =>
  `PN${createHash('md5').update(phoneNumber).digest('hex')}`;

/** How Twilio shows the numbers of an account. */
export function numberViews(accountSid: string) {
  const own = `/2010-04-01/Accounts/${accountSid}`;

  const startedAt = new Date();

  const callerId = ({ phoneNumber }: AccountNumber) => ({
    sid: sidOf(phoneNumber),
    account_sid: accountSid,
    friendly_name: phoneNumber,
    phone_number: phoneNumber,
    date_created: rfc2822(startedAt),
    date_updated: rfc2822(startedAt),
    uri: `${own}/OutgoingCallerIds/${sidOf(phoneNumber)}.json`,
  });

  const incoming = (number: AccountNumber) => ({
    ...callerId(number),
    uri: `${own}/IncomingPhoneNumbers/${sidOf(number.phoneNumber)}.json`,
    address_requirements: 'none',
    address_sid: null,
    api_version: '2010-04-01',
    beta: false,
    bundle_sid: null,
    capabilities: { voice: true, sms: false, mms: false, fax: false },
    emergency_address_sid: null,
    emergency_address_status: 'unregistered',
    emergency_status: 'Inactive',
    identity_sid: null,
    origin: 'twilio',
    sms_application_sid: null,
    sms_fallback_method: 'POST',
    sms_fallback_url: null,
    sms_method: 'POST',
    sms_url: null,
    status: 'in-use',
    status_callback: number.statusCallback ?? null,
    status_callback_method: 'POST',
    subresource_uris: {
      assigned_add_ons: `${own}/IncomingPhoneNumbers/${sidOf(number.phoneNumber)}/AssignedAddOns.json`,
    },
    trunk_sid: null,
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_fallback_method: 'POST',
    voice_fallback_url: null,
    voice_method: 'POST',
    voice_receive_mode: 'voice',
    voice_url: number.voiceUrl ?? null,
  });
  return { callerId, incoming };
}
