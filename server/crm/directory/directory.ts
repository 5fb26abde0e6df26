import { placeOfAddress, type Place } from '../../domain/consent/places.ts';
import { MODE_PERMISSION, MODES } from '../../domain/call/modes.ts';
import type { Person, Role } from '../../domain/people/people.ts';
import { CrmUnavailable, type Directory } from '../../ports/index.ts';
import { createMembershipReader } from './memberships.ts';
import { readColleagues } from './colleagues.ts';
import { asList, type CrmConnection } from '../session/connection.ts';
import { createBatchedCache } from '../cache/batchedCache.ts';
import { toE164 } from '../customers/phones.ts';
import { cachedFor } from '../cache/ttlCache.ts';

/** Well below a minute, so that whoever looks at rights every few seconds acts on a loss within a minute. */
export const PERSON_HOLDS_MS = 40_000;
/** Shorter, so that a new person is not kept waiting. */
const UNKNOWN_HOLDS_MS = 10_000;
const NAMES_HOLD_MS = 60_000;
const GATHER_MS = 4;
const MAX_LEVELS = 10;

const withPlace = (place: Place | undefined): { place?: Place } => (place ? { place } : {});

const SIP = /^sips?:[^@\s]+@[^@\s]+$/;

/** Only what the record says is ever rung: a request cannot name a number. */
function phonesOf({ Phone, MobilePhone, Dealside_SIP_Address__c: sip }: UserRecord): Person['phones'] {
  const phone = (Phone && toE164(Phone)) || (MobilePhone && toE164(MobilePhone)) || undefined;
  return { ...(phone && { phone }), ...(sip && SIP.test(sip) && { sip }) };
}

/** The permission set Dealside_Supervisor makes a supervisor, an org's own Dealside_Deal_Desk makes a deal_desk. */
const ROLE_SET = /^Dealside_(\w+)$/;
const INTEGRATION_SET = 'Dealside_Integration';

const ALL_CALLS = 'Dealside_All_Calls';

interface UserRecord { Id: string; Name: string; IsActive: boolean; ManagerId: string | null; UserRoleId: string | null; TimeZoneSidKey: string; LanguageLocaleKey: string | null; Phone: string | null; MobilePhone: string | null; Dealside_SIP_Address__c: string | null; State: string | null; Country: string | null }
interface AssignmentRecord { AssigneeId: string; PermissionSetId: string; PermissionSetGroupId: string | null; PermissionSet: { Name: string } }
interface ComponentRecord { PermissionSetGroupId: string; PermissionSet: { Name: string } }

const USER_FIELDS = 'Id, Name, IsActive, ManagerId, UserRoleId, TimeZoneSidKey, LanguageLocaleKey, Phone, MobilePhone, Dealside_SIP_Address__c, State, Country';

/** People as the org knows them. An answer is used for less than a minute; when the org is away, nobody is known. */
export function createDirectory(crm: CrmConnection, ourOrgId: string, now: () => number = Date.now): Directory {
  const belongingsOf = createMembershipReader(crm);

  async function look(userIds: readonly string[]): Promise<Map<string, Person>> {
    const asOf = new Date(now()).toISOString();
    const users = await usersOf(userIds);
    const found = userIds.flatMap((userId) => users.get(userId) ?? []);
    if (found.length === 0) return new Map();
    const ids = found.map(({ Id }) => Id);
    const [, rights, belongings] = await Promise.all([
      addManagers(users), rightsOf(ids), belongingsOf(found.map(({ Id, UserRoleId }) => ({ userId: Id, roleId: UserRoleId }))),
    ]);
    return new Map(found.map((user): [string, Person] => {
      const { setNames, permissions } = rights(user.Id);
      return [user.Id, {
        orgId: ourOrgId,
        userId: user.Id,
        name: user.Name,
        active: user.IsActive,
        roles: setNames.flatMap(roleOf),
        permittedModes: MODES.filter((mode) => permissions.includes(MODE_PERMISSION[mode])),
        seesAllCalls: permissions.includes(ALL_CALLS),
        managerIds: managersOf(user, users),
        timeZone: user.TimeZoneSidKey,
        ...(user.LanguageLocaleKey && { locale: user.LanguageLocaleKey }),
        phones: phonesOf(user),
        ...withPlace(placeOfAddress({ state: user.State, country: user.Country })),
        ...belongings(user.Id),
        asOf,
      }];
    }));
  }

  async function usersOf(userIds: readonly string[]): Promise<Map<string, UserRecord>> {
    const users = await crm.query<UserRecord>(`SELECT ${USER_FIELDS} FROM User WHERE Id IN ${asList(userIds)}`);
    return new Map(users.map((user) => [user.Id, user]));
  }

  async function addManagers(users: Map<string, UserRecord>): Promise<void> {
    for (let level = 0; level < MAX_LEVELS; level += 1) {
      const missing = new Set([...users.values()].flatMap(({ ManagerId }) => (ManagerId && !users.has(ManagerId) ? ManagerId : [])));
      if (missing.size === 0) return;
      const found = await usersOf([...missing]);
      if (found.size === 0) return;
      for (const [id, user] of found) users.set(id, user);
    }
  }

  /** Which permission sets and which of our permissions each user has. */
  async function rightsOf(userIds: readonly string[]): Promise<(userId: string) => { setNames: string[]; permissions: string[] }> {
    const assignments = await crm.query<AssignmentRecord>(
      `SELECT AssigneeId, PermissionSetId, PermissionSet.Name, PermissionSetGroupId FROM PermissionSetAssignment WHERE AssigneeId IN ${asList(userIds)} AND IsActive = true`,
    );
    const [inGroups, granted] = await Promise.all([
      setsInGroups(assignments.flatMap(({ PermissionSetGroupId }) => PermissionSetGroupId ?? [])),
      permissionsOf(assignments.map(({ PermissionSetId }) => PermissionSetId)),
    ]);
    return (userId) => {
      const own = assignments.filter(({ AssigneeId }) => AssigneeId === userId);
      const members = inGroups.filter(({ PermissionSetGroupId }) => own.some((assignment) => assignment.PermissionSetGroupId === PermissionSetGroupId));
      return {
        setNames: [...new Set([...own, ...members].map(({ PermissionSet }) => PermissionSet.Name))],
        permissions: own.flatMap(({ PermissionSetId }) => granted.get(PermissionSetId) ?? []),
      };
    };
  }

  const setsInGroups = async (groupIds: readonly string[]): Promise<ComponentRecord[]> => groupIds.length === 0 ? [] : crm.query(
    `SELECT PermissionSetGroupId, PermissionSet.Name FROM PermissionSetGroupComponent WHERE PermissionSetGroupId IN ${asList(groupIds)}`,
  );

  /** A group's assignment names the set that sums it up, without what the group mutes; so permissions never come from its members. */
  async function permissionsOf(permissionSetIds: readonly string[]): Promise<Map<string, string[]>> {
    if (permissionSetIds.length === 0) return new Map();
    const [granted, names] = await Promise.all([
      crm.query<{ ParentId: string; SetupEntityId: string }>(
        `SELECT ParentId, SetupEntityId FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission' AND ParentId IN ${asList(permissionSetIds)}`,
      ),
      permissionNames('ours'),
    ]);
    return granted.reduce((sets, { ParentId, SetupEntityId }) => sets.set(ParentId, [...(sets.get(ParentId) ?? []), ...(names.get(SetupEntityId) ?? [])]), new Map<string, string[]>());
  }

  /** The same for everybody, so read once for all. */
  const permissionNames = cachedFor(async () => {
    const ours = asList([...Object.values(MODE_PERMISSION), ALL_CALLS]);
    const found = await crm.query<{ Id: string; DeveloperName: string }>(`SELECT Id, DeveloperName FROM CustomPermission WHERE DeveloperName IN ${ours}`);
    return new Map(found.map(({ Id, DeveloperName }) => [Id, [DeveloperName]]));
  }, () => NAMES_HOLD_MS, now);

  const known = createBatchedCache(
    (userIds) => look(userIds).catch((error: unknown) => {
      throw error instanceof CrmUnavailable ? error : new CrmUnavailable(`Salesforce could not be asked about a user: ${(error as Error).message}`, { cause: error });
    }),
    { holdsMs: (person) => (person ? PERSON_HOLDS_MS : UNKNOWN_HOLDS_MS), gatherMs: GATHER_MS, renewAfterMs: PERSON_HOLDS_MS / 2, wantedForMs: 3 * PERSON_HOLDS_MS },
    now,
  );

  return {
    person: async (orgId, userId) => (orgId === ourOrgId ? known(userId) : undefined),
    refresh: (orgId, userId) => (orgId === ourOrgId ? known.forget(userId) : undefined),
    colleagues: async (orgId, search) => (orgId === ourOrgId ? readColleagues(crm, search) : []),
  };
}

const roleOf = (setName: string): Role[] => {
  const name = ROLE_SET.exec(setName)?.[1];
  return name && setName !== INTEGRATION_SET ? [name.toLowerCase()] : [];
};

function managersOf(user: UserRecord, users: ReadonlyMap<string, UserRecord>): string[] {
  const chain: string[] = [];
  for (let above = user.ManagerId; above && above !== user.Id && !chain.includes(above) && chain.length < MAX_LEVELS; above = users.get(above)?.ManagerId ?? null) chain.push(above);
  return chain;
}
