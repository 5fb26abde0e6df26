import type { ClientBase, Pool } from 'pg';
import { loadCalls } from '../loadCalls.ts';
import type { CallMemory, VersionedCall } from './callMemory.ts';

/** Which version the database has of a call. */
export interface CallVersion {
  readonly callId: string;
  readonly version: number;
}

/**
 * Calls as the database has them: from memory where that has this version, else read in one query.
 * A call that changes between the two is returned newer than its version says, which whoever
 * compares versions next finds out.
 */
export async function newestCalls(
  db: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
  versions: readonly CallVersion[],
  memory: CallMemory,
): Promise<Map<string, VersionedCall>> {
  const calls = new Map<string, VersionedCall>();
  const unknown = new Map<string, number>();
  for (const { callId, version } of versions) {
    const held = memory.get(callId);
    if (held?.version === version) calls.set(callId, held);
    else unknown.set(callId, version);
  }
  if (unknown.size === 0) return calls;
  for (const call of await loadCalls(db, [...unknown.keys()]))
    calls.set(call.callId, { version: unknown.get(call.callId)!, call });
  return calls;
}
