import type { CallMemory, VersionedCall } from './callMemory.ts';
import type { LockedState } from './decideGroup.ts';
import type { GroupItem } from './groupItems.ts';

/** Fails with a division by zero unless each of these calls has the version that was remembered. */
const compared = (calls: string): string => `select 1 / (count(*) = cardinality($1::text[]))::int
    as "areUnchanged"
  from ${calls} join unnest($1::text[], $2::int[]) remembered("callId", "version")
    using ("callId", "version")`;

/** Locks calls, in the order of all transactions, and fails unless each is as it was remembered. */
export const LOCK_UNCHANGED = `with locked as materialized (
    select "callId", "version" from "Call" where "callId" = any($1::text[])
    order by "callId" for update)
  ${compared('locked')}`;

/** The same without locks, where nothing is written. */
export const COMPARE = `with found as (
    select "callId", "version" from "Call" where "callId" = any($1::text[]))
  ${compared('found')}`;

/**
 * What the decisions of a group need, from memory alone. Undefined if memory does not have a call of
 * the group, if the group has a new call, or if a decision needs the supervisor's other calls.
 */
export function rememberedState(
  group: readonly GroupItem[],
  { memory, elsewhere }: { readonly memory: CallMemory; readonly elsewhere: string },
): LockedState | undefined {
  const calls = new Map<string, VersionedCall>();
  for (const item of group) {
    if (item.kind === 'audit') continue;
    const remembered = memory.get(item.callId);
    if (!remembered || item.kind === 'create' || item.supervisor) return undefined;
    calls.set(item.callId, remembered);
  }
  // A callback that was applied before violates the key of its receipt when it is written.
  return { calls, receipts: new Set(), otherCalls: new Map(), elsewhere };
}

/** Whether memory still has these states of the calls. */
export const isStillRemembered = ({ calls }: LockedState, memory: CallMemory): boolean =>
  [...calls].every(([callId, remembered]) => memory.get(callId) === remembered);

/** Whether groups may be decided from memory before their calls are locked. */
export interface MemoryTrust {
  isGiven(): boolean;
  /** Memory was wrong. For a while, groups are locked and read before they are decided. */
  withdraw(): void;
}

/** Where other processes change the same calls, memory is often wrong, and each time costs a group. */
const GROUPS_WITHOUT_TRUST = 20;

export function createMemoryTrust(groupsWithout = GROUPS_WITHOUT_TRUST): MemoryTrust {
  let left = 0;
  return {
    isGiven() {
      if (left === 0) return true;
      left -= 1;
      return false;
    },
    withdraw: () => void (left = groupsWithout),
  };
}
