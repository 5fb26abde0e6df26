export interface PersonSeed {
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

/** The users that the org has had from the beginning. */
export const FIRST_PEOPLE: readonly PersonSeed[] = [
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

/** The German team. Its rows come last, so that the ids of all others stay the same. */
export const GERMAN_TEAM: readonly PersonSeed[] = [
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

/** People in the other roles. Their rows come after all others for the same reason. */
export const OTHER_ROLES: readonly PersonSeed[] = [
  {
    alias: 'cora',
    name: 'Cora Lim',
    title: 'Sales Coach',
    role: 'Sales Enablement',
    permissionSet: 'Dealside_Coach',
    manager: 'dana',
  },
  {
    alias: 'sven',
    name: 'Sven Holt',
    title: 'Product Specialist',
    role: 'Sales Enablement',
    permissionSet: 'Dealside_Specialist',
    manager: 'dana',
  },
  {
    alias: 'ines',
    name: 'Ines Duarte',
    title: 'Investigator',
    role: 'Sales Enablement',
    permissionSet: 'Dealside_Investigator',
    manager: 'dana',
  },
];

/** The users of the org. */
export const PEOPLE: readonly PersonSeed[] = [...FIRST_PEOPLE, ...GERMAN_TEAM, ...OTHER_ROLES];
