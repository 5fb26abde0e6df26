import type { Call } from '../domain/call/call.ts';
import type { CallChanges, Log, Store } from '../ports/index.ts';

/** Changes within this time are reported together. */
const COALESCE_MS = 40;
const RETRY_MS = 1_000;

export interface OpenCallsDeps {
  readonly store: Pick<Store, 'loadCalls' | 'findOpenCalls'>;
  readonly changes: CallChanges;
  readonly log: Log;
  /** Called with changed calls in their current state, including those that have just ended. */
  readonly onChanged: (calls: readonly Call[]) => void;
  /** Called after all calls were read again because changes may have been missed. */
  readonly onReloaded: () => void;
}

/** All open calls of this instance's orgs, in memory. */
export interface OpenCalls {
  /** The open calls of an org. Waits until they have been read for the first time. */
  of(orgId: string): Promise<readonly Call[]>;
  /** An open call, if it is in memory already. */
  known(orgId: string, callId: string): Call | undefined;
  /** All open calls that are in memory already. */
  all(): Iterable<Call>;
  close(): void;
}

/**
 * Reads the open calls once, then follows changes. Changes of this process arrive with the
 * committed call. Changes of other processes arrive as ids, which are collected for `COALESCE_MS`
 * and read in one query.
 */
export function createOpenCalls({
  store,
  changes,
  log,
  onChanged,
  onReloaded,
}: OpenCallsDeps): OpenCalls {
  const orgs = new Map<string, Map<string, Call>>();
  /** Calls that this process changed since the last report. */
  const own = new Map<string, Call>();
  /** Calls that other instances changed and that have not been read yet. */
  const unread = new Set<string>();
  /** Calls that this process changed since the current read began. */
  const ownSince = new Set<string>();
  let ownTick: NodeJS.Timeout | undefined;
  let readTick: NodeJS.Timeout | undefined;
  let isClosed = false;
  /** Calls that changed while all calls are being read. They are newer than the result. */
  let newer: Map<string, Call> | undefined;
  let reading = reload();

  const unsubscribe = changes.subscribe({
    onChange(callId, call) {
      if (!call) {
        unread.add(callId);
        readIn(COALESCE_MS);
        return;
      }
      cache(call);
      own.set(callId, call);
      ownSince.add(callId);
      ownTick ??= setTimeout(reportOwn, COALESCE_MS);
    },
    onGap() {
      reading = reading.then(reload).then(onReloaded);
    },
  });

  async function reload(): Promise<void> {
    const changed = (newer = new Map<string, Call>());
    while (!isClosed) {
      try {
        const open = await store.findOpenCalls();
        orgs.clear();
        for (const call of [...open, ...changed.values()]) put(call);
        newer = undefined;
        return;
      } catch (fault) {
        log.warn({ fault: String(fault) }, 'open calls could not be read; trying again');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  function reportOwn(): void {
    ownTick = undefined;
    const calls = [...own.values()];
    own.clear();
    onChanged(calls);
  }

  function readIn(ms: number): void {
    if (!isClosed) readTick ??= setTimeout(() => void readOthers(), ms);
  }

  /** Reads never overlap, so that an older result cannot replace a newer one. */
  async function readOthers(): Promise<void> {
    const callIds = [...unread];
    unread.clear();
    ownSince.clear();
    let againInMs = COALESCE_MS;
    try {
      const calls = [...(await store.loadCalls(callIds)).values()];
      // If this process changed the call during the read, either state can be the newer one, so the
      // call is read again.
      for (const { callId } of calls) if (ownSince.has(callId)) unread.add(callId);
      const others = calls.filter(({ callId }) => !ownSince.has(callId));
      for (const call of others) cache(call);
      if (!isClosed) onChanged(others);
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'changed calls could not be read; trying again');
      for (const callId of callIds) unread.add(callId);
      againInMs = RETRY_MS;
    }
    readTick = undefined;
    if (unread.size > 0) readIn(againInMs);
  }

  function cache(call: Call): void {
    newer?.set(call.callId, call);
    put(call);
  }

  function put(call: Call): void {
    const calls = orgs.get(call.orgId) ?? new Map<string, Call>();
    orgs.set(call.orgId, calls);
    if (call.status === 'ended') calls.delete(call.callId);
    else calls.set(call.callId, call);
  }

  return {
    async of(orgId) {
      await reading;
      return [...(orgs.get(orgId)?.values() ?? [])];
    },
    known: (orgId, callId) => orgs.get(orgId)?.get(callId),
    *all() {
      for (const calls of orgs.values()) yield* calls.values();
    },
    close() {
      isClosed = true;
      unsubscribe();
      clearTimeout(ownTick);
      clearTimeout(readTick);
    },
  };
}
