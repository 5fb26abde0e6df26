import type { ClientBase, Pool } from 'pg';
import { loadCalls } from '../loadCalls.ts';
import type { CallMemory, VersionedCall } from './callMemory.ts';

/** The version of a call in the database. */
export interface CallVersion {
  readonly callId: string;
  readonly version: number;
}

/**
 * The calls as they are in the database: from memory if it has this version, otherwise read in one
 * query. A call that changes after its version was read is returned with the older version number;
 * the next comparison of versions then reads it again.
 */
export async function newestCalls(
  db: Pick<ClientBase, 'query'> | Pick<Pool, 'query'>,
  versions: readonly CallVersion[],
  memory: CallMemory,
): Promise<Map<string, VersionedCall>> {
  const calls = new Map<string, VersionedCall>();
  const toRead = new Map<string, number>();
  for (const { callId, version } of versions) {
    const remembered = memory.get(callId);
    if (remembered?.version === version) calls.set(callId, remembered);
    else toRead.set(callId, version);
  }
  if (toRead.size === 0) return calls;
  for (const call of await loadCalls(db, [...toRead.keys()]))
    calls.set(call.callId, { version: toRead.get(call.callId)!, call });
  return calls;
}
