import type { Config } from '../config.ts';
import type { CarrierReport } from '../domain/audit/carrierCrossCheck.ts';
import type { Clock } from '../ports/index.ts';
import { createTwilioClient, type TwilioAccount } from '../telephony/client/client.ts';
import { createConferenceControl } from '../telephony/conference/conferenceControl.ts';
import { reportOf } from '../telephony/webhooks/carrierReports.ts';

interface CarrierParts {
  readonly config: Config;
  readonly clock: Clock;
  /** Gets what the carrier lists when it is asked, as evidence beside the audit. */
  readonly keepReports: (reports: readonly CarrierReport[]) => Promise<void>;
}

export type ComposedCarrier = ReturnType<typeof composeCarrier>;

/** Twilio: the client of one account, and the control of its conferences. */
export function composeCarrier({ config, clock, keepReports }: CarrierParts) {
  const account: TwilioAccount = {
    accountSid: config.TWILIO_ACCOUNT_SID,
    authToken: config.TWILIO_AUTH_TOKEN,
    apiUrl: config.TWILIO_API_URL,
  };
  const client = createTwilioClient(account);
  const { orgOfNumber, callerIdOf } = phoneNumbers(config);
  const control = createConferenceControl(client, {
    publicUrl: config.PUBLIC_URL,
    callerIdOf,
    onParticipantsListed: (callId, conferenceId, participants) =>
      keepReports(
        participants.map((participant) => reportOf(callId, conferenceId, participant, clock.now())),
      ),
  });
  return { account, client, control, orgOfNumber };
}

/** Which number belongs to which org. A single org needs no list of numbers. */
function phoneNumbers({ orgs, TWILIO_CALLER_ID }: Config) {
  return {
    orgOfNumber: (number: string): string | undefined =>
      (orgs.length === 1 ? orgs[0] : orgs.find(({ numbers }) => numbers.includes(number)))?.orgId,
    callerIdOf: (orgId: string): string =>
      orgs.find((org) => org.orgId === orgId)?.numbers[0] ?? TWILIO_CALLER_ID,
  };
}
