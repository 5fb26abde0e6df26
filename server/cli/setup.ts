import { parseArgs } from 'node:util';
import { readSetup, type ReadSetupDeps } from '../commands/setup/readSetup.ts';
import { readConfig, type Config } from '../config.ts';
import { certificateUntil } from '../configOrgs.ts';
import { createInboundSource } from '../crm/inbound/inboundRules.ts';
import { createRingGroups } from '../crm/inbound/ringGroups.ts';
import { createScorecards } from '../crm/policy/scorecards.ts';
import { connectOrgs } from '../crm/session/orgs.ts';
import { createCrmSetup } from '../crm/setup/crmSetup.ts';
import { readNeededPackage } from '../crm/setup/packageVersions.ts';
import { createCrmSurveys } from '../crm/surveys/surveys.ts';
import { EMPTY_POLICY } from '../domain/policy/policy.ts';
import { setupWords } from '../domain/setup/checkSetup.ts';
import type { PolicyReading } from '../ports/index.ts';
import { createAudioCheckRuns } from '../store/audioCheck/audioCheckRuns.ts';
import { createCarrierCrossCheck } from '../store/audit/carrierCrossCheck.ts';
import { createOutbox } from '../store/outbox/outbox.ts';
import { outcomeDropOf } from '../store/outcomes/outcomeDrop.ts';
import { createRatings } from '../store/outcomes/ratings.ts';
import { createCallbackTimes } from '../store/setup/callbackTimes.ts';
import { createTwilioClient } from '../telephony/client/client.ts';
import { createInboundNumbers } from '../telephony/numbers/inboundNumbers.ts';
import { createRelays } from '../telephony/softphone/relays.ts';
import { clock, say, UsageFault, withDatabase, type Command, type Opened } from './command.ts';

const MARKS = { ok: 'ok     ', todo: 'TO DO  ', unknown: 'unknown' } as const;

/**
 * Prints every check of an org's setup, as the page Dealside Setup shows them, with the server's
 * configuration. Exits with 1 when something is to be done.
 */
export const setupChecks: Command = {
  usage: '[--org <id>]',
  async run(args) {
    const option = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { org: option } });
    const read = readConfig(process.env);
    if ('faults' in read) throw new Error(read.faults.join('; '));
    const { config } = read;
    const orgIds = config.orgs.map(({ orgId }) => orgId);
    const orgId = values.org ?? orgIds[0]!;
    if (!orgIds.includes(orgId) || (!values.org && orgIds.length > 1))
      throw new UsageFault(`say which org by --org: ${orgIds.join(', ')}`);
    return withDatabase(async (opened) => {
      const findings = await readSetup(await depsOf(config, opened, orgId), orgId);
      for (const finding of findings) {
        const { title, text } = setupWords(finding, 'en', 'UTC');
        say(`${MARKS[finding.status]}  ${title}: ${text}`);
      }
      return findings.some(({ status }) => status === 'todo') ? 1 : 0;
    });
  },
};

async function depsOf(config: Config, { store }: Opened, orgId: string): Promise<ReadSetupDeps> {
  const crm = connectOrgs(config.orgs, { readTimeoutMs: config.CRM_TIMEOUT_MS });
  const reading = await crm.policySource.read(orgId).catch((): undefined => undefined);
  const client = createTwilioClient({
    accountSid: config.TWILIO_ACCOUNT_SID,
    authToken: config.TWILIO_AUTH_TOKEN,
    apiUrl: config.TWILIO_API_URL,
    region: config.TWILIO_REGION,
    timeoutMs: config.CARRIER_TIMEOUT_MS,
  });
  const scorecards = createScorecards((id) => crm.connectionTo(id));
  // A failed reading shows as unknown.
  await scorecards.renew(orgId).catch(() => undefined);
  const log = { info: tell, warn: tell, error: tell };
  return {
    crmSetup: createCrmSetup((id) => crm.connectionTo(id)),
    crm,
    inboundNumbers: createInboundNumbers(client, {
      numbersOf: (id) => config.orgs.find((org) => org.orgId === id)?.numbers ?? [],
      isOnlyOrg: config.orgs.length === 1,
    }),
    inboundRules: createInboundSource((id) => crm.connectionTo(id)),
    directory: crm.directory,
    ringGroups: createRingGroups((id) => crm.connectionTo(id)),
    relays: createRelays({
      client,
      relaysOf: (id) => config.orgs.find((org) => org.orgId === id)?.relays,
      clock,
      log,
    }),
    callbackTimes: createCallbackTimes(store.pool),
    audioCheckRuns: createAudioCheckRuns(store.pool, config.TWILIO_ACCOUNT_SID),
    policies: { standing: () => standingOf(reading) },
    outbox: createOutbox(store.pool),
    crossCheck: createCarrierCrossCheck(store.pool),
    outcomeDrop: outcomeDropOf(config),
    surveys: createCrmSurveys((id) => crm.connectionTo(id)),
    scorecardStanding: scorecards.standing,
    ratings: createRatings(store.pool),
    clock,
    log,
    publicUrl: config.PUBLIC_URL,
    neededPackage: readNeededPackage,
    certificateUntil: (id) => certificateUntil(config.orgs, id),
  };
}

/** To the other output, so that the checks stay as they are. */
const tell = (fields: object, message: string): void =>
  void process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);

/** What the CRM has now: here no policy is in force, so a faulty one leaves none. */
const standingOf = (reading: PolicyReading | undefined) => ({
  policy: reading && 'policy' in reading ? reading.policy : EMPTY_POLICY,
});
