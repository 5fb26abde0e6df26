import { MODES } from '../../domain/call/modes.ts';
import type { Person, Place, Role } from '../../domain/call/people.ts';
import { placeOfAddress } from '../../domain/consent/places.ts';
import { readNumber } from '../../domain/numbers/read.ts';
import { MODE_PERMISSION } from '../../domain/texts/permissionNames.ts';
import { toE164 } from '../customers/phones.ts';
import { type CrmConnection } from '../session/connection.ts';
import { rightsKey, userKey, type Marks } from './changeMarks.ts';
import { createMembershipReader } from './memberships.ts';
import { regionOf } from './region.ts';
import type { Rights } from './rights.ts';
import { createRightsReader, ALL_CALLS } from './rights.ts';
import { createUserReader, type UserRecord, MAX_LEVELS } from './users.ts';

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

  const { usersOf, addManagers } = createUserReader(crm, now);

  const rightsOf = createRightsReader(crm, now);

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
        const userRights = rights(user.Id);
        const managerIds = chainAbove(user, users);
        const person = {
          ...personOf(user, userRights),
          orgId: ourOrgId,
          managerIds,
          ...withSkills(memberships(user.Id), userRights.setNames.flatMap(skillOf)),
          asOf,
        };
        const marks = new Map([
          [rightsKey(user.Id), userRights.mark],
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

/** What the records of a user and of the user's permissions say of a person. */
const personOf = (user: UserRecord, { setNames, permissions }: Rights) => ({
  userId: user.Id,
  name: user.Name,
  username: user.Username,
  active: user.IsActive,
  roles: setNames.flatMap(roleOf),
  permittedModes: MODES.filter((mode) => permissions.includes(MODE_PERMISSION[mode])),
  seesAllCalls: permissions.includes(ALL_CALLS),
  timeZone: user.TimeZoneSidKey,
  ...(user.LanguageLocaleKey && { locale: user.LanguageLocaleKey }),
  ...withRegion(user.LocaleSidKey),
  phones: phonesOf(user),
  ...withPlace(placeOfAddress({ state: user.State, country: user.Country })),
});

const withRegion = (localeSidKey: string | null): { region?: string } => {
  const region = regionOf(localeSidKey);
  return region ? { region } : {};
};

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
