import type { Call } from '../../domain/call/call.ts';
import { SHIPPED_VOCABULARY } from '../../domain/vocabulary/shipped.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type Calendar,
  type CallLoggingSource,
  type CoachingRulesSource,
  type CrmActivities,
  type CrmCallDays,
  type CrmDeals,
  type CrmHelpRecords,
  type CrmQueues,
  type CrmRepCalls,
  type CrmMissedCalls,
  type CrmDebriefRecords,
  type CrmRatings,
  type CrmUsage,
  type CustomerLookup,
  type DebriefNotifications,
  type Directory,
  type PolicySource,
  type RecentRoster,
  type Roster,
  type JointCallCalendars,
  type JointCallNotifications,
  type TrainingNotifications,
  type WriteResult,
} from '../../ports/index.ts';
import { rememberedFor } from '../cache/remembered.ts';
import { readRoster } from '../directory/roster.ts';
import { createAgeLimits, type AgeLimitSource } from '../policy/ageLimits.ts';
import { createCallLogging } from '../policy/callLogging.ts';
import { createCoachingRules } from '../policy/coachingRules.ts';
import type { ConsentDefaults } from '../policy/jurisdictions.ts';
import { readPolicy } from '../policy/policies.ts';
import type { Renewed } from '../policy/renewed.ts';
import { readAccessGaps } from './accessGaps.ts';
import { connectOrg, type ConnectedOrg, type RegisteredOrg } from './connectedOrg.ts';
import type { CrmConnection } from './connection.ts';
import { asCrmProblem } from './errors.ts';
import type { Pace } from './pace.ts';

export interface ConnectedOrgs extends CrmUsage {
  readonly directory: Directory;
  readonly customers: CustomerLookup;
  readonly activities: CrmActivities;
  readonly helpRecords: CrmHelpRecords;
  readonly repCalls: CrmRepCalls;
  readonly callDays: CrmCallDays;
  readonly deals: CrmDeals;
  readonly queues: CrmQueues;
  readonly missedCalls: CrmMissedCalls;
  readonly calendar: Calendar &
    DebriefNotifications &
    CrmDebriefRecords &
    CrmRatings &
    TrainingNotifications &
    JointCallCalendars &
    JointCallNotifications;
  readonly policySource: PolicySource;
  readonly roster: Roster & RecentRoster;
  readonly ageLimits: AgeLimitSource;
  readonly callLogging: CallLoggingSource & Renewed;
  readonly coachingRules: CoachingRulesSource & Renewed;
  /** Keeps the directory of each org up to date in rounds. */
  readonly rounds: OrgRounds;
  /** The integration user's connection to one org; undefined for an org that is not registered. */
  connectionTo(orgId: string): CrmConnection | undefined;
}

/** What rounds need to know about an org. An org that is not registered counts as not in use. */
export interface OrgRounds {
  /** Looks for changes of people. Throws CrmUnavailable. */
  renew(orgId: string): Promise<void>;
  isInUse(orgId: string): boolean;
  /** Whether the last request for the org's people failed. */
  isAway(orgId: string): boolean;
  /**
   * When the next round is due. `totalBefore` is the value of `total` when the last round began.
   */
  pace(orgId: string, totalBefore: number): Pace;
  /** Number of read requests since the process started. */
  total(orgId: string): number;
}

const NOBODY = { subjects: [], areMore: false };

const DEFAULT_SHARE = 0.2;

interface ConnectOptions {
  /** The share of an org's daily requests that reads may use. */
  readonly share?: number;
  /** How long a read may take that names no other time. */
  readonly readTimeoutMs?: number;
  readonly vocabularyOf?: (orgId: string) => Vocabulary;
  readonly consentDefaults?: ConsentDefaults;
}

/**
 * Implements the ports for all registered orgs. Each request goes to the org that it names. Records
 * are written with the labels of `vocabularyOf`.
 */
export function connectOrgs(
  orgs: readonly RegisteredOrg[],
  {
    share = DEFAULT_SHARE,
    readTimeoutMs,
    vocabularyOf = () => SHIPPED_VOCABULARY,
    consentDefaults,
  }: ConnectOptions = {},
): ConnectedOrgs {
  const settings = {
    ageLimits: createAgeLimits((orgId) => connected.get(orgId)?.crm),
    callLogging: createCallLogging((orgId) => connected.get(orgId)?.crm),
    coachingRules: createCoachingRules((orgId) => connected.get(orgId)?.crm),
  };
  const connected: OrgsById = new Map(
    orgs.map((org) => [
      org.orgId,
      connectOrg(org, { ...settings, vocabularyOf, share, readTimeoutMs }),
    ]),
  );
  return {
    connectionTo: (orgId) => connected.get(orgId)?.crm,
    ...settings,
    ...readingFrom(connected),
    policySource: {
      async read(orgId) {
        const org = connected.get(orgId);
        if (!org) throw new CrmUnavailable('This Salesforce org is not registered.');
        return readPolicy(org.crm, consentDefaults);
      },
    },
    ...writingTo(connected),
  };
}

type OrgsById = ReadonlyMap<string, ConnectedOrg>;

type ReaderParts = Pick<
  ConnectedOrgs,
  | 'accessGaps'
  | 'customers'
  | 'deals'
  | 'directory'
  | 'queues'
  | 'reads'
  | 'roster'
  | 'rounds'
  | 'usage'
>;

/** Adapters that read from orgs. */
const readingFrom = (connected: OrgsById): ReaderParts => ({
  rounds: {
    renew: async (orgId) => connected.get(orgId)?.directory.renew(),
    isInUse: (orgId) => connected.get(orgId)?.directory.isInUse() ?? false,
    isAway: (orgId) => connected.get(orgId)?.directory.isAway() ?? false,
    pace: (orgId, totalBefore) => registered(connected, orgId).pace(totalBefore),
    total: (orgId) => connected.get(orgId)?.total() ?? 0,
  },
  directory: {
    person: async (orgId, userId) => connected.get(orgId)?.directory.person(orgId, userId),
    current: async (orgId, userId) => connected.get(orgId)?.directory.current(orgId, userId),
    known: (orgId, userId) => connected.get(orgId)?.directory.known(orgId, userId),
    refresh: async (orgId, userId) => connected.get(orgId)?.directory.refresh(orgId, userId),
    colleagues: async (orgId, search) =>
      connected.get(orgId)?.directory.colleagues(orgId, search) ?? [],
  },
  customers: {
    byPhone: async (orgId, phone) => connected.get(orgId)?.customers.byPhone(orgId, phone),
    candidates: async (orgId, phone) =>
      connected.get(orgId)?.customers.candidates(orgId, phone) ?? NOBODY,
    byRecord: async (orgId, record) => connected.get(orgId)?.customers.byRecord(orgId, record),
    isDoNotCall: async (orgId, phone) =>
      registered(connected, orgId).customers.isDoNotCall(orgId, phone),
  },
  roster: rosterOf(connected),
  deals: {
    deals: async (orgId, opportunityIds) =>
      registered(connected, orgId).deals.deals(opportunityIds),
  },
  queues: {
    queueNames: async (orgId, ids) =>
      asCrmProblem(() => registered(connected, orgId).queueNames(ids)),
  },
  usage: (orgId) => connected.get(orgId)?.crm.usage(),
  reads: (orgId) => connected.get(orgId)?.reads(),
  async accessGaps(orgId) {
    const org = connected.get(orgId);
    return org ? readAccessGaps(org.crm) : ['unknown'];
  },
});

/** How long a roster that need not be current is served from memory. */
const ROSTER_TTL_MS = 600_000;

function rosterOf(connected: OrgsById): Roster & RecentRoster {
  async function userIds(orgId: string): Promise<string[]> {
    const org = connected.get(orgId);
    return org ? readRoster(org.crm) : [];
  }
  return { userIds, recentUserIds: rememberedFor(userIds, ROSTER_TTL_MS, Date.now) };
}

type WriterParts = Pick<
  ConnectedOrgs,
  'activities' | 'calendar' | 'callDays' | 'helpRecords' | 'missedCalls' | 'repCalls'
>;

/** Adapters that write to orgs, and their calendars. */
function writingTo(connected: OrgsById): WriterParts {
  /** Sends the writes to their org. Writes that are passed together belong to the same org. */
  async function inItsOrg<Write extends { readonly call: Call }>(
    writes: readonly Write[],
    save: (org: ConnectedOrg, writes: readonly Write[]) => Promise<readonly WriteResult[]>,
  ): Promise<readonly WriteResult[]> {
    const [first] = writes;
    return first ? save(registered(connected, first.call.orgId), writes) : [];
  }

  return {
    activities: {
      recordInterventions: async (writes) =>
        inItsOrg(writes, (org, own) => org.activities.recordInterventions(own)),
      notify: async (writes) => inItsOrg(writes, (org, own) => org.activities.notify(own)),
    },
    repCalls: {
      recordRepCalls: async (writes) =>
        inItsOrg(writes, (org, own) => org.repCalls.recordRepCalls(own)),
      async missingRepCalls(writes) {
        const [first] = writes;
        return first
          ? registered(connected, first.call.orgId).repCalls.missingRepCalls(writes)
          : [];
      },
    },
    callDays: {
      recordCallDays: async (orgId, totals) =>
        registered(connected, orgId).callDays.recordCallDays(totals),
      recordedCallDays: async (orgId, from, to) =>
        registered(connected, orgId).callDays.recordedCallDays(from, to),
    },
    calendar: {
      busy: async (orgId, { userIds, from, until }) =>
        registered(connected, orgId).calendar.busy(userIds, from, until),
      book: async (bookings) => inItsOrg(bookings, (org, own) => org.calendar.book(own)),
      recordDebriefs: async (debriefs) =>
        inItsOrg(debriefs, (org, own) => org.calendar.recordDebriefs(own)),
      closed: async (orgId, ids) => registered(connected, orgId).calendar.closed(ids),
      notifyOfDebriefs: async (notifications) =>
        inItsOrg(notifications, (org, own) => org.calendar.notifyOfDebriefs(own)),
      async recordRatings(debriefs) {
        const [first] = debriefs;
        return first ? registered(connected, first.orgId).calendar.rate(debriefs) : [];
      },
      async notifyOfTraining(notifications) {
        const [first] = notifications;
        return first
          ? registered(connected, first.orgId).calendar.notifyOfTraining(notifications)
          : [];
      },
      async putJointCalls(entries) {
        const [first] = entries;
        return first ? registered(connected, first.orgId).calendar.putJointCalls(entries) : [];
      },
      async notifyOfJointCalls(notifications) {
        const [first] = notifications;
        return first
          ? registered(connected, first.orgId).calendar.notifyOfJointCalls(notifications)
          : [];
      },
    },
    missedCalls: {
      recordMissedCalls: async (writes) =>
        inItsOrg(writes, (org, own) => org.missedCalls.recordMissedCalls(own)),
      notifyOfMissedCalls: async (writes) =>
        inItsOrg(writes, (org, own) => org.missedCalls.notifyOfMissedCalls(own)),
    },
    helpRecords: {
      recordHelp: async (writes) => inItsOrg(writes, (org, own) => org.helpRecords.recordHelp(own)),
      notifyOfHelp: async (writes) =>
        inItsOrg(writes, (org, own) => org.helpRecords.notifyOfHelp(own)),
      notifyOfSummons: async (writes) =>
        inItsOrg(writes, (org, own) => org.helpRecords.notifyOfSummons(own)),
      notifyOfFollowed: async (writes) =>
        inItsOrg(writes, (org, own) => org.helpRecords.notifyOfFollowed(own)),
      recordAcknowledgements: async (writes) =>
        inItsOrg(writes, (org, own) => org.helpRecords.recordAcknowledgements(own)),
    },
  };
}

/** Returns the org. Throws CrmProblem if it is not registered. */
function registered(connected: OrgsById, orgId: string): ConnectedOrg {
  const org = connected.get(orgId);
  if (!org)
    throw new CrmProblem(
      'refused',
      'This Salesforce org is not registered any more.',
      'ORG_UNKNOWN',
      { fault: { code: 'org_unregistered' } },
    );
  return org;
}
