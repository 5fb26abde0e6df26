import { DEFAULT_AGE_LIMITS, type AgeLimits } from '../../domain/call/ageLimits.ts';
import type { Person } from '../../domain/call/people.ts';
import { CrmUnavailable, type Directory } from '../../ports/index.ts';
import { createBatchedCache } from '../cache/batchedCache.ts';
import type { CrmConnection } from '../session/connection.ts';
import { readMarks, sharedPart, slicesOf, type Marks } from './changeMarks.ts';
import { readColleagues } from './colleagues.ts';
import { createPeopleReader, type ReadPerson } from './readPeople.ts';

/**
 * How often to look for changes while anyone uses Dealside. Less than a minute, so that lost rights
 * take effect within a minute.
 */
export const RENEW_EVERY_MS = 40_000;
/** How often to read everyone in full, in case a change did not change a mark. */
const READ_ALL_EVERY_MS = 30 * 60_000;
/** Short, so that a person who was just created in the org can soon sign in. */
const UNKNOWN_TTL_MS = 10_000;
/**
 * After a failure, requests are served from memory for this long before another try in the
 * background.
 */
const TRY_AGAIN_AFTER_MS = 10_000;
/** A person who was not looked up for this long is removed from memory. */
const FORGET_AFTER_MS = 12 * 60 * 60_000;
/** After this long without a lookup, no more changes are looked for. */
const IN_USE_MS = 10 * 60_000;
const BATCH_MS = 4;

interface Known extends ReadPerson {
  /** When these records were read. */
  readonly readAt: number;
  /** When they were last known to be unchanged. */
  confirmedAt: number;
  usedAt: number;
}

/** The directory of one org, kept up to date in the background. */
export interface CachedDirectory extends Directory {
  /**
   * Looks for changes of everyone in memory, and reads those who changed. Concurrent requests
   * share one round. Throws CrmUnavailable, and then memory stays as it was.
   */
  renew(): Promise<void>;
  /** Whether anyone was looked up recently. */
  isInUse(): boolean;
  /** Whether the last request to the CRM failed. */
  isAway(): boolean;
}

/**
 * Serves people with roles, permissions, managers and memberships from memory. A lookup waits for
 * the CRM only if the person is not in memory yet.
 */
export function createDirectory(
  crm: CrmConnection,
  ourOrgId: string,
  {
    now = Date.now,
    limits = () => DEFAULT_AGE_LIMITS,
  }: { readonly now?: () => number; readonly limits?: () => AgeLimits } = {},
): CachedDirectory {
  const readPeople = createPeopleReader(crm, ourOrgId, now);
  const known = new Map<string, Known>();
  let shared: string | undefined;
  let allReadAt = -Infinity;
  let underWay: Promise<void> | undefined;
  let triedAt = -Infinity;
  let isAway = false;

  /** Runs a read and records whether the CRM answered. Throws CrmUnavailable for any failure. */
  async function asking<T>(read: () => Promise<T>): Promise<T> {
    try {
      const answer = await read();
      isAway = false;
      return answer;
    } catch (error) {
      isAway = true;
      throw error instanceof CrmUnavailable
        ? error
        : new CrmUnavailable(
            `users could not be read from Salesforce: ${(error as Error).message}`,
            { cause: error },
          );
    } finally {
      triedAt = now();
    }
  }

  async function readAndCache(userIds: readonly string[]): Promise<Map<string, Person>> {
    const readAt = now();
    const slices = await asking(() => Promise.all(slicesOf(userIds).map(readPeople)));
    const read = new Map(slices.flatMap((slice) => [...slice]));
    for (const userId of userIds) {
      const before = known.get(userId);
      const found = read.get(userId);
      if (before && before.readAt > readAt) continue;
      if (found)
        known.set(userId, {
          ...found,
          readAt,
          confirmedAt: readAt,
          usedAt: before?.usedAt ?? readAt,
        });
      else known.delete(userId);
    }
    return new Map([...read].map(([userId, { person }]) => [userId, person]));
  }

  const firstRead = createBatchedCache(
    readAndCache,
    { ttlMs: (person) => (person ? 0 : UNKNOWN_TTL_MS), batchMs: BATCH_MS },
    now,
  );

  async function lookForChanges(): Promise<void> {
    const startedAt = now();
    for (const [userId, { usedAt }] of known)
      if (startedAt - usedAt >= FORGET_AFTER_MS) known.delete(userId);
    const people = new Map(known);
    if (people.size === 0) return;

    const managerIds = new Set([...people.values()].flatMap(({ person }) => person.managerIds));
    const marks = await asking(() => readMarks(crm, [...people.keys()], [...managerIds]));
    const sharedNow = sharedPart(marks);
    const readsAll =
      sharedNow === undefined || sharedNow !== shared || startedAt - allReadAt >= READ_ALL_EVERY_MS;
    const changed = [...people].filter(([, one]) => readsAll || hasChanged(one.marks, marks));
    if (changed.length > 0) await readAndCache(changed.map(([userId]) => userId));
    if (readsAll) [shared, allReadAt] = [sharedNow, startedAt];
    for (const one of people.values()) one.confirmedAt = Math.max(one.confirmedAt, startedAt);
  }

  function renew(): Promise<void> {
    underWay ??= lookForChanges().finally(() => (underWay = undefined));
    return underWay;
  }

  /** Updates the people in memory without making a lookup wait. */
  function renewInBackground(): void {
    if (now() - triedAt >= TRY_AGAIN_AFTER_MS) void renew().catch(() => undefined);
  }

  const seen = ({ person, confirmedAt }: Known): Person => ({
    ...person,
    asOf: new Date(confirmedAt).toISOString(),
  });

  async function person(orgId: string, userId: string): Promise<Person | undefined> {
    if (orgId !== ourOrgId) return undefined;
    const one = known.get(userId);
    if (!one) return firstRead(userId);
    one.usedAt = now();
    if (one.usedAt - one.confirmedAt >= 2 * RENEW_EVERY_MS) renewInBackground();
    return seen(one);
  }

  const isFresh = ({ confirmedAt }: Known): boolean => now() - confirmedAt <= limits().grantingMs;

  return {
    person,
    async current(orgId, userId) {
      const one = await person(orgId, userId);
      const before = known.get(userId);
      if (!one || !before || isFresh(before)) return one;
      if (!isAway) await renew().catch(() => undefined);
      const after = known.get(userId);
      if (!after) return undefined;
      if (isFresh(after)) return seen(after);
      throw new CrmUnavailable('what Salesforce said of this user is too old', {
        asOf: seen(after).asOf,
      });
    },
    known(orgId, userId) {
      const one = orgId === ourOrgId ? known.get(userId) : undefined;
      return one && seen(one);
    },
    async refresh(orgId, userId) {
      if (orgId !== ourOrgId) return;
      firstRead.forget(userId);
      await readAndCache([userId]);
    },
    colleagues: async (orgId, search) => (orgId === ourOrgId ? readColleagues(crm, search) : []),
    renew,
    isInUse: () => [...known.values()].some(({ usedAt }) => now() - usedAt < IN_USE_MS),
    isAway: () => isAway,
  };
}

/** Whether any of a person's marks has changed. */
const hasChanged = (before: Marks, after: Marks): boolean =>
  [...before].some(([key, mark]) => after.get(key) !== mark);
