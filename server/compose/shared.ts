import { randomUUID } from 'node:crypto';
import { createRefusalWriter } from '../commands/audit/writeRefusals.ts';
import type { CallDeps } from '../commands/carrier/callDeps.ts';
import type { HoldOutDeps } from '../commands/outcomes/holdOut.ts';
import type { EmployeeNoticeDeps } from '../commands/people/employeeNotices.ts';
import { whereToRing } from '../commands/people/reach.ts';
import type { RunningPolicyKeeper } from '../commands/policy/policyKeeper.ts';
import { createRecordChanges, type NoteRecordChanges } from '../commands/policy/recordChanges.ts';
import type { Config } from '../config.ts';
import { createWordsSettings } from '../crm/policy/alertRuleRecords.ts';
import { createDialingPolicies } from '../crm/policy/dialingPolicies.ts';
import { createEmployeeNotices } from '../crm/policy/employeeNotices.ts';
import { createHoldOutPolicies } from '../crm/policy/holdOutPolicies.ts';
import type { ConsentDefaults } from '../crm/policy/jurisdictions.ts';
import { connectOrgs, type ConnectedOrgs } from '../crm/session/orgs.ts';
import { createSetupTrail } from '../crm/setup/setupTrail.ts';
import { createCrmSurveys } from '../crm/surveys/surveys.ts';
import { UNKNOWN_ORG } from '../domain/audit/entries.ts';
import { vocabularyOf } from '../domain/policy/policy.ts';
import { everyMs, warning } from '../everyMs.ts';
import type {
  AudioCheckRuns,
  AudioCheckStreams,
  CallDays,
  CallsBehind,
  CrmSurveys,
  DayTotalsStore,
  DealSnapshots,
  DealTotals,
  Clock,
  WordsSettings,
  DialingPolicies,
  Dials,
  DueCalls,
  DueOutcomes,
  Ids,
  Leases,
  Log,
  Outbox,
  PersonShortcuts,
  PolicyHistory,
  KeyedRatings,
  Ratings,
  Reaches,
  ProficiencyTotals,
  WaitingTotalsStore,
  Retention,
  WorthTotals,
} from '../ports/index.ts';
import { createAudioCheckRuns } from '../store/audioCheck/audioCheckRuns.ts';
import { createAudioCheckStreams } from '../store/audioCheck/audioCheckStreams.ts';
import { listenForCallChanges, type PostgresCallChanges } from '../store/calls/callChanges.ts';
import { createDueCalls } from '../store/calls/dueCalls.ts';
import { createPostgresStore, type PostgresStore } from '../store/calls/postgresStore.ts';
import { migrate } from '../store/database/migrate.ts';
import { grantApplication } from '../store/database/roles.ts';
import { createDials } from '../store/dialing/dials.ts';
import { createConferenceLocks } from '../store/locks/conferenceLocks.ts';
import { createOutbox } from '../store/outbox/outbox.ts';
import { createCallDays } from '../store/outcomes/callDays.ts';
import { createCallsBehind } from '../store/outcomes/callsBehind.ts';
import { createDayTotals } from '../store/outcomes/dayTotals.ts';
import { createDealTotals } from '../store/outcomes/dealResults.ts';
import { createDealSnapshots } from '../store/outcomes/dealSnapshots.ts';
import { createHoldOutAssignments } from '../store/outcomes/holdOuts.ts';
import { createProficiencyTotals } from '../store/outcomes/proficiency.ts';
import { createKeyedRatings, createRatings } from '../store/outcomes/ratings.ts';
import { createWaitingTotals } from '../store/outcomes/waiting.ts';
import { createWorthTotals } from '../store/outcomes/worth.ts';
import { createNoticeAcknowledgements } from '../store/people/noticeAcknowledgements.ts';
import { createPersonShortcuts } from '../store/people/personShortcuts.ts';
import { createReaches } from '../store/people/reaches.ts';
import { createKeptRecords } from '../store/policy/keptRecords.ts';
import { createPolicyHistory } from '../store/policy/policyHistory.ts';
import { createRetention } from '../store/retention/retention.ts';
import { createDueOutcomes } from '../store/supervision/dueOutcomes.ts';
import { createLeases } from '../store/supervision/leases.ts';
import { composeAudit, type Audit } from './audit.ts';
import { composeCarrier, type ComposedCarrier } from './carrier.ts';
import type { Closing } from './closing.ts';
import { startCrmRounds, type CrmRounds } from './crmRounds.ts';
import { composePolicies } from './policies.ts';

const TALLY_EVERY_MS = 60_000;
const clock: Clock = { now: () => new Date().toISOString() };
const ids: Ids = { next: () => randomUUID() };

/** What both roles of the server are made of. */
export interface Shared {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly store: PostgresStore;
  readonly outbox: Outbox;
  readonly leases: Leases;
  readonly retention: Retention;
  readonly consentDefaults: ConsentDefaults;
  readonly dueCalls: DueCalls;
  readonly dueOutcomes: DueOutcomes;
  readonly callDays: CallDays;
  readonly dayTotals: DayTotalsStore;
  readonly dealSnapshots: DealSnapshots;
  readonly dealTotals: DealTotals;
  readonly callsBehind: CallsBehind;
  readonly proficiencyTotals: ProficiencyTotals;
  readonly waitingTotals: WaitingTotalsStore;
  readonly worthTotals: WorthTotals;
  readonly ratings: Ratings;
  readonly keyedRatings: KeyedRatings;
  readonly surveys: CrmSurveys;
  /** What decides whether a suggestion is shown: for whatever suggests a call to a supervisor. */
  readonly holdOut: HoldOutDeps;
  readonly dials: Dials;
  readonly dialing: DialingPolicies;
  readonly reaches: Reaches;
  readonly shortcuts: PersonShortcuts;
  readonly wordsSettings: WordsSettings;
  /** By what is known whether a rep has acknowledged the notices of their place. */
  readonly notified: Omit<EmployeeNoticeDeps, 'ids'>;
  readonly audioCheckRuns: AudioCheckRuns;
  readonly audioCheckStreams: AudioCheckStreams;
  readonly changes: PostgresCallChanges;
  readonly crm: ConnectedOrgs;
  readonly policies: RunningPolicyKeeper;
  readonly crmRounds: CrmRounds;
  readonly noteRecordChanges: NoteRecordChanges;
  readonly policyHistory: PolicyHistory;
  readonly audit: Audit;
  readonly carrier: ComposedCarrier;
  /** What it takes to change a call and to act on it at the carrier. */
  readonly calls: CallDeps & { readonly store: PostgresStore };
  readonly closing: Closing;
}

/**
 * Brings the tables up to date, connects to PostgreSQL, Salesforce and Twilio, and reads the
 * policies.
 */
export async function composeShared(config: Config, log: Log): Promise<Shared> {
  await migrate(config.DATABASE_OWNER_URL ?? config.DATABASE_URL);
  if (config.DATABASE_OWNER_URL)
    await grantApplication(config.DATABASE_OWNER_URL, config.DATABASE_URL);
  const changes = await listenForCallChanges(config.DATABASE_URL, log);
  const locks = createConferenceLocks(config.DATABASE_URL, log);

  const orgIds = config.orgs.map(({ orgId }) => orgId);
  const elsewhere = config.AUDIT_HOME_ORG ?? (orgIds.length === 1 ? orgIds[0]! : UNKNOWN_ORG);
  if (elsewhere === UNKNOWN_ORG)
    log.warn(
      { hint: 'set AUDIT_HOME_ORG to the org whose administrators are to be told' },
      'refused sign-ins and reports that belong to no org stand in a chain that only dealside audit export --org unknown reads',
    );
  const postgres = createPostgresStore(config.DATABASE_URL, log, {
    local: changes.local,
    elsewhere,
  });
  const refusals = createRefusalWriter({
    recordAudit: (entries) => postgres.recordAudit(entries),
    elsewhere,
    log,
  });
  const store: PostgresStore = {
    ...postgres,
    recordAudit: (entries) => refusals.recordAudit(entries),
  };
  const tallies = everyMs(
    TALLY_EVERY_MS,
    () => refusals.writeTallies(),
    warning(log, 'refusals not tallied'),
  );
  const consentDefaults = {
    disclosedElsewhere: config.DISCLOSURE === 'elsewhere',
    legitimateInterest: config.LEGITIMATE_INTEREST,
  };
  const crm = connectOrgs(
    config.orgs,
    config.CRM_READS_PERCENT / 100,
    (orgId) => vocabularyOf(policies.lastKnown(orgId)),
    consentDefaults,
  );
  const pace = {
    entries: config.CHECKPOINT_EVERY_ENTRIES,
    minutes: config.CHECKPOINT_EVERY_MINUTES,
  };
  const audit = await composeAudit({
    store,
    crm,
    signingKey: config.AUDIT_SIGNING_KEY_FILE,
    pace,
    orgIds,
    elsewhere,
    clock,
    ids,
    log,
  });
  const policyHistory = createPolicyHistory(store.pool);
  const { ageLimits } = crm;
  const policies = await composePolicies(
    {
      source: crm.policySource,
      history: policyHistory,
      grantingMs: (orgId) => ageLimits.of(orgId).grantingMs,
      store,
      clock,
      ids,
      log,
    },
    orgIds,
  );
  await Promise.allSettled(
    orgIds.flatMap((orgId) => [ageLimits.renew(orgId), crm.coachingRules.renew(orgId)]),
  );
  const crmRounds = startCrmRounds(orgIds, { rounds: crm.rounds, log });
  crmRounds.join((orgId) => policies.refresh(orgId));
  const noteRecordChanges = createRecordChanges({
    keptRecords: createKeptRecords(store.pool),
    trail: createSetupTrail(crm.connectionTo),
    clock,
    ids,
    log,
  });
  crmRounds.join((orgId) => ageLimits.renew(orgId));
  crmRounds.join((orgId) => crm.callLogging.renew(orgId));
  crmRounds.join((orgId) => crm.coachingRules.renew(orgId));
  const reaches = createReaches(store.pool);
  const carrier = composeCarrier({
    config,
    clock,
    log,
    ownAddressOf: (person) =>
      whereToRing({ reaches, directory: crm.directory, dialing, log }, person),
    keepReports: audit.keepReports,
  });
  log.info({ region: carrier.account.region, host: carrier.host }, 'carrier region');
  const dialing = createDialingPolicies(crm.connectionTo, carrier.numbersOf);
  crmRounds.join((orgId) => dialing.renew(orgId));
  const holdOutPolicies = createHoldOutPolicies(crm.connectionTo);
  crmRounds.join((orgId) => holdOutPolicies.renew(orgId));
  const employeeNotices = createEmployeeNotices(crm.connectionTo);
  crmRounds.join((orgId) => employeeNotices.renew(orgId));
  const wordsSettings = createWordsSettings(crm.connectionTo);
  crmRounds.join((orgId) => wordsSettings.renew(orgId));

  return {
    config,
    clock,
    ids,
    log,
    store,
    changes,
    crm,
    audit,
    policies,
    crmRounds,
    noteRecordChanges,
    policyHistory,
    carrier,
    outbox: createOutbox(store.hot),
    leases: createLeases(store.hot),
    retention: createRetention(store.pool),
    consentDefaults,
    dueCalls: createDueCalls(store.hot, store.memory),
    dueOutcomes: createDueOutcomes(store.pool),
    callDays: createCallDays(store.pool),
    dayTotals: createDayTotals(store.pool),
    dealSnapshots: createDealSnapshots(store.pool),
    dealTotals: createDealTotals(store.pool),
    callsBehind: createCallsBehind(store.pool),
    proficiencyTotals: createProficiencyTotals(store.pool),
    waitingTotals: createWaitingTotals(store.pool),
    worthTotals: createWorthTotals(store.pool),
    ratings: createRatings(store.pool),
    keyedRatings: createKeyedRatings(store.pool),
    surveys: createCrmSurveys(crm.connectionTo),
    holdOut: { holdOuts: createHoldOutAssignments(store.pool), holdOutPolicies, clock, log },
    dials: createDials(store.pool),
    dialing,
    reaches,
    shortcuts: createPersonShortcuts(store.pool),
    wordsSettings,
    notified: {
      employeeNotices,
      acknowledgements: createNoticeAcknowledgements(store.pool),
      clock,
    },
    audioCheckRuns: createAudioCheckRuns(store.hot, config.TWILIO_ACCOUNT_SID),
    audioCheckStreams: createAudioCheckStreams(store.pool),
    calls: { store, control: carrier.control, locks, clock, ids, log },
    closing: [
      ...crmRounds.closing,
      () => locks.close(),
      () => changes.close(),
      () => tallies.stop(),
      () => refusals.writeTallies(),
      () => store.close(),
    ],
  };
}
