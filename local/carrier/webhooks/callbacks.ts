import { setTimeout as pause } from 'node:timers/promises';
import type { Form } from './signature.ts';
import type { HttpMethod } from './subscription.ts';
import { deliver, type Attempt } from './delivery.ts';
import { createFaultBook, type CallbackFault, type FaultBook, type TakenFault } from '../faults/faultBook.ts';

export interface Callbacks {
  /** Sends a signed form; answers the body, or undefined when nobody answered with success. */
  fetch(url: string, params: Form, method?: HttpMethod): Promise<string | undefined>;
  /** Sends without waiting; order of arrival is not guaranteed, as with Twilio. */
  tell(url: string | undefined, params: Form, method?: HttpMethod): void;
  /** What tests do to what is told. */
  readonly faults: FaultBook<CallbackFault>;
  readonly log: Attempt[];
  /** Resolves when everything told has been delivered or given up. */
  idle(): Promise<void>;
  /** Everything on its way is lost, as when a machine dies. */
  abandon(): void;
}

/** How long a callback that is to be overtaken waits for the one that overtakes it. */
const REORDER_MS = 2_000;

export function createCallbacks(authToken: string): Callbacks {
  const faults = createFaultBook<CallbackFault>();
  const log: Attempt[] = [];
  const under = new Set<Promise<unknown>>();
  const keptBack = new Map<string, { deliver: () => Promise<unknown>; done: () => void }[]>();
  let alive = new AbortController();

  const send = (url: string, params: Form, method: HttpMethod, signal: AbortSignal): Promise<string | undefined> =>
    deliver(url, params, method, { authToken, signal, onAttempt: (attempt) => log.push(attempt) });

  function keepBack({ name, left, ms = REORDER_MS }: TakenFault<CallbackFault>, one: () => Promise<unknown>): Promise<void> {
    return new Promise((done) => {
      const kept = keptBack.get(name) ?? [];
      keptBack.set(name, kept);
      kept.push({ deliver: one, done });
      if (left <= 0 && kept.length > 1) void release(name);
      else if (kept.length === 1) setTimeout(() => void release(name), ms).unref();
    });
  }

  async function release(name: string): Promise<void> {
    const kept = keptBack.get(name) ?? [];
    keptBack.delete(name);
    for (const { deliver: one, done } of kept.reverse()) {
      await one().catch(() => undefined);
      done();
    }
  }

  async function through(befalling: readonly TakenFault<CallbackFault>[], once: () => Promise<unknown>): Promise<void> {
    const delay = befalling.find(({ does }) => does === 'delay');
    if (delay) await pause(delay.ms ?? 0);
    const reorder = befalling.find(({ does }) => does === 'reorder');
    if (reorder) await keepBack(reorder, once);
    else await once();
    if (befalling.some(({ does }) => does === 'double')) await once();
  }

  return {
    faults,
    log,
    fetch: (url, params, method = 'POST') => send(url, params, method, alive.signal),
    tell(url, params, method = 'POST') {
      if (!url) return;
      const befalling = faults.take(params, (fault) => url.includes(fault.url ?? ''));
      if (befalling.some(({ does }) => does === 'lose')) return;
      const { signal } = alive;
      const delivery = through(befalling, async () => signal.aborted || send(url, params, method, signal))
        .catch(() => undefined).finally(() => under.delete(delivery));
      under.add(delivery);
    },
    async idle() {
      while (under.size > 0) await Promise.all(under);
    },
    abandon() {
      alive.abort();
      alive = new AbortController();
      under.clear();
    },
  };
}
