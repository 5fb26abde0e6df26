import { fileURLToPath } from 'node:url';
import type { AudioCheckDeps } from '../commands/audioCheck/runAudioCheck.ts';
import { createScorecardNotes } from '../commands/policy/noteScorecard.ts';
import { createProofSource } from '../commands/stepUp/proofs.ts';
import { createCallerIdSource } from '../crm/callerId/callerIds.ts';
import { createInboundSource } from '../crm/inbound/inboundRules.ts';
import { createRingGroups } from '../crm/inbound/ringGroups.ts';
import { createSpeechSource } from '../crm/policy/announcementWordings.ts';
import { createConsentSource } from '../crm/policy/jurisdictions.ts';
import { createScorecards } from '../crm/policy/scorecards.ts';
import { createStepUpRules } from '../crm/policy/stepUpRules.ts';
import { createSessionTokens } from '../crm/session/sessionTokens.ts';
import { createCrmSetup } from '../crm/setup/crmSetup.ts';
import type { ScorecardItem } from '../domain/supervision/scorecard.ts';
import { warning } from '../everyMs.ts';
import { createLimits } from '../http/limits.ts';
import { authenticator } from '../http/session/authenticate.ts';
import { createOrigins } from '../http/session/origins.ts';
import { createPasskeyCeremony } from '../passkeys/ceremony.ts';
import { createPinHash } from '../passkeys/pinHash.ts';
import type { Later, OpenCallsOfOrg } from '../ports/index.ts';
import { createAuditTrail } from '../store/audit/auditTrail.ts';
import { createCustomerChoices } from '../store/calls/customerChoices.ts';
import { createFinishedCalls } from '../store/calls/finishedCalls.ts';
import { createPastCalls } from '../store/calls/pastCalls.ts';
import { createQualityFeed } from '../store/calls/qualityFeed.ts';
import { createRecordedCalls } from '../store/calls/recordedCalls.ts';
import { createRepActivities } from '../store/calls/repActivities.ts';
import { createCoachingTotals } from '../store/outcomes/coachingTotals.ts';
import { createSimulations } from '../store/policy/simulations.ts';
import { createCallbackTimes } from '../store/setup/callbackTimes.ts';
import { createOneTimeSecrets } from '../store/stepUp/oneTimeSecrets.ts';
import { createPasskeys } from '../store/stepUp/passkeys.ts';
import { createPins } from '../store/stepUp/pins.ts';
import { createBargeHabits } from '../store/supervision/bargeHabits.ts';
import { createCalibrations } from '../store/supervision/calibrations.ts';
import { createDebriefs, createDueDebriefs } from '../store/supervision/debriefs.ts';
import { createInterventionKeys } from '../store/supervision/interventionKeys.ts';
import { createJointCalls } from '../store/supervision/jointCalls.ts';
import { createLatencyLedger } from '../store/supervision/latencyLedger.ts';
import { createTrainingSignals } from '../store/supervision/trainingSignals.ts';
import { createCallClaims } from '../store/words/attention.ts';
import { edgesIn } from '../telephony/client/region.ts';
import { createRecordingMedia } from '../telephony/recordings/recordings.ts';
import { createRelays } from '../telephony/softphone/relays.ts';
import { softphoneSources } from '../telephony/softphone/sources.ts';
import { createSoftphoneTokens } from '../telephony/softphone/tokens.ts';
import { createCarrierWebhooks } from '../telephony/webhooks/webhooks.ts';
import type { LiveFeed } from './liveFeed.ts';
import type { Shared } from './shared.ts';

const FEEDS_PER_PERSON = 20;
const SOFTPHONE_DIR = fileURLToPath(new URL('../../softphone/dist', import.meta.url));

export type WebParts = Awaited<ReturnType<typeof composeWebParts>>;

/** Creates the adapters of the web role, one per line; routes.ts passes them to the routes. */
export async function composeWebParts(
  shared: Shared,
  { hub, viewing, stream }: LiveFeed,
  audioCheck: AudioCheckDeps,
) {
  const { crm, log } = shared;
  const tables = webTables(shared);
  const later: Later = (delayMs, act) =>
    void setTimeout(() => void act().catch(warning(log, 'delayed work failed')), delayMs).unref();
  return {
    ...shared,
    ...tables,
    ...orgSettings(shared),
    ...carrierParts(shared),
    ...(await requestParts(shared, tables)),
    viewing,
    stream,
    openCalls: { of: (orgId) => hub.openCallsOf(orgId) } satisfies OpenCallsOfOrg,
    audioCheck,
    later,
    scorecards: readScorecards(shared),
    ringGroups: createRingGroups(crm.connectionTo),
    crmSetup: createCrmSetup(crm.connectionTo),
  };
}

/** The PostgreSQL adapters that only the web role uses. */
function webTables({ store, config }: Shared) {
  const { pool, hot } = store;
  const pins = createPins(pool);
  const passkeys = createPasskeys(pool);
  return {
    pins,
    passkeys,
    proofs: createProofSource({ pins, passkeys }),
    secrets: createOneTimeSecrets(pool),
    interventionKeys: createInterventionKeys(hot),
    activities: createRepActivities(pool),
    claims: createCallClaims(pool),
    customerChoices: createCustomerChoices(pool),
    habits: createBargeHabits(pool),
    calibrations: createCalibrations(pool),
    qualityFeed: createQualityFeed(pool),
    debriefs: createDebriefs(pool),
    dueDebriefs: createDueDebriefs(pool),
    trainingSignals: createTrainingSignals(pool),
    jointCalls: createJointCalls(pool),
    coachingRead: {
      coachingTotals: createCoachingTotals(pool),
      alertsKeptDays: config.KEEP_ALERTS_DAYS,
    },
    latency: createLatencyLedger(pool),
    callbackTimes: createCallbackTimes(pool),
    finishedCalls: createFinishedCalls(pool),
    recordedCalls: createRecordedCalls(pool),
    pastCalls: createPastCalls(pool),
    simulations: createSimulations(pool),
  };
}

/**
 * The settings of orgs that only the web role reads. The rounds of the CRM read each of them again.
 */
function orgSettings({ crm, consentDefaults, crmRounds }: Shared) {
  const { connectionTo } = crm;
  const settings = {
    stepUpRules: createStepUpRules(connectionTo),
    consent: createConsentSource(connectionTo, consentDefaults),
    speech: createSpeechSource(connectionTo),
    callerIds: createCallerIdSource(connectionTo),
    inboundRules: createInboundSource(connectionTo),
  };
  for (const source of Object.values(settings)) crmRounds.join((orgId) => source.renew(orgId));
  return settings;
}

/** Reads the scorecard of each org now and in the rounds of the CRM, and notes its changes. */
function readScorecards(shared: Shared) {
  const { config, crm, crmRounds, auditedRecords, clock, log } = shared;
  const scorecards = createScorecards(crm.connectionTo, {
    lastGood: async (orgId) => {
      const kept = await auditedRecords.latest(orgId, 'scorecard');
      return kept?.records as readonly ScorecardItem[] | undefined;
    },
  });
  const note = createScorecardNotes({
    ...shared,
    auditTrail: createAuditTrail(shared.store.pool),
  });
  const readScorecard = async (orgId: string): Promise<void> => {
    const askedAt = clock.now();
    await note(orgId, { ...(await scorecards.renew(orgId)), askedAt });
  };
  crmRounds.join(readScorecard);
  for (const { orgId } of config.orgs)
    void readScorecard(orgId).catch(warning(log, 'scorecard not read'));
  return scorecards;
}

/** What checks requests: origins, sessions, limits and proofs. */
async function requestParts(
  { config, crm, store, clock, ids }: Shared,
  { secrets, interventionKeys }: ReturnType<typeof webTables>,
) {
  const origins = createOrigins(config.orgs, config.PUBLIC_URL);
  const limits = createLimits({
    perPerson: config.RATE_LIMIT_PER_PERSON,
    perOrg: config.RATE_LIMIT_PER_ORG,
    strangersPerAddress: config.RATE_LIMIT_STRANGERS,
    feedsPerPerson: FEEDS_PER_PERSON,
  });
  const sessions = await createSessionTokens(config.orgs, () => new Date(), {
    publicUrl: config.PUBLIC_URL,
    takesFormer: config.FORMER_SESSIONS === 'on',
  });
  return {
    origins,
    limits,
    authenticate: authenticator({
      sessions,
      limits,
      secrets,
      interventionKeys,
      directory: crm.directory,
      store,
      clock,
      ids,
      origins,
    }),
    pinHash: createPinHash(),
    ceremony: createPasskeyCeremony(config.PUBLIC_URL),
    softphone: {
      dir: config.SOFTPHONE_DIR ?? SOFTPHONE_DIR,
      origins,
      signalingUrl: config.TWILIO_SIGNALING_URL,
      sources: softphoneSources(config.TWILIO_SIGNALING_URL),
    },
  };
}

/** The carrier adapters of the web role: webhooks, tokens and relays of softphones, recordings. */
function carrierParts({ config, carrier, clock, log }: Shared) {
  return {
    media: createRecordingMedia(carrier.account),
    webhooks: createCarrierWebhooks({
      publicUrl: config.PUBLIC_URL,
      authToken: config.TWILIO_AUTH_TOKEN,
      transcribes: config.TRANSCRIBE_VOICEMAIL === 'on',
    }),
    softphoneTokens: createSoftphoneTokens(
      {
        accountSid: config.TWILIO_ACCOUNT_SID,
        apiKeySid: config.TWILIO_API_KEY_SID,
        apiKeySecret: config.TWILIO_API_KEY_SECRET,
        twimlAppSid: config.TWILIO_TWIML_APP_SID,
        signalingUrl: config.TWILIO_SIGNALING_URL,
        region: config.TWILIO_REGION,
        edges: config.TWILIO_EDGES.length > 0 ? config.TWILIO_EDGES : edgesIn(config.TWILIO_REGION),
        lifetimeSeconds: config.SOFTPHONE_TOKEN_SECONDS,
      },
      clock,
    ),
    relays: createRelays({
      client: carrier.client,
      relaysOf: (orgId) => config.orgs.find((org) => org.orgId === orgId)?.relays,
      clock,
      log,
    }),
  };
}
