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
  type CrmReads,
  type CrmRepCalls,
  type CrmMissedCalls,
  type CrmRatings,
  type CrmUsage,
  type CustomerLookup,
  type DebriefNotifications,
  type Directory,
  type PolicySource,
  type Roster,
  type TrainingNotifications,
  type WriteResult,
} from '../../ports/index.ts';
import { createOrgCalendar, type OrgCalendar } from '../calendar/calendar.ts';
import { createCustomerLookup } from '../customers/customers.ts';
import { createCrmDeals } from '../deals/deals.ts';
import { createDirectory, type KeptDirectory } from '../directory/directory.ts';
import { readRoster } from '../directory/roster.ts';
import { createAgeLimits, type AgeLimitSource } from '../policy/ageLimits.ts';
import { createCallLogging } from '../policy/callLogging.ts';
import { createCoachingRules } from '../policy/coachingRules.ts';
import type { ConsentDefaults } from '../policy/jurisdictions.ts';
import { readPolicy } from '../policy/policies.ts';
import type { Renewed } from '../policy/renewed.ts';
import { createCrmActivities } from '../writes/activities.ts';
import { createCrmCallDays } from '../writes/callDays.ts';
import { createCompositeGraphWriter } from '../writes/compositeGraphWriter.ts';
import { createExistingReader } from '../writes/existingRecords.ts';
import { createCrmHelpRecords } from '../writes/helpRecords.ts';
import { createCrmMissedCalls } from '../writes/missedCalls.ts';
import { createRecordIds } from '../writes/recordIds.ts';
import { createCrmRepCalls } from '../writes/repCalls.ts';
import { createTaskValues } from '../writes/taskValues.ts';
import { readAccessGaps } from './accessGaps.ts';
import { connectCrm, type CrmAccount, type CrmConnection } from './connection.ts';
import { asCrmProblem } from './errors.ts';
import { gatherQueries } from './gatheredQueries.ts';
import { budgetOf, counted, countRequests, paceOf, type Pace } from './pace.ts';

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
  readonly calendar: Calendar & DebriefNotifications & CrmRatings & TrainingNotifications;
  readonly policySource: PolicySource;
  readonly roster: Roster;
  readonly ageLimits: AgeLimitSource;
  readonly callLogging: CallLoggingSource & Renewed;
  readonly coachingRules: CoachingRulesSource & Renewed;
  /** The rounds that keep what is known of an org's people up to date. */
  readonly rounds: OrgRounds;
  /** The integration user's connection to one org; undefined for an org that is not registered. */
  connectionTo(orgId: string): CrmConnection | undefined;
}

/** What rounds over an org need. An org that is not registered is in no use. */
export interface OrgRounds {
  /** Looks for changes of people. Throws CrmUnavailable. */
  renew(orgId: string): Promise<void>;
  isInUse(orgId: string): boolean;
  /** Whether the org did not answer when it was last asked about people. */
  isAway(orgId: string): boolean;
  /** When the next round is due, after one that began when `total` requests had been made. */
  pace(orgId: string, totalBefore: number): Pace;
  /** Requests for reading since the start. */
  total(orgId: string): number;
}

interface Connected {
  readonly crm: CrmConnection;
  readonly directory: KeptDirectory;
  readonly pace: (totalBefore: number) => Pace;
  readonly total: () => number;
  readonly reads: () => CrmReads | undefined;
  readonly customers: CustomerLookup;
  readonly activities: CrmActivities;
  readonly helpRecords: CrmHelpRecords;
  readonly repCalls: CrmRepCalls;
  readonly callDays: ReturnType<typeof createCrmCallDays>;
  readonly deals: ReturnType<typeof createCrmDeals>;
  readonly queueNames: ReturnType<typeof createExistingReader>['queueNames'];
  readonly missedCalls: CrmMissedCalls;
  readonly calendar: OrgCalendar;
}

const NOBODY = { subjects: [], areMore: false };

/** The part of an org's daily requests that reading may use. */
const DEFAULT_SHARE = 0.2;

/**
 * Implements the ports for all registered orgs; each request goes to the org that it names. Records
 * are written in the words of `vocabularyOf`.
 */
export function connectOrgs(
  orgs: readonly (CrmAccount & { readonly orgId: string; readonly origins: readonly string[] })[],
  share = DEFAULT_SHARE,
  vocabularyOf: (orgId: string) => Vocabulary = () => SHIPPED_VOCABULARY,
  consentDefaults?: ConsentDefaults,
): ConnectedOrgs {
  const ageLimits = createAgeLimits((orgId) => connected.get(orgId)?.crm);
  const callLogging = createCallLogging((orgId) => connected.get(orgId)?.crm);
  const coachingRules = createCoachingRules((orgId) => connected.get(orgId)?.crm);
  const connected = new Map(
    orgs.map((org): [string, Connected] => {
      const connection = connectCrm(org);
      const count = countRequests(Date.now);
      const crm = gatherQueries(counted(connection, count));
      const directory = createDirectory(crm, org.orgId, Date.now, () => ageLimits.of(org.orgId));
      const writing = gatherQueries(connection);
      const recordIds = createRecordIds(writing);
      const { queueNames } = createExistingReader(writing, Date.now);
      const [lightningOrigin] = org.origins;
      const shared = {
        writer: createCompositeGraphWriter(writing),
        readTaskValues: createTaskValues(writing, Date.now),
        lightningOrigin,
      };
      const paceAfter = (totalBefore: number): Pace =>
        paceOf({
          spent: count.inDay(),
          perRound: count.total() - totalBefore,
          share,
          usage: connection.usage(),
          isAway: directory.isAway(),
        });
      return [
        org.orgId,
        {
          crm,
          directory,
          total: () => count.total(),
          pace: paceAfter,
          reads() {
            const usage = connection.usage();
            return (
              usage && {
                used: count.inDay(),
                budget: budgetOf(usage.limit, share),
                isSlowed: paceAfter(count.total()).isSlowed,
              }
            );
          },
          customers: createCustomerLookup(connection),
          activities: createCrmActivities(writing, {
            ...shared,
            recordIds,
            vocabulary: () => vocabularyOf(org.orgId),
            qualityForm: () => coachingRules.of(org.orgId).qualityForm,
          }),
          repCalls: createCrmRepCalls(writing, {
            ...shared,
            logging: () => callLogging.of(org.orgId),
          }),
          callDays: createCrmCallDays(writing, queueNames),
          deals: createCrmDeals(crm),
          queueNames,
          helpRecords: createCrmHelpRecords(writing, recordIds),
          missedCalls: createCrmMissedCalls(writing, shared),
          calendar: createOrgCalendar(writing, shared),
        },
      ];
    }),
  );
  function registered(orgId: string): Connected {
    const org = connected.get(orgId);
    if (!org)
      throw new CrmProblem(
        'refused',
        'This Salesforce org is not registered any more. Register it again, or drop its messages.',
        'ORG_UNKNOWN',
      );
    return org;
  }

  /** The writes of a request are all of one org. */
  async function inItsOrg<Write extends { readonly call: Call }>(
    writes: readonly Write[],
    save: (org: Connected, writes: readonly Write[]) => Promise<readonly WriteResult[]>,
  ): Promise<readonly WriteResult[]> {
    const [first] = writes;
    return first ? save(registered(first.call.orgId), writes) : [];
  }

  return {
    connectionTo: (orgId) => connected.get(orgId)?.crm,
    ageLimits,
    callLogging,
    coachingRules,
    rounds: {
      renew: async (orgId) => connected.get(orgId)?.directory.renew(),
      isInUse: (orgId) => connected.get(orgId)?.directory.isInUse() ?? false,
      isAway: (orgId) => connected.get(orgId)?.directory.isAway() ?? false,
      pace: (orgId, totalBefore) => registered(orgId).pace(totalBefore),
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
      isDoNotCall: async (orgId, phone) => registered(orgId).customers.isDoNotCall(orgId, phone),
    },
    roster: {
      async userIds(orgId) {
        const org = connected.get(orgId);
        return org ? readRoster(org.crm) : [];
      },
    },
    policySource: {
      async read(orgId) {
        const org = connected.get(orgId);
        if (!org) throw new CrmUnavailable('This Salesforce org is not registered.');
        return readPolicy(org.crm, consentDefaults);
      },
    },
    usage: (orgId) => connected.get(orgId)?.crm.usage(),
    reads: (orgId) => connected.get(orgId)?.reads(),
    async accessGaps(orgId) {
      const org = connected.get(orgId);
      return org ? readAccessGaps(org.crm) : ['unknown'];
    },
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
        return first ? registered(first.call.orgId).repCalls.missingRepCalls(writes) : [];
      },
    },
    deals: {
      deals: async (orgId, opportunityIds) => registered(orgId).deals.deals(opportunityIds),
    },
    queues: {
      queueNames: async (orgId, ids) => asCrmProblem(() => registered(orgId).queueNames(ids)),
    },
    callDays: {
      recordCallDays: async (orgId, totals) => registered(orgId).callDays.recordCallDays(totals),
      recordedCallDays: async (orgId, from, to) =>
        registered(orgId).callDays.recordedCallDays(from, to),
    },
    calendar: {
      busy: async (orgId, userIds, from, until) =>
        registered(orgId).calendar.busy(userIds, from, until),
      book: async (bookings) => inItsOrg(bookings, (org, own) => org.calendar.book(own)),
      closed: async (orgId, ids) => registered(orgId).calendar.closed(ids),
      notifyOfDebriefs: async (notifications) =>
        inItsOrg(notifications, (org, own) => org.calendar.notifyOfDebriefs(own)),
      async recordRatings(debriefs) {
        const [first] = debriefs;
        return first ? registered(first.orgId).calendar.rate(debriefs) : [];
      },
      async notifyOfTraining(notifications) {
        const [first] = notifications;
        return first ? registered(first.orgId).calendar.notifyOfTraining(notifications) : [];
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
      recordAcknowledgements: async (writes) =>
        inItsOrg(writes, (org, own) => org.helpRecords.recordAcknowledgements(own)),
    },
  };
}
