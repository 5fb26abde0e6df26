import { MINIMUM_ACCESS_PROFILE, type PackagePermissionSet } from '../permissions/access.ts';
import type { Database, Row } from '../records/database.ts';
import { deployPackage } from '../deploy/deployPackage.ts';
import { seedMemberships } from './memberships.ts';

interface PersonSeed {
  alias: string;
  name: string;
  title: string;
  role: string;
  permissionSet?: string;
  manager?: string;
  phone?: string;
  sip?: string;
  language?: string;
}

const FIRST_PEOPLE: readonly PersonSeed[] = [
  {
    alias: 'dana',
    name: 'Dana Whitfield',
    title: 'VP Sales',
    role: 'VP Sales',
    permissionSet: 'Dealside_Supervisor',
    phone: '(415) 555-0199',
    sip: 'sip:dana@phones.northwind.example',
  },
  {
    alias: 'maya',
    name: 'Maya Okafor',
    title: 'Sales Manager West',
    role: 'Sales Manager West',
    permissionSet: 'Dealside_Supervisor',
    manager: 'dana',
  },
  {
    alias: 'ravi',
    name: 'Ravi Patel',
    title: 'Account Executive',
    role: 'Account Executive West',
    permissionSet: 'Dealside_Rep',
    manager: 'maya',
  },
  {
    alias: 'lena',
    name: 'Lena Brandt',
    title: 'Account Executive',
    role: 'Account Executive West',
    permissionSet: 'Dealside_Rep',
    manager: 'maya',
  },
  {
    alias: 'tomas',
    name: 'Tomás Silva',
    title: 'Sales Manager East',
    role: 'Sales Manager East',
    permissionSet: 'Dealside_Supervisor',
    manager: 'dana',
  },
  {
    alias: 'jo',
    name: 'Jo Kim',
    title: 'Account Executive',
    role: 'Account Executive East',
    permissionSet: 'Dealside_Rep',
    manager: 'tomas',
  },
  {
    alias: 'quinn',
    name: 'Quinn Ellis',
    title: 'Quality Analyst',
    role: 'VP Sales',
    permissionSet: 'Dealside_QA',
    manager: 'dana',
  },
  {
    alias: 'rosa',
    name: 'Rosa Lind',
    title: 'Revenue Operations',
    role: 'VP Sales',
    permissionSet: 'Dealside_RevOps',
    manager: 'dana',
  },
  {
    alias: 'ada',
    name: 'Ada Novak',
    title: 'Salesforce Admin',
    role: 'VP Sales',
    permissionSet: 'Dealside_Admin',
  },
  {
    alias: 'integration',
    name: 'Dealside Integration',
    title: 'Integration user',
    role: 'VP Sales',
    permissionSet: 'Dealside_Integration',
  },
];

/** A team whose Salesforce is in German. It is added last, so that ids of the others stay as they were. */
const GERMAN_ROLES: readonly RoleSeed[] = [
  ['Sales Manager DACH', 'VP Sales'],
  ['Account Executive DACH', 'Sales Manager DACH'],
];

const GERMAN_PEOPLE: readonly PersonSeed[] = [
  {
    alias: 'jonas',
    name: 'Jonas Weber',
    title: 'Sales Manager DACH',
    role: 'Sales Manager DACH',
    permissionSet: 'Dealside_Supervisor',
    manager: 'dana',
    language: 'de',
  },
  {
    alias: 'mila',
    name: 'Mila Berger',
    title: 'Account Executive',
    role: 'Account Executive DACH',
    permissionSet: 'Dealside_Rep',
    manager: 'jonas',
    language: 'de',
  },
];

/** The users of the org. */
export const PEOPLE: readonly PersonSeed[] = [...FIRST_PEOPLE, ...GERMAN_PEOPLE];

const DOMAIN = 'northwind.example';

type RoleSeed = [name: string, parent: string | undefined];

const ROLES: readonly RoleSeed[] = [
  ['VP Sales', undefined],
  ['Sales Manager West', 'VP Sales'],
  ['Sales Manager East', 'VP Sales'],
  ['Account Executive West', 'Sales Manager West'],
  ['Account Executive East', 'Sales Manager East'],
];

/**
 * account, industry, city, contact's first name, last name, title and phone, opportunity, stage,
 * amount, days to close, owner
 */
type DealSeed = [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  number,
  number,
  string,
];

const DEALS: readonly DealSeed[] = [
  [
    'Halcyon Logistics',
    'Transportation',
    'Oakland',
    'Priya',
    'Raman',
    'VP Operations',
    '+14155550142',
    'Halcyon Logistics – 3-year renewal',
    'Negotiation',
    184000,
    9,
    'ravi',
  ],
  [
    'Brightwater Foods',
    'Consumer Goods',
    'Seattle',
    'Marcus',
    'Hale',
    'Director of IT',
    '+12065550187',
    'Brightwater Foods – warehouse roll-out',
    'Proposal',
    96500,
    21,
    'lena',
  ],
  [
    'Solstice Energy',
    'Energy',
    'Reno',
    'Ingrid',
    'Falk',
    'CFO',
    '+17755550113',
    'Solstice Energy – expansion',
    'Qualification',
    240000,
    54,
    'ravi',
  ],
  [
    'Cobalt Robotics',
    'Manufacturing',
    'San Jose',
    'Devon',
    'Park',
    'Head of Procurement',
    '+14085550164',
    'Cobalt Robotics – new business',
    'Needs Analysis',
    61000,
    38,
    'lena',
  ],
  [
    'Meridian Health',
    'Healthcare',
    'Portland',
    'Alma',
    'Reyes',
    'COO',
    '+15035550128',
    'Meridian Health – add-on seats',
    'Prospecting',
    38000,
    70,
    'ravi',
  ],
  [
    'Larkspur Hotels',
    'Hospitality',
    'Boston',
    'Owen',
    'Byrne',
    'VP Revenue',
    '+16175550155',
    'Larkspur Hotels – renewal',
    'Negotiation',
    152000,
    12,
    'jo',
  ],
  [
    'Atlas Paper',
    'Manufacturing',
    'Philadelphia',
    'Nadia',
    'Sokolov',
    'Plant Manager',
    '+12155550191',
    'Atlas Paper – pilot',
    'Proposal',
    27000,
    30,
    'jo',
  ],
  [
    'Ferris Insurance',
    'Insurance',
    'New York',
    'Grant',
    'Okoro',
    'SVP Claims',
    '+12125550177',
    'Ferris Insurance – migration',
    'Needs Analysis',
    310000,
    85,
    'jo',
  ],
];

const GERMAN_DEALS: readonly DealSeed[] = [
  [
    'Alpine Instruments',
    'Technology',
    'Denver',
    'Clara',
    'Hoffmann',
    'Head of Sourcing',
    '+13035550171',
    'Alpine Instruments – framework agreement',
    'Proposal',
    78000,
    25,
    'mila',
  ],
];

const STATE_OF: Readonly<Record<string, string>> = {
  Oakland: 'CA',
  Seattle: 'WA',
  Reno: 'NV',
  'San Jose': 'CA',
  Portland: 'OR',
  Boston: 'MA',
  Philadelphia: 'PA',
  'New York': 'NY',
  Denver: 'CO',
};

/** Fills an empty org: users, permissions, opportunities with contacts, and a few activities. */
export function seed(
  packageDir: string,
  database: Database,
  sets: readonly PackagePermissionSet[],
): void {
  const add = (object: string, values: Row, by = ''): string =>
    database.insert(object, values, by).Id as string;

  add('Organization', { Name: 'Northwind Traders' });
  const roles = new Map<string, string>();
  function addRoles(named: readonly RoleSeed[]): void {
    for (const [name, parent] of named)
      roles.set(
        name,
        add('UserRole', {
          Name: name,
          DeveloperName: name.replaceAll(' ', '_'),
          ParentRoleId: parent ? roles.get(parent)! : null,
        }),
      );
  }
  addRoles(ROLES);

  deployPackage(packageDir, database, sets);
  const setIds = new Map(
    database.rows('PermissionSet').map((row) => [row.Name as string, row.Id as string]),
  );

  const profiles = new Map(
    ['System Administrator', 'Standard User', MINIMUM_ACCESS_PROFILE].map((name) => [
      name,
      add('Profile', { Name: name }),
    ]),
  );
  const profileOf = (alias: string): string =>
    profiles.get(
      alias === 'ada'
        ? 'System Administrator'
        : alias === 'integration'
          ? MINIMUM_ACCESS_PROFILE
          : 'Standard User',
    )!;
  const users = new Map<string, string>();
  const addPerson = (person: PersonSeed): void => {
    const id = add('User', {
      Name: person.name,
      Username: `${person.alias}@${DOMAIN}`,
      Email: `${person.alias}@${DOMAIN}`,
      Alias: person.alias.slice(0, 8),
      Title: person.title,
      IsActive: true,
      ManagerId: person.manager ? users.get(person.manager)! : null,
      UserRoleId: roles.get(person.role)!,
      TimeZoneSidKey: 'America/Los_Angeles',
      LanguageLocaleKey: person.language ?? 'en_US',
      State: 'TX',
      Country: 'US',
      ProfileId: profileOf(person.alias),
      ...(person.phone && { Phone: person.phone }),
      ...(person.sip && { Dealside_SIP_Address__c: person.sip }),
    });
    users.set(person.alias, id);
    if (person.permissionSet)
      add('PermissionSetAssignment', {
        AssigneeId: id,
        PermissionSetId: setIds.get(person.permissionSet)!,
        IsActive: true,
      });
  };
  FIRST_PEOPLE.forEach(addPerson);

  const addDeal = ([
    account,
    industry,
    city,
    first,
    last,
    title,
    phone,
    name,
    stage,
    amount,
    days,
    owner,
  ]: DealSeed): void => {
    const by = users.get(owner)!;
    const accountId = add(
      'Account',
      {
        Name: account,
        Industry: industry,
        BillingCity: city,
        BillingState: STATE_OF[city] ?? null,
        BillingCountry: 'United States',
      },
      by,
    );
    const contactId = add(
      'Contact',
      { FirstName: first, LastName: last, Title: title, Phone: phone, AccountId: accountId },
      by,
    );
    const opportunityId = add(
      'Opportunity',
      {
        Name: name,
        StageName: stage,
        Amount: amount,
        CloseDate: inDays(days),
        Probability: 60,
        NextStep: 'Call to agree on terms',
        AccountId: accountId,
      },
      by,
    );
    add(
      'OpportunityContactRole',
      {
        OpportunityId: opportunityId,
        ContactId: contactId,
        Role: 'Decision Maker',
        IsPrimary: true,
      },
      by,
    );
    add(
      'Task',
      {
        Subject: `Intro call with ${first} ${last}`,
        TaskSubtype: 'Call',
        Status: 'Completed',
        CallType: 'Outbound',
        CallDurationInSeconds: 742,
        ActivityDate: inDays(-12),
        WhatId: opportunityId,
        WhoId: contactId,
        Description: 'Walked through needs and timeline.',
      },
      by,
    );
    add(
      'Task',
      {
        Subject: 'Send the revised proposal',
        Status: 'Not Started',
        Priority: 'High',
        ActivityDate: inDays(2),
        WhatId: opportunityId,
        WhoId: contactId,
      },
      by,
    );
  };
  DEALS.forEach(addDeal);
  seedMemberships(add, users);

  addRoles(GERMAN_ROLES);
  GERMAN_PEOPLE.forEach(addPerson);
  GERMAN_DEALS.forEach(addDeal);
}

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
