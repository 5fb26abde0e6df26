import type { Twilio } from 'twilio';
import type { OwnedNumbers } from '../../domain/callerId/choose.ts';
import type { NumberSource } from '../../ports/index.ts';

const TTL_MS = 300_000;
const LIST_PAGE_SIZE = 1_000;

interface OwnNumbersSettings {
  /** The org's numbers in the configuration, beginning with the default caller ID. */
  readonly numbersOf: (orgId: string) => readonly string[];
  /** Whether the account has only one org, which then owns all of its numbers. */
  readonly isOnlyOrg: boolean;
  readonly onFault?: (fault: unknown) => void;
  readonly nowMs?: () => number;
}

/**
 * The numbers that Twilio accepts as caller IDs of the account: rented numbers, and other numbers
 * that the account has verified. If several orgs share the account, only those that the
 * configuration assigns to the org.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 * https://www.twilio.com/docs/voice/api/outgoing-caller-ids
 */
export function createOwnNumbers(
  client: Twilio,
  { numbersOf, isOnlyOrg, onFault, nowMs = Date.now }: OwnNumbersSettings,
): NumberSource {
  let listed: { readonly numbers: readonly string[]; readonly until: number } | undefined;
  let listing: Promise<void> | undefined;

  async function list(): Promise<void> {
    try {
      const [rented, verified] = await Promise.all([
        client.incomingPhoneNumbers.list({ pageSize: LIST_PAGE_SIZE }),
        client.outgoingCallerIds.list({ pageSize: LIST_PAGE_SIZE }),
      ]);
      const numbers = [...rented, ...verified].map(({ phoneNumber }) => phoneNumber);
      listed = { numbers: [...new Set(numbers)], until: nowMs() + TTL_MS };
    } catch (fault) {
      onFault?.(fault);
      listed = { numbers: listed?.numbers ?? [], until: nowMs() + TTL_MS / 10 };
    } finally {
      listing = undefined;
    }
  }

  return {
    async of(orgId): Promise<OwnedNumbers> {
      if (!listed || nowMs() >= listed.until) await (listing ??= list());
      const configured = numbersOf(orgId);
      const known = listed?.numbers ?? [];
      const numbers = isOnlyOrg ? known : known.filter((number) => configured.includes(number));
      return { numbers: [...new Set([...configured, ...numbers])], main: configured[0]! };
    },
  };
}
