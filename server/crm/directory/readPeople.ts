import { MODE_PERMISSION, MODES } from '../../domain/call/modes.ts';
import type { Person, Place, Role } from '../../domain/call/people.ts';
import { placeOfAddress } from '../../domain/consent/places.ts';
import { readNumber } from '../../domain/numbers/read.ts';
import { cachedFor } from '../cache/ttlCache.ts';
import { toE164 } from '../customers/phones.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { inSlices, markOfRows, rightsKey, userKey, type Marks } from './changeMarks.ts';
import { createMembershipReader } from './memberships.ts';

const NAMES_TTL_MS = 60_000;
const MAX_LEVELS = 10;
/**
 * Many people share a manager, so a manager who was just read is not read again for the next batch.
 * A change in between shows in the manager's mark (`changeMarks.ts`).
 */
const MANAGER_TTL_MS = 5_000;

/** A person as read, with the marks that reveal later changes of their records. */
export interface ReadPerson {
  readonly person: Person;
  readonly marks: Marks;
}

/**
 * The name of a permission set says which role it grants: Dealside_Supervisor grants `supervisor`.
 * Orgs can add their own.
 */
const ROLE_PERMISSION_SET = /^Dealside_(\w+)$/;
const INTEGRATION_PERMISSION_SET = 'Dealside_Integration';
/** The name of a permission set can also grant a skill: Dealside_Skill_Negotiation. */
const SKILL_PERMISSION_SET = /^Dealside_Skill_(\w+)$/;

const ALL_CALLS = 'Dealside_All_Calls';

interface UserRecord {
  Id: string;
  Name: string;
  Username: string;
  IsActive: boolean;
  ManagerId: string | null;
  UserRoleId: string | null;
  TimeZoneSidKey: string;
  LanguageLocaleKey: string | null;
  Phone: string | null;
  MobilePhone: string | null;
  Dealside_SIP_Address__c: string | null;
  State: string | null;
  Country: string | null;
  SystemModstamp: string;
}
interface AssignmentRecord {
  AssigneeId: string;
  PermissionSetId: string;
  PermissionSetGroupId: string | null;
  PermissionSet: { Name: string };
  SystemModstamp: string;
}
interface ComponentRecord {
  PermissionSetGroupId: string;
  PermissionSet: { Name: string };
}
interface Rights {
  readonly setNames: readonly string[];
  readonly permissions: readonly string[];
  readonly mark: string;
}

const USER_FIELDS =
  'Id, Name, Username, IsActive, ManagerId, UserRoleId, TimeZoneSidKey, LanguageLocaleKey, ' +
  'Phone, MobilePhone, Dealside_SIP_Address__c, State, Country, SystemModstamp';

/**
 * Reads people with roles, permissions, managers and memberships. The number of queries does not
 * depend on the number of people. People whom the org does not have are left out. Rejects as the
 * connection does.
 */
export function createPeopleReader(
  crm: CrmConnection,
  ourOrgId: string,
  now: () => number,
): (userIds: readonly string[]) => Promise<Map<string, ReadPerson>> {
  const membershipsOf = createMembershipReader(crm);
  let managers = new Map<string, UserRecord>();
  let managersReadAt = -Infinity;

  async function usersOf(userIds: readonly string[]): Promise<Map<string, UserRecord>> {
    const users = await crm.query<UserRecord>(
      `SELECT ${USER_FIELDS} FROM User WHERE Id IN ${asList(userIds)}`,
    );
    return new Map(users.map((user) => [user.Id, user]));
  }

  async function managersOf(userIds: readonly string[]): Promise<Map<string, UserRecord>> {
    if (now() - managersReadAt >= MANAGER_TTL_MS) {
      managers = new Map();
      managersReadAt = now();
    }
    const cached = managers;
    const unknown = userIds.filter((userId) => !cached.has(userId));
    if (unknown.length > 0)
      for (const [userId, manager] of await usersOf(unknown)) cached.set(userId, manager);
    return new Map(
      userIds.flatMap((userId): [string, UserRecord][] => {
        const manager = cached.get(userId);
        return manager ? [[userId, manager]] : [];
      }),
    );
  }

  async function addManagers(users: Map<string, UserRecord>): Promise<void> {
    for (let level = 0; level < MAX_LEVELS; level += 1) {
      const missing = new Set(
        [...users.values()].flatMap(({ ManagerId }) =>
          ManagerId && !users.has(ManagerId) ? ManagerId : [],
        ),
      );
      if (missing.size === 0) return;
      const found = await managersOf([...missing]);
      if (found.size === 0) return;
      for (const [id, user] of found) users.set(id, user);
    }
  }

  /** Returns a lookup of each user's permission sets and Dealside permissions. */
  async function rightsOf(userIds: readonly string[]): Promise<(userId: string) => Rights> {
    const assignments = await crm.query<AssignmentRecord>(
      'SELECT AssigneeId, PermissionSetId, PermissionSet.Name, PermissionSetGroupId, ' +
        `SystemModstamp FROM PermissionSetAssignment WHERE AssigneeId IN ${asList(userIds)} ` +
        'AND IsActive = true',
    );
    const [inGroups, granted] = await Promise.all([
      setsInGroups(assignments.flatMap(({ PermissionSetGroupId }) => PermissionSetGroupId ?? [])),
      permissionsOf(assignments.map(({ PermissionSetId }) => PermissionSetId)),
    ]);
    const byUser = Map.groupBy(assignments, ({ AssigneeId }) => AssigneeId);
    const byGroup = Map.groupBy(inGroups, ({ PermissionSetGroupId }) => PermissionSetGroupId);
    return (userId) => {
      const own = byUser.get(userId) ?? [];
      const members = own.flatMap(
        ({ PermissionSetGroupId: groupId }) => (groupId !== null && byGroup.get(groupId)) || [],
      );
      return {
        setNames: [...new Set([...own, ...members].map(({ PermissionSet }) => PermissionSet.Name))],
        permissions: own.flatMap(({ PermissionSetId }) => granted.get(PermissionSetId) ?? []),
        mark: markOfRows(own),
      };
    };
  }

  const setsInGroups = (groupIds: readonly string[]): Promise<ComponentRecord[]> =>
    inSlices(groupIds, (ids) =>
      crm.query(
        'SELECT PermissionSetGroupId, PermissionSet.Name FROM PermissionSetGroupComponent ' +
          `WHERE PermissionSetGroupId IN ${asList(ids)}`,
      ),
    );

  // An assigned permission set group has an aggregate permission set that respects what the group
  // mutes. Reading the permission sets in the group would ignore that, so only assignments are
  // read.
  async function permissionsOf(
    permissionSetIds: readonly string[],
  ): Promise<Map<string, string[]>> {
    if (permissionSetIds.length === 0) return new Map();
    const [granted, names] = await Promise.all([
      inSlices(permissionSetIds, (ids) =>
        crm.query<{ ParentId: string; SetupEntityId: string }>(
          'SELECT ParentId, SetupEntityId FROM SetupEntityAccess ' +
            `WHERE SetupEntityType = 'CustomPermission' AND ParentId IN ${asList(ids)}`,
        ),
      ),
      permissionNames('ours'),
    ]);
    return granted.reduce(
      (sets, { ParentId, SetupEntityId }) =>
        sets.set(ParentId, [...(sets.get(ParentId) ?? []), ...(names.get(SetupEntityId) ?? [])]),
      new Map<string, string[]>(),
    );
  }

  /** Names by id; they are the same for all users. */
  const permissionNames = cachedFor(
    async () => {
      const ours = asList([...Object.values(MODE_PERMISSION), ALL_CALLS]);
      const found = await crm.query<{ Id: string; DeveloperName: string }>(
        `SELECT Id, DeveloperName FROM CustomPermission WHERE DeveloperName IN ${ours}`,
      );
      return new Map(found.map(({ Id, DeveloperName }) => [Id, [DeveloperName]]));
    },
    () => NAMES_TTL_MS,
    now,
  );

  return async (userIds) => {
    const asOf = new Date(now()).toISOString();
    const users = await usersOf(userIds);
    const found = userIds.flatMap((userId) => users.get(userId) ?? []);
    if (found.length === 0) return new Map();
    const ids = found.map(({ Id }) => Id);
    const [, rights, memberships] = await Promise.all([
      addManagers(users),
      rightsOf(ids),
      membershipsOf(found.map(({ Id, UserRoleId }) => ({ userId: Id, roleId: UserRoleId }))),
    ]);
    return new Map(
      found.map((user): [string, ReadPerson] => {
        const { setNames, permissions, mark } = rights(user.Id);
        const managerIds = chainAbove(user, users);
        const person: Person = {
          orgId: ourOrgId,
          userId: user.Id,
          name: user.Name,
          username: user.Username,
          active: user.IsActive,
          roles: setNames.flatMap(roleOf),
          permittedModes: MODES.filter((mode) => permissions.includes(MODE_PERMISSION[mode])),
          seesAllCalls: permissions.includes(ALL_CALLS),
          managerIds,
          timeZone: user.TimeZoneSidKey,
          ...(user.LanguageLocaleKey && { locale: user.LanguageLocaleKey }),
          phones: phonesOf(user),
          ...withPlace(placeOfAddress({ state: user.State, country: user.Country })),
          ...withSkills(memberships(user.Id), setNames.flatMap(skillOf)),
          asOf,
        };
        const marks = new Map([
          [rightsKey(user.Id), mark],
          ...[user.Id, ...managerIds].map((id): [string, string] => [
            userKey(id),
            users.get(id)?.SystemModstamp ?? '',
          ]),
        ]);
        return [user.Id, { person, marks }];
      }),
    );
  };
}

const withPlace = (place: Place | undefined): { place?: Place } => (place ? { place } : {});

const SIP = /^sips?:[^@\s]+@[^@\s]+$/;

/** People are rung only on the numbers of their user record, never on a number from a request. */
function phonesOf({
  Phone,
  MobilePhone,
  Dealside_SIP_Address__c: sip,
}: UserRecord): Person['phones'] {
  const numbers = [Phone, MobilePhone].map((one) => one && toE164(one)).filter(isRung);
  const [phone, mobile] = new Set(numbers);
  return {
    ...(phone && { phone }),
    ...(mobile && { mobile }),
    ...(sip && SIP.test(sip) && { sip }),
  };
}

/** Premium-rate and satellite numbers in a user record are not rung. */
function isRung(phone: string | null | undefined): phone is string {
  const read = phone ? readNumber(phone, 'US') : undefined;
  return read?.status === 'read' && read.kind === 'ordinary';
}

const roleOf = (setName: string): Role[] => {
  const name = ROLE_PERMISSION_SET.exec(setName)?.[1];
  return name && setName !== INTEGRATION_PERMISSION_SET && skillOf(setName).length === 0
    ? [name.toLowerCase()]
    : [];
};

const skillOf = (setName: string): string[] => SKILL_PERMISSION_SET.exec(setName)?.slice(1) ?? [];

const withSkills = <M extends { readonly skills: readonly string[] }>(
  memberships: M,
  more: readonly string[],
): M & { readonly skills: readonly string[] } => ({
  ...memberships,
  skills: [...new Set([...memberships.skills, ...more])].toSorted(),
});

function chainAbove(user: UserRecord, users: ReadonlyMap<string, UserRecord>): string[] {
  const chain: string[] = [];
  for (
    let above = user.ManagerId;
    above && above !== user.Id && !chain.includes(above) && chain.length < MAX_LEVELS;
    above = users.get(above)?.ManagerId ?? null
  )
    chain.push(above);
  return chain;
}
