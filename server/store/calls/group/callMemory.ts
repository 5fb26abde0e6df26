import type { Call } from '../../../domain/call/call.ts';

/** A call and the version that the database has of it. */
export interface VersionedCall {
  readonly version: number;
  readonly call: Call;
}

/** Calls as this process last read or wrote them. A reader compares the version before using one. */
export interface CallMemory {
  get(callId: string): VersionedCall | undefined;
  /** The call that has the intervention, if it is remembered. */
  byIntervention(interventionId: string): VersionedCall | undefined;
  /**
   * Remembers an open call, unless a newer version is remembered. Forgets an ended call, because it
   * rarely changes again.
   */
  remember(read: VersionedCall): void;
  /** The same, unless the remembered version is the same or newer. */
  rememberIfNewer(read: VersionedCall): void;
  forget(callIds: Iterable<string>): void;
}

/** The most calls that are remembered. Beyond it, the least recently remembered call is forgotten. */
const MAX_CALLS = 20_000;

export function createCallMemory(maxCalls = MAX_CALLS): CallMemory {
  const calls = new Map<string, VersionedCall>();
  /** The id of the call of each intervention. */
  const callIdOf = new Map<string, string>();

  function remember(read: VersionedCall): void {
    const { callId, status } = read.call;
    const before = calls.get(callId);
    if (before && before.version > read.version) return;
    // Deleted and set again, so that the first entry of the map is the least recently remembered.
    const known = before?.call.interventions;
    calls.delete(callId);
    if (status === 'ended') return forgetInterventions(known);
    calls.set(callId, read);
    const { interventions } = read.call;
    if (interventions !== known)
      for (const { interventionId } of interventions) callIdOf.set(interventionId, callId);
    if (calls.size > maxCalls) forget(calls.keys().next().value!);
  }

  function forget(callId: string): void {
    forgetInterventions(calls.get(callId)?.call.interventions);
    calls.delete(callId);
  }

  function forgetInterventions(interventions: Call['interventions'] = []): void {
    for (const { interventionId } of interventions) callIdOf.delete(interventionId);
  }

  return {
    get: (callId) => calls.get(callId),
    byIntervention: (interventionId) => calls.get(callIdOf.get(interventionId) ?? ''),
    remember,
    rememberIfNewer(read) {
      if ((calls.get(read.call.callId)?.version ?? -1) < read.version) remember(read);
    },
    forget(callIds) {
      for (const callId of callIds) forget(callId);
    },
  };
}
