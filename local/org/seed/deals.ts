/** An open opportunity with its account and contact. */
export interface DealSeed {
  readonly account: string;
  readonly industry: string;
  readonly city: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
  readonly phone: string;
  readonly name: string;
  readonly stage: string;
  readonly amount: number;
  readonly daysToClose: number;
  /** The owner's alias. */
  readonly owner: string;
}

/** The open opportunities of the org. */
export const FIRST_DEALS: readonly DealSeed[] = [
  {
    account: 'Halcyon Logistics',
    industry: 'Transportation',
    city: 'Oakland',
    firstName: 'Priya',
    lastName: 'Raman',
    title: 'VP Operations',
    phone: '+14155550142',
    name: 'Halcyon Logistics – 3-year renewal',
    stage: 'Negotiation',
    amount: 184000,
    daysToClose: 9,
    owner: 'ravi',
  },
  {
    account: 'Brightwater Foods',
    industry: 'Consumer Goods',
    city: 'Seattle',
    firstName: 'Marcus',
    lastName: 'Hale',
    title: 'Director of IT',
    phone: '+12065550187',
    name: 'Brightwater Foods – warehouse roll-out',
    stage: 'Proposal',
    amount: 96500,
    daysToClose: 21,
    owner: 'lena',
  },
  {
    account: 'Solstice Energy',
    industry: 'Energy',
    city: 'Reno',
    firstName: 'Ingrid',
    lastName: 'Falk',
    title: 'CFO',
    phone: '+17755550113',
    name: 'Solstice Energy – expansion',
    stage: 'Qualification',
    amount: 240000,
    daysToClose: 54,
    owner: 'ravi',
  },
  {
    account: 'Cobalt Robotics',
    industry: 'Manufacturing',
    city: 'San Jose',
    firstName: 'Devon',
    lastName: 'Park',
    title: 'Head of Procurement',
    phone: '+14085550164',
    name: 'Cobalt Robotics – new business',
    stage: 'Needs Analysis',
    amount: 61000,
    daysToClose: 38,
    owner: 'lena',
  },
  {
    account: 'Meridian Health',
    industry: 'Healthcare',
    city: 'Portland',
    firstName: 'Alma',
    lastName: 'Reyes',
    title: 'COO',
    phone: '+15035550128',
    name: 'Meridian Health – add-on seats',
    stage: 'Prospecting',
    amount: 38000,
    daysToClose: 70,
    owner: 'ravi',
  },
  {
    account: 'Larkspur Hotels',
    industry: 'Hospitality',
    city: 'Boston',
    firstName: 'Owen',
    lastName: 'Byrne',
    title: 'VP Revenue',
    phone: '+16175550155',
    name: 'Larkspur Hotels – renewal',
    stage: 'Negotiation',
    amount: 152000,
    daysToClose: 12,
    owner: 'jo',
  },
  {
    account: 'Atlas Paper',
    industry: 'Manufacturing',
    city: 'Philadelphia',
    firstName: 'Nadia',
    lastName: 'Sokolov',
    title: 'Plant Manager',
    phone: '+12155550191',
    name: 'Atlas Paper – pilot',
    stage: 'Proposal',
    amount: 27000,
    daysToClose: 30,
    owner: 'jo',
  },
  {
    account: 'Ferris Insurance',
    industry: 'Insurance',
    city: 'New York',
    firstName: 'Grant',
    lastName: 'Okoro',
    title: 'SVP Claims',
    phone: '+12125550177',
    name: 'Ferris Insurance – migration',
    stage: 'Needs Analysis',
    amount: 310000,
    daysToClose: 85,
    owner: 'jo',
  },
];

/** The deals of the German team. */
export const GERMAN_DEALS: readonly DealSeed[] = [
  {
    account: 'Alpine Instruments',
    industry: 'Technology',
    city: 'Denver',
    firstName: 'Clara',
    lastName: 'Hoffmann',
    title: 'Head of Sourcing',
    phone: '+13035550171',
    name: 'Alpine Instruments – framework agreement',
    stage: 'Proposal',
    amount: 78000,
    daysToClose: 25,
    owner: 'mila',
  },
];

/** The state that each city is in. */
export const STATE_OF: Readonly<Record<string, string>> = {
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
