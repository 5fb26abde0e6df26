import type { Twilio } from 'twilio';
import type { InboundNumbers } from '../../ports/index.ts';

const LIST_PAGE_SIZE = 1_000;

interface InboundNumbersSettings {
  /** The org's numbers by the configuration. */
  readonly numbersOf: (orgId: string) => readonly string[];
  /** Whether the whole account is one org's, so that each of its numbers is. */
  readonly isOnlyOrg: boolean;
}

/**
 * The numbers that the account rents, and the address that Twilio asks when one of them is called.
 * A number that a TwiML App or a trunk answers names no address here.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export const createInboundNumbers = (
  client: Twilio,
  { numbersOf, isOnlyOrg }: InboundNumbersSettings,
): InboundNumbers => ({
  async of(orgId) {
    const [rented, verified] = await Promise.all([
      client.incomingPhoneNumbers.list({ pageSize: LIST_PAGE_SIZE }),
      client.outgoingCallerIds.list({ pageSize: LIST_PAGE_SIZE }),
    ]);
    const configured = numbersOf(orgId);
    const isOwn = (number: string): boolean => isOnlyOrg || configured.includes(number);
    return [
      ...rented.map(({ phoneNumber, voiceUrl, voiceApplicationSid, trunkSid }) => ({
        number: phoneNumber,
        ...(!voiceApplicationSid && !trunkSid && { asksAt: voiceUrl ?? '' }),
      })),
      ...verified.map(({ phoneNumber }) => ({ number: phoneNumber })),
    ].filter(({ number }) => isOwn(number));
  },
});
