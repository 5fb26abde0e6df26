import type { Twilio } from 'twilio';
import type { InboundNumbers } from '../../ports/index.ts';

const LIST_PAGE_SIZE = 1_000;

interface InboundNumbersSettings {
  /** The org's numbers in the configuration. */
  readonly numbersOf: (orgId: string) => readonly string[];
  /** Whether the account has only one org, which then owns all of its numbers. */
  readonly isOnlyOrg: boolean;
}

/**
 * The numbers that the account rents, and the URL that Twilio requests when one of them is called.
 * A number that a TwiML App or a trunk answers has no URL here.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export const createInboundNumbers = (
  client: Twilio,
  { numbersOf, isOnlyOrg }: InboundNumbersSettings,
): InboundNumbers => {
  const isOwn = (orgId: string, number: string): boolean =>
    isOnlyOrg || numbersOf(orgId).includes(number);
  return {
    async of(orgId) {
      const [rented, verified] = await Promise.all([
        client.incomingPhoneNumbers.list({ pageSize: LIST_PAGE_SIZE }),
        client.outgoingCallerIds.list({ pageSize: LIST_PAGE_SIZE }),
      ]);
      return [
        ...rented.map(({ phoneNumber, voiceUrl, voiceApplicationSid, trunkSid }) => ({
          number: phoneNumber,
          ...(!voiceApplicationSid && !trunkSid && { asksAt: voiceUrl ?? '' }),
        })),
        ...verified.map(({ phoneNumber }) => ({ number: phoneNumber })),
      ].filter(({ number }) => isOwn(orgId, number));
    },
    async point(orgId, number, { asks, tells }) {
      if (!isOwn(orgId, number)) throw new Error('the number is not one of the org');
      const found = await client.incomingPhoneNumbers.list({ phoneNumber: number });
      // The filter also finds longer numbers that contain the digits.
      const own = found.find(({ phoneNumber }) => phoneNumber === number);
      if (!own) throw new Error('the number is not rented any more');
      await client.incomingPhoneNumbers(own.sid).update({
        voiceUrl: asks,
        voiceMethod: 'POST',
        statusCallback: tells,
        statusCallbackMethod: 'POST',
      });
    },
  };
};
