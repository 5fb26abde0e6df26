import type { Config } from '../config.ts';
import type { CarrierReport } from '../domain/audit/carrierCrossCheck.ts';
import { warning } from '../everyMs.ts';
import type { Clock, Log } from '../ports/index.ts';
import { createTwilioClient, type TwilioAccount } from '../telephony/client/client.ts';
import { hostIn } from '../telephony/client/region.ts';
import { createRequestPace } from '../telephony/client/requestPace.ts';
import {
  createConferenceControl,
  type ControlSettings,
} from '../telephony/conference/conferenceControl.ts';
import { createInboundNumbers } from '../telephony/numbers/inboundNumbers.ts';
import { createOwnNumbers } from '../telephony/numbers/ownNumbers.ts';
import { reportOf } from '../telephony/webhooks/carrierReports.ts';

interface CarrierParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Log;
  /** The person's own device to ring; undefined means the softphone. */
  readonly ownAddressOf: ControlSettings['ownAddressOf'];
  /** Receives the carrier's lists, as evidence beside the audit. */
  readonly storeReports: (reports: readonly CarrierReport[]) => Promise<void>;
}

export type ComposedCarrier = ReturnType<typeof composeCarrier>;

/** Twilio: the client of one account, and the control of its conferences. */
export function composeCarrier({ config, clock, log, ownAddressOf, storeReports }: CarrierParts) {
  const account: TwilioAccount = {
    accountSid: config.TWILIO_ACCOUNT_SID,
    authToken: config.TWILIO_AUTH_TOKEN,
    apiUrl: config.TWILIO_API_URL,
    region: config.TWILIO_REGION,
    timeoutMs: config.CARRIER_TIMEOUT_MS,
  };
  const pace = createRequestPace(config.CARRIER_LOOKS_PER_SECOND);
  const client = createTwilioClient(account, { after: pace.heard });
  const { orgOfNumber, callerIdOf, numbersOf } = phoneNumbers(config);
  const settings: ControlSettings = {
    publicUrl: config.PUBLIC_URL,
    twimlAppSid: config.TWILIO_TWIML_APP_SID,
    callerIdOf,
    ownAddressOf,
    onParticipantsListed: (callId, conferenceId, participants) =>
      storeReports(
        participants.map((participant) =>
          reportOf(callId, conferenceId, { ...participant, at: clock.now() }),
        ),
      ),
  };
  const control = createConferenceControl(client, settings);
  const { observeConference, listConferences } = createConferenceControl(
    createTwilioClient(account, { before: pace.turn, after: pace.heard }),
    settings,
  );
  return {
    account,
    /** Where requests go. */
    host: config.TWILIO_API_URL ?? hostIn(config.TWILIO_REGION),
    client,
    control,
    /**
     * Non-urgent looks at the carrier wait for their turn; all other requests are those of
     * `control`.
     */
    unhurriedControl: { ...control, observeConference, listConferences },
    pace,
    orgOfNumber,
    numbersOf,
    inboundNumbers: createInboundNumbers(client, {
      numbersOf,
      isOnlyOrg: config.orgs.length === 1,
    }),
    ownNumbers: createOwnNumbers(client, {
      numbersOf,
      isOnlyOrg: config.orgs.length === 1,
      onFault: warning(log, 'own numbers not read from the carrier'),
    }),
  };
}

/** Which number belongs to which org. A single org needs no list of numbers. */
function phoneNumbers({ orgs, TWILIO_CALLER_ID }: Config) {
  /** The org's own numbers, beginning with the default caller ID. */
  const numbersOf = (orgId: string): readonly string[] => {
    const numbers = orgs.find((org) => org.orgId === orgId)?.numbers ?? [];
    return numbers.length > 0 ? numbers : [TWILIO_CALLER_ID];
  };
  return {
    orgOfNumber: (number: string): string | undefined =>
      (orgs.length === 1 ? orgs[0] : orgs.find(({ numbers }) => numbers.includes(number)))?.orgId,
    callerIdOf: (orgId: string): string => numbersOf(orgId)[0]!,
    numbersOf,
  };
}
