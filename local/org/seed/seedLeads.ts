import type { AddRow } from './addRow.ts';

/** First and last name, company, phone, mobile phone, owner. */
const LEADS: readonly (readonly [string, string, string, string, string | null, string])[] = [
  ['Noor', 'Haddad', 'Larkspur Clinics', '(206) 555-0171', '+12065550172', 'ravi'],
  ['Theo', 'Brandt', 'Quarry & Sons', '+13125550173', null, 'ravi'],
  ['June', 'Castillo', 'Redwood Freight', '+14155550174', null, 'lena'],
];

/** Adds people who do not have an account yet. @param users ids by alias */
export function seedLeads(add: AddRow, users: ReadonlyMap<string, string>): void {
  for (const [FirstName, LastName, Company, Phone, MobilePhone, owner] of LEADS)
    add('Lead', { FirstName, LastName, Company, Phone, MobilePhone }, users.get(owner));
}
