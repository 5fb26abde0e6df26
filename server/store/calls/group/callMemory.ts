import type { Call } from '../../../domain/call/call.ts';

/** A call and the version that the database has of it. */
export interface VersionedCall {
  readonly version: number;
  readonly call: Call;
}

/** Calls as this process last read or wrote them; whoever uses one compares its version first. */
export interface CallMemory {
  get(callId: string): VersionedCall | undefined;
  /** The call that has the intervention, as far as it is held. */
  byIntervention(interventionId: string): VersionedCall | undefined;
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
  /** By intervention: the id of its call. */
  const places = new Map<string, string>();

  function keep(held: VersionedCall): void {
    const { callId, status } = held.call;
    // Set again, so that the first of the map is the one that was used longest ago.
    const known = calls.get(callId)?.call.interventions;
    calls.delete(callId);
    if (status === 'ended') return dropPlaces(known);
    calls.set(callId, held);
    const { interventions } = held.call;
    if (interventions !== known)
      for (const { interventionId } of interventions) places.set(interventionId, callId);
    if (calls.size > maxCalls) drop(calls.keys().next().value!);
  }

  function drop(callId: string): void {
    dropPlaces(calls.get(callId)?.call.interventions);
    calls.delete(callId);
  }

  function dropPlaces(interventions: Call['interventions'] = []): void {
    for (const { interventionId } of interventions) places.delete(interventionId);
  }

  return {
    get: (callId) => calls.get(callId),
    byIntervention: (interventionId) => calls.get(places.get(interventionId) ?? ''),
    keep,
    keepUnlessNewer(held) {
      if ((calls.get(held.call.callId)?.version ?? -1) < held.version) keep(held);
    },
    forget(callIds) {
      for (const callId of callIds) drop(callId);
    },
  };
}
