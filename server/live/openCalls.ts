import type { Call } from '../domain/call/call.ts';
import type { CallChanges, Log, Store } from '../ports/index.ts';

/** Changes within this time are told as one. */
const COALESCE_MS = 40;
const RETRY_MS = 1_000;

export interface OpenCallsDeps {
  readonly store: Pick<Store, 'loadCalls' | 'findOpenCalls'>;
  readonly changes: CallChanges;
  readonly log: Log;
  /** Hears the changed calls, each as it is now; also those that have ended. */
  readonly onChanged: (calls: readonly Call[]) => void;
  /** Changes may have been missed: everything was read again. */
  readonly onReloaded: () => void;
}

/** All calls of this instance's orgs that have not ended, in memory. */
export interface OpenCalls {
  /** The open calls of an org. Waits for the first reading. */
  of(orgId: string): Promise<readonly Call[]>;
  /** An open call, as far as it is known by now. */
  known(orgId: string, callId: string): Call | undefined;
  /** All open calls that are known by now. */
  all(): Iterable<Call>;
  close(): void;
}

/**
 * Reads the open calls once, then follows the changes: those of this process arrive as they were
 * committed, those of others as ids, and the ids of a tick are read in one query.
 */
export function createOpenCalls({
  store,
  changes,
  log,
  onChanged,
  onReloaded,
}: OpenCallsDeps): OpenCalls {
  const orgs = new Map<string, Map<string, Call>>();
  /** Of this process, since they were last told. */
  const own = new Map<string, Call>();
  /** Changed by other instances, and not read yet. */
  const unread = new Set<string>();
  /** Changed by this process since the reading under way began. */
  const ownSince = new Set<string>();
  let ownTick: NodeJS.Timeout | undefined;
  let readTick: NodeJS.Timeout | undefined;
  let isClosed = false;
  /** What changed while everything is read: it is newer than what is read. */
  let newer: Map<string, Call> | undefined;
  let reading = reload();

  const unsubscribe = changes.subscribe({
    onChange(callId, call) {
      if (!call) {
        unread.add(callId);
        readIn(COALESCE_MS);
        return;
      }
      keep(call);
      own.set(callId, call);
      ownSince.add(callId);
      ownTick ??= setTimeout(tellOwn, COALESCE_MS);
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
        log.warn({ fault: String(fault) }, 'open calls not read');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  function tellOwn(): void {
    ownTick = undefined;
    const calls = [...own.values()];
    own.clear();
    onChanged(calls);
  }

  function readIn(ms: number): void {
    if (!isClosed) readTick ??= setTimeout(() => void readOthers(), ms);
  }

  /** One at a time, so that of two readings the later one is kept. */
  async function readOthers(): Promise<void> {
    const callIds = [...unread];
    unread.clear();
    ownSince.clear();
    let againInMs = COALESCE_MS;
    try {
      const calls = [...(await store.loadCalls(callIds)).values()];
      // Which of two is the newer is not known: it is read once more.
      for (const { callId } of calls) if (ownSince.has(callId)) unread.add(callId);
      const others = calls.filter(({ callId }) => !ownSince.has(callId));
      for (const call of others) keep(call);
      if (!isClosed) onChanged(others);
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'changed calls not read, tried again');
      for (const callId of callIds) unread.add(callId);
      againInMs = RETRY_MS;
    }
    readTick = undefined;
    if (unread.size > 0) readIn(againInMs);
  }

  function keep(call: Call): void {
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
