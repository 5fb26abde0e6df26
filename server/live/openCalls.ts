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
  /** Changed since the last tick; without the call it must be read. */
  const changed = new Map<string, Call | undefined>();
  let tick: NodeJS.Timeout | undefined;
  let isClosed = false;
  let changedWhileReading: Map<string, Call> | undefined;
  let reading = reload();

  const unsubscribe = changes.subscribe({
    onChange(callId, call) {
      if (call) {
        keep(call);
        changedWhileReading?.set(callId, call);
      }
      changed.set(callId, call);
      tick ??= setTimeout(() => void tell(), COALESCE_MS);
    },
    onGap() {
      reading = reload().then(onReloaded);
    },
  });

  async function reload(): Promise<void> {
    for (;;) {
      try {
        changedWhileReading = new Map();
        const open = await store.findOpenCalls();
        orgs.clear();
        for (const call of open) keep(call);
        for (const call of changedWhileReading.values()) keep(call);
        changedWhileReading = undefined;
        return;
      } catch (fault) {
        if (isClosed) return;
        log.warn({ fault: String(fault) }, 'open calls not read');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  async function tell(): Promise<void> {
    const batch = new Map(changed);
    changed.clear();
    tick = undefined;
    try {
      const unread = [...batch].flatMap(([callId, call]) => (call ? [] : [callId]));
      if (unread.length > 0)
        for (const [callId, call] of await store.loadCalls(unread)) batch.set(callId, call);
      await reading;
    } catch (fault) {
      log.warn({ fault: String(fault) }, 'changed calls not read, tried again');
      if (isClosed) return;
      for (const [callId, call] of batch) if (!changed.has(callId)) changed.set(callId, call);
      tick ??= setTimeout(() => void tell(), RETRY_MS);
      return;
    }
    if (isClosed) return;
    // What changed again meanwhile is newer than what was read, and comes with the next tick.
    const calls = [...batch.values()].filter(
      (call): call is Call => call !== undefined && !changed.has(call.callId),
    );
    for (const call of calls) keep(call);
    onChanged(calls);
  }

  function keep(call: Call): void {
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
    close() {
      isClosed = true;
      unsubscribe();
      clearTimeout(tick);
    },
  };
}
