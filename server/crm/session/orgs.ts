import { CrmProblem, CrmUnavailable, type CrmActivities, type CrmHelpRecords, type CustomerLookup, type Directory, type PolicySource, type Roster } from '../../ports/index.ts';
import { createCrmActivities } from '../writes/activities.ts';
import { createCrmHelpRecords } from '../writes/helpRecords.ts';
import { connectCrm, type CrmAccount, type CrmConnection } from './connection.ts';
import { createCustomerLookup } from '../customers/customers.ts';
import { createDirectory } from '../directory/directory.ts';
import { createCompositeGraphWriter } from '../writes/compositeGraphWriter.ts';
import { readPolicy } from '../policy/policies.ts';
import { readRoster } from '../directory/roster.ts';

export interface ConnectedOrgs {
  readonly directory: Directory;
  readonly customers: CustomerLookup;
  readonly activities: CrmActivities;
  readonly helpRecords: CrmHelpRecords;
  readonly policySource: PolicySource;
  readonly roster: Roster;
  /** The integration user's connection to one org; undefined for an org that is not registered. */
  connectionTo(orgId: string): CrmConnection | undefined;
}

interface Connected { readonly crm: CrmConnection; readonly directory: Directory; readonly customers: CustomerLookup; readonly activities: CrmActivities; readonly helpRecords: CrmHelpRecords }

/** The registered orgs behind one set of ports. Each question goes to the org it is about, and to no other. */
export function connectOrgs(orgs: readonly (CrmAccount & { readonly orgId: string; readonly origins: readonly string[] })[]): ConnectedOrgs {
  const connected = new Map(orgs.map((org): [string, Connected] => {
    const crm = connectCrm(org);
    const gathering = createCompositeGraphWriter(crm);
    return [org.orgId, {
      crm, directory: createDirectory(crm, org.orgId), customers: createCustomerLookup(crm),
      activities: createCrmActivities(crm, gathering, org.origins[0]), helpRecords: createCrmHelpRecords(crm, gathering),
    }];
  }));
  function writingTo(orgId: string): Connected {
    const org = connected.get(orgId);
    if (!org) throw new CrmProblem('refused', 'This Salesforce org is not registered any more. Register it again, or drop its messages.', 'ORG_UNKNOWN');
    return org;
  }

  return {
    connectionTo: (orgId) => connected.get(orgId)?.crm,
    directory: {
      person: async (orgId, userId) => connected.get(orgId)?.directory.person(orgId, userId),
      refresh: (orgId, userId) => connected.get(orgId)?.directory.refresh(orgId, userId),
      colleagues: async (orgId, search) => connected.get(orgId)?.directory.colleagues(orgId, search) ?? [],
    },
    customers: {
      byPhone: async (orgId, phone) => connected.get(orgId)?.customers.byPhone(orgId, phone),
      byRecord: async (orgId, record) => connected.get(orgId)?.customers.byRecord(orgId, record),
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
        return readPolicy(org.crm);
      },
    },
    activities: {
      recordIntervention: async (call, interventionId) => writingTo(call.orgId).activities.recordIntervention(call, interventionId),
      notifyRep: async (call, interventionId, about) => writingTo(call.orgId).activities.notifyRep(call, interventionId, about),
    },
    helpRecords: {
      recordHelp: async (call, helpRequestId) => writingTo(call.orgId).helpRecords.recordHelp(call, helpRequestId),
      recordAcknowledgement: async (call, noticeId) => writingTo(call.orgId).helpRecords.recordAcknowledgement(call, noticeId),
    },
  };
}
