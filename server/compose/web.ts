import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { watchCarrierHealth, silenceLeakingWhispers } from '../commands/audioCheck/watchCarrierHealth.ts';
import { startAudioCheck, type AudioCheckDeps } from '../commands/audioCheck/runAudioCheck.ts';
import { createProofSource } from '../commands/stepUp/proofs.ts';
import { createConsentSource } from '../crm/policy/jurisdictions.ts';
import { createSessionTokens } from '../crm/session/sessionTokens.ts';
import { createStepUpRules } from '../crm/policy/stepUpRules.ts';
import { createSpeechSource } from '../crm/policy/announcementWordings.ts';
import { createApp } from '../http/app.ts';
import { authenticator } from '../http/authenticate.ts';
import { createLimits } from '../http/limits.ts';
import { listen } from '../http/listen.ts';
import { createOrigins } from '../http/origins.ts';
import { callView, interventionsDue, isShownTo, noticesFor, type ViewContext } from '../http/presenters.ts';
import { createHub, type Hub } from '../live/hub.ts';
import { openEventStream } from '../live/sse.ts';
import { createPasskeyCeremony } from '../passkeys/ceremony.ts';
import { createPinHash } from '../passkeys/pinHash.ts';
import { everyMs, warning } from '../everyMs.ts';
import { createLatencyLedger } from '../store/supervision/latencyLedger.ts';
import { createOneTimeSecrets } from '../store/stepUp/oneTimeSecrets.ts';
import { createPasskeys } from '../store/stepUp/passkeys.ts';
import { createPastCalls } from '../store/calls/pastCalls.ts';
import { createPins } from '../store/stepUp/pins.ts';
import { createSimulations } from '../store/policy/simulations.ts';
import { createAudioCheckRooms, runOfKey } from '../telephony/audioCheck/audioCheckRooms.ts';
import { createMediaStreams } from '../telephony/audioCheck/mediaStreams.ts';
import { createRecordingMedia } from '../telephony/recordings/recordings.ts';
import { createSoftphoneTokens } from '../telephony/softphone/tokens.ts';
import { createCarrierWebhooks } from '../telephony/webhooks/webhooks.ts';
import type { Closing, Shared } from './shared.ts';

const TRUST_EVERY_MS = 2_000;
/** How often an instance looks whether the audio check is due; the table says when it ran last. */
const AUDIO_CHECK_LOOK_MS = 60_000;
const FEEDS_PER_PERSON = 20;
const SOFTPHONE_DIR = fileURLToPath(new URL('../../softphone/dist', import.meta.url));

/**
 * Starts what answers: the API, the carrier's callbacks, the live feed, and the audio check that
 * listens to the carrier.
 */
export async function startWeb(shared: Shared): Promise<Closing> {
  const { config, following, store, changes, audit, policies, audioCheckRuns, clock, log } = shared;
  const carrierHealth = watchCarrierHealth(audioCheckRuns, () => hub.refreshAll());
  const viewing = ({ orgId }: { orgId: string }): ViewContext => ({ policy: policies.lastKnown(orgId), now: clock.now(), carrierHealth: carrierHealth.current() });
  const hub = createHub({
    store, changes, log,
    currentPerson: ({ orgId, userId }) => shared.crm.directory.person(orgId, userId),
    present: {
      maySee: (person, call) => isShownTo(person, call, viewing(person)),
      call: (call, person) => callView(call, person, viewing(person)),
      noticesFor, interventionsDue,
    },
  });
  policies.onChange(() => hub.refreshAll());
  const deafToIncidents = audit.onIncident(changes, (incident) => hub.alert('incident', incident, ({ orgId, roles }) => orgId === incident.orgId && roles.includes('admin')));

  const streams = createMediaStreams({
    publicUrl: config.PUBLIC_URL, authToken: config.TWILIO_AUTH_TOKEN,
    onUnexpectedStream: (key) => void audioCheckRuns.reachedOtherInstance(runOfKey(key)).catch(warning(log, 'a stream of another instance’s audio check could not be noted')),
  });
  const audioCheck: AudioCheckDeps = {
    ...following, runs: audioCheckRuns, orgIds: config.orgs.map(({ orgId }) => orgId),
    rooms: createAudioCheckRooms(shared.twilio, streams, {
      twimlAppSid: config.TWILIO_TWIML_APP_SID, callerId: config.TWILIO_CALLER_ID, settleMs: config.AUDIO_CHECK_SETTLE_MS, listenMs: config.AUDIO_CHECK_LISTEN_MS,
    }),
    onVerdict: (verdict) => {
      carrierHealth.refresh().then(() => silenceLeakingWhispers(following, verdict)).catch((fault) => log.error({ fault: String(fault) }, 'a verdict of the audio check could not be acted on'));
    },
  };

  const app = await composeApp(shared, { audioCheck, viewing, hub });
  const server = await listen(app.callback(), { port: config.PORT, host: config.HOST });
  server.on('upgrade', streams.upgrade);
  const trusting = everyMs(TRUST_EVERY_MS, () => carrierHealth.refresh(), warning(log, 'the audio check’s last word could not be read'));
  const audioCheckEveryMs = config.AUDIO_CHECK_EVERY_MINUTES * 60_000;
  const singing = audioCheckEveryMs > 0 && everyMs(
    Math.min(audioCheckEveryMs, AUDIO_CHECK_LOOK_MS),
    async () => void (await (await startAudioCheck(audioCheck, { actor: { kind: 'system' }, notWithinMs: audioCheckEveryMs }))?.verdict),
    warning(log, 'the audio check could not be started'),
  );
  return [
    () => singing && singing.stop(),
    () => trusting.stop(),
    () => streams.close(),
    () => hub.close(),
    () => closeServer(server),
    deafToIncidents,
  ];
}

async function composeApp(shared: Shared, { audioCheck, viewing, hub }: { audioCheck: AudioCheckDeps; viewing: (of: { orgId: string }) => ViewContext; hub: Hub }) {
  const { config, following, store, outbox, leases, audit, policies, policyHistory, audioCheckRuns, account, lines, clock, ids, log } = shared;
  const { directory, customers, roster, connectionTo } = shared.crm;
  const [pins, passkeys] = [createPins(store.pool), createPasskeys(store.pool)];
  const stepUp = {
    pins, passkeys, proofs: createProofSource({ pins, passkeys }), secrets: createOneTimeSecrets(store.pool),
    pinHash: createPinHash(), ceremony: createPasskeyCeremony(config.PUBLIC_URL), stepUpRules: createStepUpRules(connectionTo),
  };
  const sessions = await createSessionTokens(config.orgs, () => new Date());
  const origins = createOrigins(config.orgs, config.PUBLIC_URL);
  const limits = createLimits({
    perPerson: config.RATE_LIMIT_PER_PERSON, perOrg: config.RATE_LIMIT_PER_ORG, strangersPerAddress: config.RATE_LIMIT_STRANGERS, feedsPerPerson: FEEDS_PER_PERSON,
  });
  return createApp({
    ...following, ...stepUp,
    outbox, leases, directory, customers, roster, policies, policyHistory, policyKeeper: policies, audioCheck, audioCheckRuns, viewing, origins, limits,
    authenticate: authenticator({ sessions, limits, secrets: stepUp.secrets, directory, store, clock, ids, origins }),
    consent: createConsentSource(connectionTo, { disclosedElsewhere: config.DISCLOSURE === 'elsewhere', legitimateInterest: config.LEGITIMATE_INTEREST }),
    speech: createSpeechSource(connectionTo),
    trail: audit.trail, checkpointing: audit.checkpointing, crossCheck: audit.crossCheck, people: audit.people, keepReports: audit.keepReports,
    latency: createLatencyLedger(store.pool),
    pastCalls: createPastCalls(store.pool),
    simulations: createSimulations(store.pool),
    media: createRecordingMedia(account),
    softphoneTokens: createSoftphoneTokens({
      accountSid: config.TWILIO_ACCOUNT_SID, apiKeySid: config.TWILIO_API_KEY_SID, apiKeySecret: config.TWILIO_API_KEY_SECRET,
      twimlAppSid: config.TWILIO_TWIML_APP_SID, signallingUrl: config.TWILIO_SIGNALLING_URL,
    }, clock),
    webhooks: createCarrierWebhooks({ publicUrl: config.PUBLIC_URL, authToken: config.TWILIO_AUTH_TOKEN, recordsCalls: config.RECORD_CALLS === 'on' }),
    orgOfNumber: lines.orgOfNumber,
    later: (delayMs, act) => void setTimeout(() => act().catch(warning(log, 'a later look failed')), delayMs).unref(),
    stream: (person, res) => {
      const stream = openEventStream(res, () => hub.detach(stream));
      void hub.attach(person, stream);
    },
    trustedProxies: config.TRUSTED_PROXIES,
    publicUrl: config.PUBLIC_URL,
    softphone: { dir: config.SOFTPHONE_DIR ?? SOFTPHONE_DIR, origins, signallingUrl: config.TWILIO_SIGNALLING_URL },
    isReady: () => store.isReady(),
  });
}

/**
 * Lets requests finish; connections that idle meanwhile would hold the end up for their keep-alive
 * time.
 */
async function closeServer(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
}
