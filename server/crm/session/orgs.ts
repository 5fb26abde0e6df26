import type { Call } from '../../domain/call/call.ts';
import {
  CrmProblem,
  CrmUnavailable,
  type CrmActivities,
  type CrmHelpRecords,
  type CrmUsage,
  type CustomerLookup,
  type Directory,
  type PolicySource,
  type Roster,
  type WriteResult,
} from '../../ports/index.ts';
import { createCrmActivities } from '../writes/activities.ts';
import { createCrmHelpRecords } from '../writes/helpRecords.ts';
import { connectCrm, type CrmAccount, type CrmConnection } from './connection.ts';
import { createCustomerLookup } from '../customers/customers.ts';
import { createDirectory } from '../directory/directory.ts';
import { createRecordIds } from '../writes/recordIds.ts';
import { readPolicy } from '../policy/policies.ts';
import { readRoster } from '../directory/roster.ts';

export interface ConnectedOrgs extends CrmUsage {
  readonly directory: Directory;
  readonly customers: CustomerLookup;
  readonly activities: CrmActivities;
  readonly helpRecords: CrmHelpRecords;
  readonly policySource: PolicySource;
  readonly roster: Roster;
  /** The integration user's connection to one org; undefined for an org that is not registered. */
  connectionTo(orgId: string): CrmConnection | undefined;
}

interface Connected {
  readonly crm: CrmConnection;
  readonly directory: Directory;
  readonly customers: CustomerLookup;
  readonly activities: CrmActivities;
  readonly helpRecords: CrmHelpRecords;
}

/** Implements the ports for all registered orgs; each request goes to the org that it names. */
export function connectOrgs(
  orgs: readonly (CrmAccount & { readonly orgId: string; readonly origins: readonly string[] })[],
): ConnectedOrgs {
  const connected = new Map(
    orgs.map((org): [string, Connected] => {
      const crm = connectCrm(org);
      const recordIds = createRecordIds(crm);
      return [
        org.orgId,
        {
          crm,
          directory: createDirectory(crm, org.orgId),
          customers: createCustomerLookup(crm),
          activities: createCrmActivities(crm, { recordIds, lightningOrigin: org.origins[0] }),
          helpRecords: createCrmHelpRecords(crm, recordIds),
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
    directory: {
      person: async (orgId, userId) => connected.get(orgId)?.directory.person(orgId, userId),
      refresh: (orgId, userId) => connected.get(orgId)?.directory.refresh(orgId, userId),
      colleagues: async (orgId, search) =>
        connected.get(orgId)?.directory.colleagues(orgId, search) ?? [],
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
    usage: (orgId) => connected.get(orgId)?.crm.usage(),
    activities: {
      recordInterventions: async (writes) =>
        inItsOrg(writes, (org, own) => org.activities.recordInterventions(own)),
      notifyReps: async (writes) => inItsOrg(writes, (org, own) => org.activities.notifyReps(own)),
    },
    helpRecords: {
      recordHelp: async (writes) => inItsOrg(writes, (org, own) => org.helpRecords.recordHelp(own)),
      recordAcknowledgements: async (writes) =>
        inItsOrg(writes, (org, own) => org.helpRecords.recordAcknowledgements(own)),
    },
  };
}
