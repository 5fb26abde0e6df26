import type { Call } from '../../../domain/call/call.ts';

/** A call and the version that the database has of it. */
export interface VersionedCall {
  readonly version: number;
  readonly call: Call;
}

/** Calls as this process last read or wrote them; whoever uses one compares its version first. */
export interface CallMemory {
  get(callId: string): VersionedCall | undefined;
  /** Keeps an open call and forgets one that has ended: it hardly changes any more. */
  keep(held: VersionedCall): void;
  /** The same for what was read a while ago. */
  keepUnlessNewer(held: VersionedCall): void;
  forget(callIds: Iterable<string>): void;
}

/** Most calls that are kept; beyond it the one that was used longest ago is read again. */
const MAX_CALLS = 20_000;

export function createCallMemory(maxCalls = MAX_CALLS): CallMemory {
  const calls = new Map<string, VersionedCall>();

  function keep(held: VersionedCall): void {
    const { callId, status } = held.call;
    // Set again, so that the first of the map is the one that was used longest ago.
    calls.delete(callId);
    if (status === 'ended') return;
    calls.set(callId, held);
    if (calls.size > maxCalls) calls.delete(calls.keys().next().value!);
  }

  return {
    get: (callId) => calls.get(callId),
    keep,
    keepUnlessNewer(held) {
      if ((calls.get(held.call.callId)?.version ?? -1) < held.version) keep(held);
    },
    forget(callIds) {
      for (const callId of callIds) calls.delete(callId);
    },
  };
}
