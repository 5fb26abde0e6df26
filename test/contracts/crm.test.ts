import { createCustomerLookup } from '../../server/crm/customers/customers.ts';
import { createDirectory } from '../../server/crm/directory/directory.ts';
import { createCrmActivities } from '../../server/crm/writes/activities.ts';
import type { Person } from '../../server/domain/call/people.ts';
import type { CallSubject } from '../../server/ports/index.ts';
import { FakeCrmActivities, FakeCustomerLookup, FakeDirectory } from '../support/fakeCrm.ts';
import { startOrgStage, type OrgStage } from '../support/orgStage.ts';
import { intervention, supervisedCall } from '../support/supervisedCall.ts';
import { crmActivitiesContract, customerLookupContract, directoryContract } from './crm.ts';

const ORG = '00D000000000001AAA';
const ALIASES = ['dana', 'maya', 'ravi', 'quinn', 'ada', 'jo'] as const;
type Alias = (typeof ALIASES)[number];

const idOf = (alias: Alias): string => `00500000000000${ALIASES.indexOf(alias)}AAA`;
const someone = (alias: Alias, name: string, more: Partial<Person>): Person => ({
  orgId: ORG,
  userId: idOf(alias),
  name,
  active: true,
  roles: [],
  permittedModes: [],
  seesAllCalls: false,
  managerIds: [],
  timeZone: 'America/Los_Angeles',
  locale: 'en_US',
  phones: {},
  place: { country: 'US', region: 'TX' },
  roleNames: [],
  queueIds: [],
  groupIds: [],
  territoryIds: [],
  skills: [],
  asOf: '2026-11-20T17:00:00.000Z',
  ...more,
});

/** How a fake with an `isUnavailable` switch is broken and mended. */
const fakeStage = (fake: { isUnavailable: boolean }) => ({
  orgId: ORG,
  breakDown: async () => void (fake.isUnavailable = true),
  restore: async () => void (fake.isUnavailable = false),
  stop: async () => undefined,
});

const orgStage = (org: OrgStage) => ({
  orgId: org.orgId,
  breakDown: () => org.breakDown(),
  restore: () => org.restore(),
  stop: () => org.stop(),
});

directoryContract('the fake', async () => {
  const directory = new FakeDirectory(
    someone('maya', 'Maya Okafor', {
      username: 'maya@northwind.example',
      roles: ['supervisor'],
      permittedModes: ['monitor', 'whisper', 'barge', 'takeover'],
      managerIds: [idOf('dana')],
      roleNames: ['Sales_Manager_West', 'VP_Sales'],
    }),
    someone('ravi', 'Ravi Patel', { roles: ['rep'], managerIds: [idOf('maya'), idOf('dana')] }),
    someone('quinn', 'Quinn Ellis', {
      roles: ['qa'],
      permittedModes: ['monitor', 'whisper'],
      seesAllCalls: true,
    }),
    someone('ada', 'Ada Novak', {
      roles: ['admin'],
      permittedModes: ['monitor'],
      seesAllCalls: true,
    }),
    someone('jo', 'Jo Kim', { roles: ['rep'] }),
  );
  return { ...fakeStage(directory), directory, idOf };
});

directoryContract('jsforce on the local org', async () => {
  const org = await startOrgStage();
  const ids = new Map((await org.records('User')).map((user) => [user.Alias as string, user.Id]));
  return {
    ...orgStage(org),
    directory: createDirectory(org.crm, org.orgId),
    idOf: (alias) => ids.get(alias)!,
  };
});

const PRIYA: CallSubject = {
  customer: {
    name: 'Priya Raman',
    contactId: '003000000000001AAA',
    phone: '+14155550142',
    accountId: '001000000000001AAA',
    accountName: 'Halcyon Logistics',
    place: { country: 'US', region: 'CA' },
  },
  opportunity: {
    opportunityId: '006000000000001AAA',
    name: 'Halcyon Logistics – 3-year renewal',
    stage: 'Negotiation',
    closeDate: '2026-12-31',
    amount: 184000,
  },
  ownerUserId: idOf('ravi'),
};

customerLookupContract('the fake', async () => {
  const customers = new FakeCustomerLookup(PRIYA);
  return {
    ...fakeStage(customers),
    customers,
    priya: PRIYA,
    refuseCallsToPriya: async () =>
      void customers.subjects.splice(0, 1, { ...PRIYA, doNotCall: true }),
  };
});

customerLookupContract('jsforce on the local org', async () => {
  const org = await startOrgStage();
  const [contact, account, opportunity] = await Promise.all([
    org.find('Contact', 'Priya'),
    org.find('Account', 'Halcyon'),
    org.find('Opportunity', 'Halcyon'),
  ]);
  const priya: CallSubject = {
    customer: { ...PRIYA.customer, contactId: contact.Id, accountId: account.Id },
    opportunity: {
      ...PRIYA.opportunity!,
      opportunityId: opportunity.Id,
      closeDate: opportunity.CloseDate as string,
    },
    ownerUserId: opportunity.OwnerId as string,
  };
  return {
    ...orgStage(org),
    customers: createCustomerLookup(org.crm),
    priya,
    refuseCallsToPriya: () => org.update('Contact', contact.Id, { DoNotCall: true }),
  };
});

crmActivitiesContract('the fake', async () => {
  const activities = new FakeCrmActivities();
  return {
    ...fakeStage(activities),
    activities,
    call: (interventionId, outcome) =>
      supervisedCall({ interventions: [intervention({ interventionId, outcome })] }),
    refuse: (interventionId) => void activities.refused.add(interventionId),
    notifications: async (interventionId) =>
      activities.notifications.filter((one) => one === `${interventionId}:receipt`).length,
    written: async (interventionId) => ({
      interventions: activities.interventions.has(interventionId) ? 1 : 0,
      tasks: [...activities.tasks.keys()]
        .filter((key) => key.startsWith(`${interventionId}:`))
        .sort(),
    }),
  };
});

crmActivitiesContract('jsforce on the local org', async () => {
  const org = await startOrgStage();
  const [maya, ravi, contact, account] = await Promise.all([
    org.find('User', 'Maya'),
    org.find('User', 'Ravi'),
    org.find('Contact', 'Priya'),
    org.find('Account', 'Halcyon'),
  ]);
  const refused = new Set<string>();
  // As many deals as calls that end at once.
  const deals = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      org.insert('Opportunity', {
        Name: `Deal ${n}`,
        StageName: 'Proposal',
        CloseDate: '2026-12-31',
      }),
    ),
  );
  let calls = 0;
  return {
    ...orgStage(org),
    activities: createCrmActivities(org.crm),
    refuse: (interventionId) => void refused.add(interventionId),
    async notifications(interventionId) {
      const record = (await org.records('Call_Intervention__c')).find(
        (row) => row.External_Id__c === interventionId,
      );
      return (await org.notifications()).filter(({ targetId }) => record && targetId === record.Id)
        .length;
    },
    call: (interventionId, outcome) =>
      supervisedCall({
        rep: { userId: ravi.Id, name: ravi.Name, managerIds: [maya.Id] },
        customer: { name: contact.Name, contactId: contact.Id, accountId: account.Id },
        opportunity: { opportunityId: deals[calls++ % deals.length]!.Id, name: 'A deal' },
        interventions: [
          intervention({
            interventionId,
            outcome,
            supervisor: { userId: maya.Id, name: maya.Name, role: 'supervisor' },
            // A validation rule of the package: nobody leaves before joining.
            ...(refused.has(interventionId) && { joinedAt: '2099-01-01T00:00:00.000Z' }),
          }),
        ],
      }),
    written: async (interventionId) => ({
      interventions: (await org.records('Call_Intervention__c')).filter(
        (row) => row.External_Id__c === interventionId,
      ).length,
      tasks: (await org.records('Task'))
        .flatMap((row) =>
          String(row.Dealside_Key__c ?? '').startsWith(`${interventionId}:`)
            ? String(row.Dealside_Key__c)
            : [],
        )
        .sort(),
    }),
  };
});
