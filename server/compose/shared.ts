import { randomUUID } from 'node:crypto';
import type { Twilio } from 'twilio';
import { createPolicyKeeper, type RunningPolicyKeeper } from '../commands/policy/policyKeeper.ts';
import type { CallDeps } from '../commands/transact/applyToCall.ts';
import type { Config } from '../config.ts';
import { connectOrgs, type ConnectedOrgs } from '../crm/session/orgs.ts';
import type { AudioCheckRuns, Clock, Ids, Leases, Log, Outbox, PolicyHistory } from '../ports/index.ts';
import { everyMs, warning } from '../everyMs.ts';
import { listenForCallChanges, type PostgresCallChanges } from '../store/calls/callChanges.ts';
import { createAudioCheckRuns } from '../store/audioCheck/audioCheckRuns.ts';
import { createLeases } from '../store/supervision/leases.ts';
import { migrate } from '../store/database/migrate.ts';
import { createOutbox } from '../store/outbox/outbox.ts';
import { createPolicyHistory } from '../store/policy/policyHistory.ts';
import { createPostgresStore, type PostgresStore } from '../store/calls/postgresStore.ts';
import { grantApplication } from '../store/database/roles.ts';
import { createConferenceLocks } from '../store/locks/conferenceLocks.ts';
import { createTwilioClient } from '../telephony/client/client.ts';
import { createConferenceControl } from '../telephony/conference/conferenceControl.ts';
import { reportOf } from '../telephony/webhooks/carrierReports.ts';
import { composeAudit, type Audit } from './audit.ts';

const POLICY_EVERY_MS = 30_000;

const clock: Clock = { now: () => new Date().toISOString() };
const ids: Ids = { next: () => randomUUID() };

/** What to do when the server stops, in this order. */
export type Closing = readonly (() => Promise<unknown> | unknown)[];

/** Which number belongs to which org. */
interface Lines {
  orgOfNumber(number: string): string | undefined;
  callerIdOf(orgId: string): string;
}

/** What both roles of the server are made of. */
export interface Shared {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly store: PostgresStore;
  readonly outbox: Outbox;
  readonly leases: Leases;
  readonly audioCheckRuns: AudioCheckRuns;
  readonly changes: PostgresCallChanges;
  readonly crm: ConnectedOrgs;
  readonly policies: RunningPolicyKeeper;
  readonly policyHistory: PolicyHistory;
  readonly audit: Audit;
  readonly account: { readonly accountSid: string; readonly authToken: string; readonly apiUrl?: string };
  readonly twilio: Twilio;
  readonly lines: Lines;
  /** What it takes to change a call and to act on it at the carrier. */
  readonly following: CallDeps & { readonly store: PostgresStore };
  readonly closing: Closing;
}

/**
 * Brings the tables up to date, connects to PostgreSQL, Salesforce and Twilio, and reads the
 * policies.
 */
export async function composeShared(config: Config, log: Log): Promise<Shared> {
  await migrate(config.DATABASE_OWNER_URL ?? config.DATABASE_URL);
  if (config.DATABASE_OWNER_URL) await grantApplication(config.DATABASE_OWNER_URL, config.DATABASE_URL);
  const store = createPostgresStore(config.DATABASE_URL, log);
  const changes = await listenForCallChanges(config.DATABASE_URL, log);
  const locks = createConferenceLocks(config.DATABASE_URL, log);

  const crm = connectOrgs(config.orgs);
  const orgIds = config.orgs.map(({ orgId }) => orgId);
  const audit = await composeAudit({ store, crm, signingKey: config.AUDIT_SIGNING_KEY_FILE, pace: { entries: config.CHECKPOINT_EVERY_ENTRIES, minutes: config.CHECKPOINT_EVERY_MINUTES }, orgIds, clock, ids, log });
  const policyHistory = createPolicyHistory(store.pool);
  const policies = createPolicyKeeper({ source: crm.policySource, history: policyHistory, store, clock, ids, log });
  const lookAtPolicies = async (): Promise<void> => {
    await Promise.all(orgIds.map((orgId) => policies.refresh(orgId).catch(async (fault) => {
      log.warn({ orgId, fault: String(fault) }, 'the policy could not be looked at');
      await policies.recall(orgId);
    })));
  };
  await lookAtPolicies();
  const policyRounds = everyMs(POLICY_EVERY_MS, lookAtPolicies, warning(log, 'a round over policies failed'));

  const account = { accountSid: config.TWILIO_ACCOUNT_SID, authToken: config.TWILIO_AUTH_TOKEN, apiUrl: config.TWILIO_API_URL };
  const twilio = createTwilioClient(account);
  const lines = linesOf(config);
  const control = createConferenceControl(twilio, {
    publicUrl: config.PUBLIC_URL, callerIdOf: lines.callerIdOf,
    onParticipantsListed: (callId, conferenceId, participants) => audit.keepReports(participants.map((participant) => reportOf(callId, conferenceId, participant, clock.now()))),
  });

  return {
    config, clock, ids, log, store, changes, crm, audit, policies, policyHistory, account, twilio, lines,
    outbox: createOutbox(store.pool), leases: createLeases(store.pool), audioCheckRuns: createAudioCheckRuns(store.pool),
    following: { store, control, locks, clock, ids, log },
    closing: [() => policyRounds.stop(), () => locks.close(), () => changes.close(), () => store.close()],
  };
}

/** A single org needs no list of numbers. */
function linesOf({ orgs, TWILIO_CALLER_ID }: Config): Lines {
  return {
    orgOfNumber: (number) => (orgs.length === 1 ? orgs[0] : orgs.find(({ numbers }) => numbers.includes(number)))?.orgId,
    callerIdOf: (orgId) => orgs.find((org) => org.orgId === orgId)?.numbers[0] ?? TWILIO_CALLER_ID,
  };
}
