import { setTimeout as pause } from 'node:timers/promises';
import {
  createFaultBook,
  type CallbackFault,
  type FaultBook,
  type AppliedFault,
} from '../faults/faultBook.ts';
import { deliver, type Attempt } from './delivery.ts';
import type { Form } from './signature.ts';
import type { HttpMethod } from './subscription.ts';

/** Sends the webhook requests of the stand-in. */
export interface Callbacks {
  /**
   * Sends a signed request and waits; returns the response body, or undefined without a 2xx or 3xx
   * response.
   */
  fetch(url: string, params: Form, method?: HttpMethod): Promise<string | undefined>;
  /** Sends without waiting. The order of arrival is not guaranteed, as with Twilio. */
  send(url: string | undefined, params: Form, method?: HttpMethod): void;
  /** Faults that tests apply to `send`. */
  readonly faults: FaultBook<CallbackFault>;
  /** Every delivery attempt, oldest first. */
  readonly log: Attempt[];
  /** Resolves when every callback has been delivered or has failed for good. */
  idle(): Promise<void>;
  /** Drops everything in flight, as a crash would. */
  abandon(): void;
}

/** How long a reordered callback waits for a later one to overtake it. */
const REORDER_MS = 2_000;

/** @param authToken signs each request */
export function createCallbacks(authToken: string): Callbacks {
  const faults = createFaultBook<CallbackFault>();
  const log: Attempt[] = [];
  const inFlight = new Set<Promise<unknown>>();
  const heldBack = new Map<string, { deliver: () => Promise<unknown>; done: () => void }[]>();
  let alive = new AbortController();

  const post = (
    url: string,
    params: Form,
    { method, signal }: { readonly method: HttpMethod; readonly signal: AbortSignal },
  ): Promise<string | undefined> =>
    deliver(
      { address: url, form: params, method },
      { authToken, signal, onAttempt: (attempt) => log.push(attempt) },
    );

  function holdBack(
    { name, left, ms = REORDER_MS }: AppliedFault<CallbackFault>,
    one: () => Promise<unknown>,
  ): Promise<void> {
    return new Promise((done) => {
      const held = heldBack.get(name) ?? [];
      heldBack.set(name, held);
      held.push({ deliver: one, done });
      if (left <= 0 && held.length > 1) void release(name);
      else if (held.length === 1) setTimeout(() => void release(name), ms).unref();
    });
  }

  async function release(name: string): Promise<void> {
    const held = heldBack.get(name) ?? [];
    heldBack.delete(name);
    for (const { deliver: one, done } of held.reverse()) {
      await one().catch(() => undefined);
      done();
    }
  }

  async function applyFaults(
    applied: readonly AppliedFault<CallbackFault>[],
    once: () => Promise<unknown>,
  ): Promise<void> {
    const delay = applied.find(({ does }) => does === 'delay');
    if (delay)
      await Promise.race([pause(delay.ms ?? 0, undefined, { ref: false }), faults.cleared()]);
    const reorder = applied.find(({ does }) => does === 'reorder');
    if (reorder) await holdBack(reorder, once);
    else await once();
    if (applied.some(({ does }) => does === 'double')) await once();
  }

  return {
    faults,
    log,
    fetch: (url, params, method = 'POST') => post(url, params, { method, signal: alive.signal }),
    send(url, params, method = 'POST') {
      if (!url) return;
      const applied = faults.apply(params, (fault) => url.includes(fault.url ?? ''));
      if (applied.some(({ does }) => does === 'lose')) return;
      const { signal } = alive;
      const omitted = applied.map(({ parameter }) => parameter);
      const sent = Object.fromEntries(
        Object.entries(params).filter(([name]) => !omitted.includes(name)),
      );
      const delivery = applyFaults(
        applied,
        async () => signal.aborted || post(url, sent, { method, signal }),
      )
        .catch(() => undefined)
        .finally(() => inFlight.delete(delivery));
      inFlight.add(delivery);
    },
    async idle() {
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
    abandon() {
      alive.abort();
      alive = new AbortController();
      inFlight.clear();
    },
  };
}
