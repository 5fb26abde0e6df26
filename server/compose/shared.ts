import { randomUUID } from 'node:crypto';
import type { CallDeps } from '../commands/carrier/callDeps.ts';
import type { HoldOutDeps } from '../commands/outcomes/holdOut.ts';
import type { EmployeeNoticeDeps } from '../commands/people/employeeNotices.ts';
import { whereToRing } from '../commands/people/reach.ts';
import type { RunningPolicyCache } from '../commands/policy/policyCache.ts';
import { createRecordChanges, type NoteRecordChanges } from '../commands/policy/recordChanges.ts';
import type { Config } from '../config.ts';
import type { ConsentDefaults } from '../crm/policy/jurisdictions.ts';
import { createCrmReceipts } from '../crm/receipts/receipts.ts';
import { connectOrgs, type ConnectedOrgs } from '../crm/session/orgs.ts';
import { createSetupTrail } from '../crm/setup/setupTrail.ts';
import { createCrmSurveys } from '../crm/surveys/surveys.ts';
import { vocabularyOf } from '../domain/policy/policy.ts';
import type {
  AuditedRecords,
  Clock,
  CrmReceipts,
  CrmSurveys,
  DialingPolicies,
  Ids,
  Log,
  PolicyHistory,
  WordsSettings,
} from '../ports/index.ts';
import type { PostgresCallChanges } from '../store/calls/callChanges.ts';
import type { PostgresStore } from '../store/calls/postgresStore.ts';
import { createHoldOutAssignments } from '../store/outcomes/holdOuts.ts';
import { createNoticeAcknowledgements } from '../store/people/noticeAcknowledgements.ts';
import { createAuditedRecords } from '../store/policy/auditedRecords.ts';
import { composeAudit, type Audit } from './audit.ts';
import { composeCarrier, type ComposedCarrier } from './carrier.ts';
import type { Closing } from './closing.ts';
import { startCrmRounds, type CrmRounds } from './crmRounds.ts';
import { composePolicies } from './policies.ts';
import { composeSettings } from './settings.ts';
import { composeStore } from './store.ts';
import { composeTables, type Tables } from './tables.ts';

const clock: Clock = { now: () => new Date().toISOString() };
const ids: Ids = { next: () => randomUUID() };

/** What both roles of the server use. */
export interface Shared extends Tables {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly store: PostgresStore;
  readonly changes: PostgresCallChanges;
  readonly crm: ConnectedOrgs;
  readonly crmRounds: CrmRounds;
  readonly carrier: ComposedCarrier;
  readonly audit: Audit;
  readonly policies: RunningPolicyCache;
  readonly auditedRecords: Pick<AuditedRecords, 'latest'>;
  readonly noteRecordChanges: NoteRecordChanges;
  readonly consentDefaults: ConsentDefaults;
  readonly surveys: CrmSurveys;
  readonly receipts: CrmReceipts;
  readonly dialing: DialingPolicies;
  readonly wordsSettings: WordsSettings;
  /** Decides whether a suggestion is shown. All code that suggests calls to supervisors asks it. */
  readonly holdOut: HoldOutDeps;
  /** Checks whether a rep has acknowledged the employee notices of where the rep works. */
  readonly notified: Omit<EmployeeNoticeDeps, 'ids'>;
  /** Dependencies for changing a call and acting on it at the carrier. */
  readonly calls: CallDeps & { readonly store: PostgresStore };
  readonly closing: Closing;
}

/**
 * Brings the tables up to date, connects to PostgreSQL, Salesforce and Twilio, and reads the
 * policies.
 */
export async function composeShared(config: Config, log: Log): Promise<Shared> {
  const database = await composeStore(config, log);
  const { store, changes, locks, elsewhere } = database;
  const tables = composeTables(store, config.TWILIO_ACCOUNT_SID);
  const base = { config, clock, ids, log, store, changes, elsewhere };
  const org = await composeOrgs(base, tables.policyHistory);
  const { crm, crmRounds, audit } = org;
  const carrier = composeCarrier({
    config,
    clock,
    log,
    ownAddressOf: (person) =>
      whereToRing({ ...tables, directory: crm.directory, dialing, log }, person),
    storeReports: audit.storeReports,
  });
  log.info({ region: carrier.account.region, host: carrier.host }, 'carrier region');
  const { dialing, holdOutPolicies, employeeNotices, wordsSettings } = composeSettings(
    crm,
    carrier,
    crmRounds,
  );

  return {
    ...tables,
    ...base,
    ...org,
    carrier,
    dialing,
    wordsSettings,
    surveys: createCrmSurveys(crm.connectionTo),
    receipts: createCrmReceipts(crm.connectionTo),
    holdOut: { holdOuts: createHoldOutAssignments(store.pool), holdOutPolicies, clock, log },
    notified: {
      employeeNotices,
      acknowledgements: createNoticeAcknowledgements(store.pool),
      clock,
    },
    calls: { store, control: carrier.control, locks, clock, ids, log },
    closing: [...crmRounds.closing, ...database.closing],
  };
}

type Base = Pick<Shared, 'config' | 'clock' | 'ids' | 'log' | 'store'> & {
  readonly elsewhere: string;
};

/** The connected orgs with their audit and policies, and the rounds that read them again. */
async function composeOrgs(base: Base, history: PolicyHistory) {
  const { config, store, log } = base;
  const orgIds = config.orgs.map(({ orgId }) => orgId);
  const consentDefaults = {
    disclosedElsewhere: config.DISCLOSURE === 'elsewhere',
    legitimateInterest: config.LEGITIMATE_INTEREST,
  };
  const crm = connectOrgs(config.orgs, {
    share: config.CRM_READS_PERCENT / 100,
    readTimeoutMs: config.CRM_TIMEOUT_MS,
    vocabularyOf: (orgId) => vocabularyOf(policies.lastKnown(orgId)),
    consentDefaults,
  });
  const { ageLimits, coachingRules, callLogging } = crm;
  const audit = await composeAudit({
    ...base,
    crm,
    signingKey: config.AUDIT_SIGNING_KEY_FILE,
    pace: { entries: config.CHECKPOINT_EVERY_ENTRIES, minutes: config.CHECKPOINT_EVERY_MINUTES },
    orgIds,
  });
  const grantingMs = (orgId: string) => ageLimits.of(orgId).grantingMs;
  const policies = await composePolicies(
    { source: crm.policySource, history, grantingMs, store, clock, ids, log },
    orgIds,
  );
  await Promise.allSettled(
    orgIds.flatMap((orgId) => [ageLimits.renew(orgId), coachingRules.renew(orgId)]),
  );
  const crmRounds = startCrmRounds(orgIds, { rounds: crm.rounds, log });
  crmRounds.join((orgId) => policies.refresh(orgId));
  for (const settings of [ageLimits, callLogging, coachingRules])
    crmRounds.join((orgId) => settings.renew(orgId));
  const auditedRecords = createAuditedRecords(store.pool);
  const noteRecordChanges = createRecordChanges({
    auditedRecords,
    trail: createSetupTrail(crm.connectionTo),
    clock,
    ids,
    log,
  });
  return { crm, crmRounds, audit, policies, auditedRecords, noteRecordChanges, consentDefaults };
}
