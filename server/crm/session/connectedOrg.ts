import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import type {
  CallLoggingSource,
  CoachingRulesSource,
  CrmActivities,
  CrmHelpRecords,
  CrmMissedCalls,
  CrmReads,
  CrmRepCalls,
  CustomerLookup,
} from '../../ports/index.ts';
import { createOrgCalendar, type OrgCalendar } from '../calendar/calendar.ts';
import { createCustomerLookup } from '../customers/customers.ts';
import { createCrmDeals } from '../deals/deals.ts';
import { createDirectory, type CachedDirectory } from '../directory/directory.ts';
import type { AgeLimitSource } from '../policy/ageLimits.ts';
import { createCrmActivities } from '../writes/activities.ts';
import { createCrmCallDays } from '../writes/callDays.ts';
import { createCompositeGraphWriter } from '../writes/compositeGraphWriter.ts';
import { createExistingReader } from '../writes/existingRecords.ts';
import { createCrmHelpRecords } from '../writes/helpRecords.ts';
import { createCrmMissedCalls } from '../writes/missedCalls.ts';
import { createRecordIds } from '../writes/recordIds.ts';
import { createCrmRepCalls } from '../writes/repCalls.ts';
import { createTaskValues } from '../writes/taskValues.ts';
import { connectCrm, type CrmConnection } from './connection.ts';
import { gatherQueries } from './gatheredQueries.ts';
import { budgetOf, counted, countRequests, paceOf, type Pace } from './pace.ts';
import type { CrmAccount } from './signIn.ts';

export interface RegisteredOrg extends CrmAccount {
  readonly orgId: string;
  readonly origins: readonly string[];
}

/** The settings of an org that its adapters need. */
interface OrgSettings {
  readonly ageLimits: AgeLimitSource;
  readonly callLogging: CallLoggingSource;
  readonly coachingRules: CoachingRulesSource;
  readonly vocabularyOf: (orgId: string) => Vocabulary;
  /** The share of an org's daily requests that reads may use. */
  readonly share: number;
  readonly readTimeoutMs: number | undefined;
}

/** The adapters of one org, and how many of its daily requests reads use. */
export interface ConnectedOrg {
  readonly crm: CrmConnection;
  readonly directory: CachedDirectory;
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

/**
 * Connects to one org as its integration user. Reads are counted and paced; writes are never
 * delayed.
 */
export function connectOrg(org: RegisteredOrg, settings: OrgSettings): ConnectedOrg {
  const connection = connectCrm(org, settings);
  const count = countRequests(Date.now);
  const crm = gatherQueries(counted(connection, count));
  const directory = createDirectory(crm, org.orgId, {
    now: Date.now,
    limits: () => settings.ageLimits.of(org.orgId),
  });
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
      share: settings.share,
      usage: connection.usage(),
      isAway: directory.isAway(),
    });
  return {
    crm,
    directory,
    total: () => count.total(),
    pace: paceAfter,
    reads() {
      const usage = connection.usage();
      return (
        usage && {
          used: count.inDay(),
          budget: budgetOf(usage.limit, settings.share),
          isSlowed: paceAfter(count.total()).isSlowed,
        }
      );
    },
    customers: createCustomerLookup(connection),
    activities: createCrmActivities(writing, {
      ...shared,
      recordIds,
      vocabulary: () => settings.vocabularyOf(org.orgId),
      qualityForm: () => settings.coachingRules.of(org.orgId).qualityForm,
    }),
    repCalls: createCrmRepCalls(writing, {
      ...shared,
      logging: () => settings.callLogging.of(org.orgId),
    }),
    callDays: createCrmCallDays(writing, queueNames),
    deals: createCrmDeals(crm),
    queueNames,
    helpRecords: createCrmHelpRecords(writing, recordIds),
    missedCalls: createCrmMissedCalls(writing, shared),
    calendar: createOrgCalendar(writing, shared),
  };
}
