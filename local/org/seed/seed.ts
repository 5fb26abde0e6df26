import { deployPackage } from '../deploy/deployPackage.ts';
import type { PackagePermissionSet } from '../permissions/access.ts';
import { SURVEY_READERS } from '../permissions/surveyReaders.ts';
import type { Database } from '../records/database.ts';
import { USUAL_SHAPE, type OrgShape } from '../schema/shape.ts';
import type { AddRow } from './addRow.ts';
import { FIRST_DEALS, GERMAN_DEALS } from './deals.ts';
import { FIRST_PEOPLE, GERMAN_TEAM, OTHER_ROLES } from './people.ts';
import { seedDeals } from './seedDeals.ts';
import { seedLeads } from './seedLeads.ts';
import { seedMemberships, seedOtherMemberships } from './seedMemberships.ts';
import {
  FIRST_ROLES,
  GERMAN_ROLES,
  OTHER_PEOPLES_ROLES,
  seedProfiles,
  seedRoles,
  seedUsers,
} from './seedUsers.ts';

/** Types that were added later come last, so that the ids of the others stay the same. */
const FIRST_NOTIFICATION_TYPES = [
  'Dealside_Coaching',
  'Dealside_Help_Request',
  'Dealside_Intervention',
];

const LATER_PERMISSIONS = ['Dealside_Read_Outcomes'];
const SKILLS_SET = 'Dealside_Integration_Skills';
const LATER_SETS = [
  'Dealside_Coach',
  SKILLS_SET,
  'Dealside_Investigator',
  'Dealside_Specialist',
  SURVEY_READERS.name,
];
const LATER_GRANTS = [
  { set: 'Dealside_Admin', permission: 'Dealside_All_Calls' },
  { set: 'Dealside_Admin', permission: 'Dealside_Monitor' },
  { set: 'Dealside_RevOps', permission: 'Dealside_Read_Outcomes' },
];

/** The permission sets of the first version. */
const firstOf = (sets: readonly PackagePermissionSet[]): PackagePermissionSet[] =>
  sets
    .filter(({ name }) => !LATER_SETS.includes(name))
    .map((one) => ({
      ...one,
      customPermissions: one.customPermissions.filter(
        (name) =>
          !LATER_GRANTS.some(({ set, permission }) => set === one.name && permission === name),
      ),
    }));

/**
 * Fills an empty org: users, permissions, opportunities with contacts, and a few activities. Records
 * that later versions added come last, so that earlier ids stay the same.
 */
export function seed(
  packageDir: string,
  database: Database,
  {
    sets,
    shape = USUAL_SHAPE,
  }: { readonly sets: readonly PackagePermissionSet[]; readonly shape?: OrgShape },
): void {
  const add: AddRow = (object, values, by = '') => database.insert(object, values, by).Id as string;

  add('Organization', { Name: 'Northwind Traders' });
  const firstRoles = seedRoles(add, FIRST_ROLES);
  deployPackage(packageDir, database, {
    sets: firstOf(sets),
    hasNotificationType: (name) => FIRST_NOTIFICATION_TYPES.includes(name),
    hasPermission: (name) => !LATER_PERMISSIONS.includes(name),
  });
  const firstSetIds = permissionSetIds(database);
  const profiles = seedProfiles(add);
  const users = seedUsers(add, FIRST_PEOPLE, { roles: firstRoles, setIds: firstSetIds, profiles });
  seedDeals(add, FIRST_DEALS, { users, shape });
  seedMemberships(add, users, shape.hasSkills);

  const roles = seedRoles(add, GERMAN_ROLES, firstRoles);
  const withGermans = seedUsers(add, GERMAN_TEAM, {
    roles,
    setIds: firstSetIds,
    profiles,
    known: users,
  });
  seedDeals(add, GERMAN_DEALS, { users: withGermans, shape });

  seedTaskStatuses(add, shape);
  deployPackage(packageDir, database, { sets });
  seedTaskPriorities(add, shape);
  const assignToIntegration = (setName: string): void => {
    const set = database.findBy('PermissionSet', 'Name', setName);
    if (set)
      add('PermissionSetAssignment', {
        AssigneeId: users.get('integration')!,
        PermissionSetId: set.Id!,
        IsActive: true,
      });
  };
  assignToIntegration(SKILLS_SET);
  if (shape.currencies.length > 1) seedCurrencies(add, shape);
  seedLeads(add, users);
  const everybody = seedUsers(add, OTHER_ROLES, {
    roles: seedRoles(add, OTHER_PEOPLES_ROLES, roles),
    setIds: permissionSetIds(database),
    profiles,
    known: withGermans,
  });
  seedOtherMemberships(add, database, { users: everybody, hasSkills: shape.hasSkills });
  seedStages(add, database);
  assignToIntegration(SURVEY_READERS.name);
}

const permissionSetIds = (database: Database): ReadonlyMap<string, string> =>
  new Map(database.rows('PermissionSet').map((row) => [row.Name as string, row.Id as string]));

function seedTaskStatuses(add: AddRow, { taskStatuses }: OrgShape): void {
  taskStatuses.forEach(({ value, isClosed = false, isDefault = false }, n) =>
    add('TaskStatus', {
      ApiName: value,
      MasterLabel: value,
      IsClosed: isClosed,
      IsDefault: isDefault,
      SortOrder: n + 1,
    }),
  );
}

function seedTaskPriorities(add: AddRow, { taskPriorities }: OrgShape): void {
  taskPriorities.forEach(({ value, isHigh = false, isDefault = false }, n) =>
    add('TaskPriority', {
      ApiName: value,
      MasterLabel: value,
      IsHighPriority: isHigh,
      IsDefault: isDefault,
      SortOrder: n + 1,
    }),
  );
}

function seedCurrencies(add: AddRow, { currencies }: OrgShape): void {
  currencies.forEach(({ code, rate }, n) =>
    add('CurrencyType', {
      IsoCode: code,
      ConversionRate: rate,
      DecimalPlaces: 2,
      IsCorporate: n === 0,
      IsActive: true,
    }),
  );
}

function seedStages(add: AddRow, database: Database): void {
  const stages = database.object('Opportunity').fields.get('StageName')?.values ?? [];
  for (const [n, stage] of stages.entries())
    add('OpportunityStage', {
      ApiName: stage,
      MasterLabel: stage,
      IsActive: true,
      IsClosed: stage.startsWith('Closed'),
      IsWon: stage === 'Closed Won',
      SortOrder: n + 1,
    });
}
