import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createProofSource } from './commands/stepUp/proofs.ts';
import { keepRights } from './commands/keepRights.ts';
import { followTrust, silenceWhispers } from './commands/keepTrust.ts';
import { keepPolicies } from './commands/keepPolicies.ts';
import { crmHandlers } from './commands/tellCrm.ts';
import { keepWatch, type WatchMemory } from './commands/keepWatch.ts';
import { startCanary, type Canaries } from './commands/runCanary.ts';
import { composeAudit } from './composeAudit.ts';
import { readConfig, type Config } from './config.ts';
import { createConsentBook } from './crm/jurisdictions.ts';
import { connectOrgs } from './crm/orgs.ts';
import { createSessionTokens } from './crm/sessionTokens.ts';
import { createSpeechBook } from './crm/wordings.ts';
import { createStepUpRules } from './crm/stepUpRules.ts';
import { createApp } from './http/app.ts';
import { authenticator } from './http/authenticate.ts';
import { createLimits } from './http/limits.ts';
import { listen } from './http/listen.ts';
import { createOrigins } from './http/origins.ts';
import { callView, interventionsDue, isShownTo, noticesFor, type Viewing } from './http/presenters.ts';
import { createHub } from './live/hub.ts';
import { openEventStream } from './live/sse.ts';
import { createLog } from './log.ts';
import { secretsOf } from './redaction.ts';
import type { Clock, Ids, Log } from './ports.ts';
import { createPasskeyCeremony } from './passkeys/ceremony.ts';
import { createPinHash } from './passkeys/pinHash.ts';
import { inProcessTransport } from './queue/inProcess.ts';
import { redisTransport } from './queue/redis.ts';
import { startRelay } from './queue/relay.ts';
import { repeatedly } from './repeatedly.ts';
import { listenForCallChanges } from './store/callChanges.ts';
import { migrate } from './store/migrate.ts';
import { createCanaryRuns } from './store/canaryRuns.ts';
import { createLatencyLedger } from './store/latencyLedger.ts';
import { createLeases } from './store/leases.ts';
import { createPastCalls } from './store/pastCalls.ts';
import { createSimulations } from './store/simulations.ts';
import { createPolicyHistory } from './store/policyHistory.ts';
import { createOneTimeSecrets } from './store/oneTimeSecrets.ts';
import { createOutbox } from './store/outbox.ts';
import { createPasskeys } from './store/passkeys.ts';
import { createPins } from './store/pins.ts';
import { createPostgresStore } from './store/postgresStore.ts';
import { createTurns } from './store/turns.ts';
import { grantApplication } from './store/roles.ts';
import { createCanaryRooms } from './telephony/canaryRooms.ts';
import { createTwilioClient } from './telephony/client.ts';
import { createConferenceControl } from './telephony/control.ts';
import { createMediaStreams } from './telephony/mediaStreams.ts';
import { createRecordingMedia } from './telephony/recordings.ts';
import { createSoftphoneTokens } from './telephony/tokens.ts';
import { createCarrierWebhooks } from './telephony/webhooks.ts';
import { reportOf } from './telephony/witnessed.ts';

const POLICY_EVERY_MS = 30_000;
const WATCH_EVERY_MS = 2_000;
/** Before the lease of a softphone runs out that is refused its sign of life: the end has the reason it has. */
const RIGHTS_EVERY_MS = 2_000;
/** How often an instance looks whether the canary is due; the table says when it ran last. */
const CANARY_LOOK_MS = 60_000;
const SOFTPHONE_DIR = fileURLToPath(new URL('../softphone/dist', import.meta.url));

const clock: Clock = { now: () => new Date().toISOString() };
const ids: Ids = { next: () => randomUUID() };

const read = readConfig(process.env);
if ('faults' in read) {
  for (const fault of read.faults) process.stderr.write(`server: ${fault}\n`);
  process.exit(1);
}
await run(read.config, createLog(read.config.LOG_LEVEL, secretsOf(read.config)));

async function run(config: Config, log: Log): Promise<void> {
  await migrate(config.DATABASE_OWNER_URL ?? config.DATABASE_URL);
  if (config.DATABASE_OWNER_URL) await grantApplication(config.DATABASE_OWNER_URL, config.DATABASE_URL);
  const store = createPostgresStore(config.DATABASE_URL, log);
  const leases = createLeases(store.pool);
  const canaryRuns = createCanaryRuns(store.pool);
  const changes = await listenForCallChanges(config.DATABASE_URL, log);
  const turns = createTurns(config.DATABASE_URL, log);

  const crm = connectOrgs(config.orgs);
  const { directory, customers, activities, assists, policySource, roster, connectionTo } = crm;
  const audit = await composeAudit({ store, crm, signingKey: config.AUDIT_SIGNING_KEY_FILE, orgIds: config.orgs.map(({ orgId }) => orgId), clock, ids, log });
  const sessions = await createSessionTokens(config.orgs, () => new Date());
  const origins = createOrigins(config.orgs, config.PUBLIC_URL);
  const lines = linesOf(config);
  const policyHistory = createPolicyHistory(store.pool);
  const policies = keepPolicies({ source: policySource, history: policyHistory, store, clock, ids, log });
  const lookAtPolicies = () => Promise.all(config.orgs.map(({ orgId }) => policies.refresh(orgId).catch(async (fault) => {
    log.warn({ orgId, fault: String(fault) }, 'the policy could not be looked at');
    await policies.recall(orgId);
  })));
  await lookAtPolicies();
  const trust = followTrust(canaryRuns, () => onTrustChange());
  let onTrustChange = (): void => undefined;
  const viewing = ({ orgId }: { orgId: string }): Viewing => ({ policy: policies.lastKnown(orgId), now: clock.now(), trust: trust.current() });

  const account = { accountSid: config.TWILIO_ACCOUNT_SID, authToken: config.TWILIO_AUTH_TOKEN, apiUrl: config.TWILIO_API_URL };
  const twilio = createTwilioClient(account);
  const control = createConferenceControl(twilio, {
    publicUrl: config.PUBLIC_URL, callerIdOf: lines.callerIdOf,
    seen: (callId, conferenceSid, legs) => audit.keepReports(legs.map((leg) => reportOf(callId, conferenceSid, leg, clock.now()))),
  });
  const following = { store, control, turns, clock, ids, log };

  const policyRounds = repeatedly(POLICY_EVERY_MS, async () => void await lookAtPolicies(), (fault) => log.warn({ fault: String(fault) }, 'a round over policies failed'));
  const closing: (() => Promise<unknown> | unknown)[] = [() => policyRounds.stop()];

  const outbox = createOutbox(store.pool);
  if (config.ROLES.includes('worker')) {
    const relay = await startRelay({
      outbox, clock, log,
      transport: config.REDIS_URL ? redisTransport(config.REDIS_URL, log) : inProcessTransport(),
      handlers: {
        ...crmHandlers({ store, activities, assists }),
        ...audit.handlers,
      },
    });
    const unsubscribe = changes.subscribe({ onChange: () => relay.kick(), onGap: () => relay.kick() });
    const memory: WatchMemory = { lastLookAt: new Map() };
    const watch = repeatedly(WATCH_EVERY_MS, () => keepWatch({ ...following, leases }, memory), (fault) => log.warn({ fault: String(fault) }, 'a watch round failed'));
    const unknownSince = new Map<string, number>();
    const rights = repeatedly(RIGHTS_EVERY_MS, () => keepRights({ ...following, directory, policies }, unknownSince), (fault) => log.warn({ fault: String(fault) }, 'a round over rights failed'));
    const auditing = audit.work();
    closing.push(unsubscribe, () => watch.stop(), () => rights.stop(), () => auditing.stop(), () => relay.stop());
  }

  if (config.ROLES.includes('web')) {
    const hub = createHub({ store, changes, log, whoIs: ({ orgId, userId }) => directory.person(orgId, userId), present: {
      maySee: (person, call) => isShownTo(person, call, viewing(person)),
      call: (call, person) => callView(call, person, viewing(person)),
      noticesFor, interventionsDue,
    } });
    closing.push(audit.onIncident(changes, (incident) => hub.alert('incident', incident, ({ orgId, roles }) => orgId === incident.orgId && roles.includes('admin'))));
    onTrustChange = () => hub.refreshAll();
    policies.onChange(() => hub.refreshAll());
    const streams = createMediaStreams({ publicUrl: config.PUBLIC_URL, authToken: config.TWILIO_AUTH_TOKEN });
    const canaries: Canaries = {
      ...following, runs: canaryRuns, orgIds: config.orgs.map(({ orgId }) => orgId),
      rooms: createCanaryRooms(twilio, streams, {
        twimlAppSid: config.TWILIO_TWIML_APP_SID, callerId: config.TWILIO_CALLER_ID, settleMs: config.CANARY_SETTLE_MS, listenMs: config.CANARY_LISTEN_MS,
      }),
      onVerdict: (verdict) => {
        trust.refresh().then(() => silenceWhispers(following, verdict)).catch((fault) => log.error({ fault: String(fault) }, 'a verdict of the canary could not be acted on'));
      },
    };
    const limits = createLimits({
      perPerson: config.RATE_LIMIT_PER_PERSON, perOrg: config.RATE_LIMIT_PER_ORG, strangersPerAddress: config.RATE_LIMIT_STRANGERS, feedsPerPerson: 20,
    });
    const [pins, passkeys] = [createPins(store.pool), createPasskeys(store.pool)];
    const stepUp = {
      pins, passkeys, proofs: createProofSource({ pins, passkeys }), secrets: createOneTimeSecrets(store.pool),
      pinHash: createPinHash(), ceremony: createPasskeyCeremony(config.PUBLIC_URL), stepUpRules: createStepUpRules(connectionTo),
    };
    const consent = createConsentBook(connectionTo, { disclosedElsewhere: config.DISCLOSURE === 'elsewhere', legitimateInterest: config.LEGITIMATE_INTEREST });
    const speech = createSpeechBook(connectionTo);
    const app = createApp({
      outbox,
      ...following,
      consent,
      speech,
      trail: audit.trail, checkpointing: audit.checkpointing, witness: audit.witness, people: audit.people, keepReports: audit.keepReports,
      leases,
      media: createRecordingMedia(account),
      canaries, canaryRuns, latency: createLatencyLedger(store.pool), viewing,
      policies,
      policyKeeper: policies,
      policyHistory, roster, pastCalls: createPastCalls(store.pool), simulations: createSimulations(store.pool),
      authenticate: authenticator({ sessions, limits, secrets: stepUp.secrets, directory, store, clock, ids, origins }),
      customers,
      directory,
      softphoneTokens: createSoftphoneTokens({
        accountSid: config.TWILIO_ACCOUNT_SID, apiKeySid: config.TWILIO_API_KEY_SID, apiKeySecret: config.TWILIO_API_KEY_SECRET,
        twimlAppSid: config.TWILIO_TWIML_APP_SID, signallingUrl: config.TWILIO_SIGNALLING_URL,
      }, clock),
      webhooks: createCarrierWebhooks({ publicUrl: config.PUBLIC_URL, authToken: config.TWILIO_AUTH_TOKEN, recordsCalls: config.RECORD_CALLS === 'on' }),
      orgOfNumber: lines.orgOfNumber,
      later: (delayMs, act) => void setTimeout(() => act().catch((fault) => log.warn({ fault: String(fault) }, 'a later look failed')), delayMs).unref(),
      stream: (person, res) => {
        const stream = openEventStream(res, () => hub.detach(stream));
        void hub.attach(person, stream);
      },
      origins,
      limits,
      trustedProxies: config.TRUSTED_PROXIES,
      publicUrl: config.PUBLIC_URL,
      ...stepUp,
      softphone: { dir: config.SOFTPHONE_DIR ?? SOFTPHONE_DIR, origins, signallingUrl: config.TWILIO_SIGNALLING_URL },
      isReady: () => store.isReady(),
    });
    const server = await listen(app.callback(), { port: config.PORT, host: config.HOST });
    server.on('upgrade', streams.upgrade);
    const trusting = repeatedly(WATCH_EVERY_MS, () => trust.refresh(), (fault) => log.warn({ fault: String(fault) }, 'the canary’s last word could not be read'));
    const singing = config.CANARY_EVERY_MINUTES > 0 && repeatedly(
      Math.min(config.CANARY_EVERY_MINUTES * 60_000, CANARY_LOOK_MS),
      async () => void (await (await startCanary(canaries, { actor: { kind: 'system' }, notWithinMs: config.CANARY_EVERY_MINUTES * 60_000 }))?.verdict),
      (fault) => log.warn({ fault: String(fault) }, 'the canary could not be started'),
    );
    closing.unshift(
      () => singing && singing.stop(),
      () => trusting.stop(),
      () => streams.close(),
      () => hub.close(),
      () => closed(server),
    );
  }

  process.stdout.write(`ready server ${config.PUBLIC_URL}\n`);

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), 8_000).unref();
    for (const close of closing) await close();
    await turns.close();
    await changes.close();
    await store.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

/** Whose call it is by the number that was called, and which number customers see. A single org needs no list of numbers. */
function linesOf({ orgs, TWILIO_CALLER_ID }: Config): { orgOfNumber(number: string): string | undefined; callerIdOf(orgId: string): string } {
  return {
    orgOfNumber: (number) => (orgs.length === 1 ? orgs[0] : orgs.find(({ numbers }) => numbers.includes(number)))?.orgId,
    callerIdOf: (orgId) => orgs.find((org) => org.orgId === orgId)?.numbers[0] ?? TWILIO_CALLER_ID,
  };
}

/** Lets requests finish; connections that idle meanwhile would hold the end up for their keep-alive time. */
async function closed(server: Server): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(sweep);
}
