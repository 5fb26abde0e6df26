import { MINIMUM_ACCESS_PROFILE } from '../permissions/access.ts';
import type { AddRow } from './addRow.ts';
import { PEOPLE } from './people.ts';

const DOMAIN = 'northwind.example';

const ROLES: readonly [string, string | undefined][] = [
  ['VP Sales', undefined],
  ['Sales Manager West', 'VP Sales'],
  ['Sales Manager East', 'VP Sales'],
  ['Sales Manager DACH', 'VP Sales'],
  ['Account Executive West', 'Sales Manager West'],
  ['Account Executive East', 'Sales Manager East'],
  ['Account Executive DACH', 'Sales Manager DACH'],
];

/** Adds the role hierarchy. Returns the ids of the roles by name. */
export function seedRoles(add: AddRow): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const [name, parent] of ROLES)
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

/**
 * Adds the users with their profiles and permission sets. Returns their ids by alias. @param setIds
 * the permission sets' ids by name
 */
export function seedUsers(
  add: AddRow,
  roles: ReadonlyMap<string, string>,
  setIds: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
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
  for (const person of PEOPLE) {
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
