import { asList, type CrmConnection } from '../session/connection.ts';

/**
 * Many people share a manager, so a manager who was just read is not read again for the next batch.
 * A change in between shows in the manager's mark (`changeMarks.ts`).
 */
const MANAGER_TTL_MS = 5_000;

export const MAX_LEVELS = 10;

export interface UserRecord {
  Id: string;
  Name: string;
  Username: string;
  IsActive: boolean;
  ManagerId: string | null;
  UserRoleId: string | null;
  TimeZoneSidKey: string;
  LanguageLocaleKey: string | null;
  LocaleSidKey: string | null;
  Phone: string | null;
  MobilePhone: string | null;
  Dealside_SIP_Address__c: string | null;
  State: string | null;
  Country: string | null;
  SystemModstamp: string;
}

const USER_FIELDS =
  'Id, Name, Username, IsActive, ManagerId, UserRoleId, TimeZoneSidKey, LanguageLocaleKey, ' +
  'LocaleSidKey, ' +
  'Phone, MobilePhone, Dealside_SIP_Address__c, State, Country, SystemModstamp';

export interface UserReader {
  usersOf(userIds: readonly string[]): Promise<Map<string, UserRecord>>;
  /** Adds the managers above these users, up to the top. */
  addManagers(users: Map<string, UserRecord>): Promise<void>;
}

/** Reads users and the managers above them. */
export function createUserReader(crm: CrmConnection, now: () => number): UserReader {
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
  return { usersOf, addManagers };
}
