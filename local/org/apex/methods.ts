import type { Access } from '../permissions/access.ts';
import type { Database } from '../records/database.ts';
import type { Analytics } from '../reports/analytics.ts';
import type { OrgRest } from '../rest/restCall.ts';
import { callNoteMethods } from './callNotes.ts';
import { debriefMethods, type ApexMethod } from './debriefs.ts';
import { missedCallMethods } from './missedCalls.ts';
import { policyExport } from './policyExport.ts';
import { reportList } from './reports.ts';
import { issueSession, type SessionSigner } from './sessionToken.ts';

export interface ApexDeps {
  readonly database: Database;
  readonly access: Access;
  readonly rest: OrgRest;
  readonly analytics: Analytics;
  readonly signing: SessionSigner;
  readonly labels: ReadonlyMap<string, string>;
}

/** The Apex methods that the pages call, by class and name. */
export function apexMethods({
  database,
  access,
  rest,
  analytics,
  signing,
  labels,
}: ApexDeps): Record<string, ApexMethod> {
  const label = (name: string): string => labels.get(name) ?? name;
  return {
    'DealsideSessionToken.issue': (userId) =>
      issueSession(signing, {
        userId,
        username: String(database.get('User', userId).Username),
      }),
    'DealsidePolicyExport.asJson': policyExport(database, access, label),
    // The stand-in is always set up, because the package contains everything that the class checks.
    'DealsideInstallCheck.run': () => Promise.resolve([]),
    'DealsideReports.all': reportList(analytics),
    ...callNoteMethods(rest),
    ...missedCallMethods(rest),
    ...debriefMethods(rest, label, (replies, userId) =>
      database.atomically(() => {
        for (const { id, values } of replies)
          database.update('Call_Intervention__c', id, { values, userId });
      }),
    ),
  };
}
