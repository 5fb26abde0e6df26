import { MINIMUM_ACCESS_PROFILE } from '../permissions/access.ts';
import type { AddRow } from './addRow.ts';
import type { PersonSeed } from './people.ts';

const DOMAIN = 'northwind.example';

type RoleSeed = readonly [name: string, parent: string | undefined];

export const FIRST_ROLES: readonly RoleSeed[] = [
  ['VP Sales', undefined],
  ['Sales Manager West', 'VP Sales'],
  ['Sales Manager East', 'VP Sales'],
  ['Account Executive West', 'Sales Manager West'],
  ['Account Executive East', 'Sales Manager East'],
];

export const GERMAN_ROLES: readonly RoleSeed[] = [
  ['Sales Manager DACH', 'VP Sales'],
  ['Account Executive DACH', 'Sales Manager DACH'],
];

export const OTHER_PEOPLES_ROLES: readonly RoleSeed[] = [['Sales Enablement', 'VP Sales']];

/** Adds these roles to the hierarchy. Returns the ids of all roles by name. */
export function seedRoles(
  add: AddRow,
  added: readonly RoleSeed[],
  known: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const roles = new Map(known);
  for (const [name, parent] of added)
    roles.set(
      name,
      add('UserRole', {
        Name: name,
        DeveloperName: name.replaceAll(' ', '_'),
        ParentRoleId: parent ? roles.get(parent)! : null,
      }),
    );
  return roles;
}

/** Adds the profiles. Returns their ids by name. */
export const seedProfiles = (add: AddRow): ReadonlyMap<string, string> =>
  new Map(
    ['System Administrator', 'Standard User', MINIMUM_ACCESS_PROFILE].map((name) => [
      name,
      add('Profile', { Name: name }),
    ]),
  );

/** The ids of the records to which users refer: by name, and of earlier users by alias. */
interface UserReferences {
  readonly roles: ReadonlyMap<string, string>;
  readonly setIds: ReadonlyMap<string, string>;
  readonly profiles: ReadonlyMap<string, string>;
  readonly known?: ReadonlyMap<string, string>;
}

/** Adds these users with their permission sets. Returns the ids of all users by alias. */
export function seedUsers(
  add: AddRow,
  people: readonly PersonSeed[],
  { roles, setIds, profiles, known = new Map() }: UserReferences,
): ReadonlyMap<string, string> {
  const profileOf = (alias: string): string =>
    profiles.get(
      alias === 'ada'
        ? 'System Administrator'
        : alias === 'integration'
          ? MINIMUM_ACCESS_PROFILE
          : 'Standard User',
    )!;
  const users = new Map(known);
  for (const person of people) {
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
  }
  return users;
}
