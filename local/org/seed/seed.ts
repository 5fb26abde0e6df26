import type { PackagePermissionSet } from '../permissions/access.ts';
import type { Database } from '../records/database.ts';
import { deployPackage } from '../deploy/deployPackage.ts';
import type { AddRow } from './addRow.ts';
import { seedDeals } from './seedDeals.ts';
import { seedMemberships } from './seedMemberships.ts';
import { seedRoles, seedUsers } from './seedUsers.ts';

/** Fills an empty org: users, permissions, opportunities with contacts, and a few activities. */
export function seed(
  packageDir: string,
  database: Database,
  sets: readonly PackagePermissionSet[],
): void {
  const add: AddRow = (object, values, by = '') => database.insert(object, values, by).Id as string;

  add('Organization', { Name: 'Northwind Traders' });
  const roles = seedRoles(add);

  deployPackage(packageDir, database, sets);
  const setIds = new Map(
    database.rows('PermissionSet').map((row) => [row.Name as string, row.Id as string]),
  );

  const users = seedUsers(add, roles, setIds);
  seedDeals(add, users);
  seedMemberships(add, users);
}
