export type Cancel = () => void;

interface Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => void;
}

/** Resolves when all pending promises have settled, since they do not depend on timers. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A clock that advances from timer to timer. Timers of the same time run in the order of their
 * creation, so that a run is reproducible.
 */
export class VirtualTime {
  #now = Date.parse('2026-11-02T17:00:00.000Z');
  #order = 0;
  readonly #due = new Set<Due>();
  readonly #began = this.#now;

  get now(): number {
    return this.#now;
  }

  /** Seconds since the start, as `12.340`, for logs. */
  get stamp(): string {
    return ((this.#now - this.#began) / 1000).toFixed(3).padStart(8);
  }

  after(ms: number, act: () => void): Cancel {
    const due: Due = { at: this.#now + Math.max(0, ms), order: ++this.#order, act };
    this.#due.add(due);
    return () => this.#due.delete(due);
  }

  every(ms: number, act: () => void): void {
    this.after(ms, () => {
      act();
      this.every(ms, act);
    });
  }

  /** Advances the time; stops early when `isOver` returns true. */
  async pass(ms: number, isOver: () => boolean): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (let next = this.#next(until); next && !isOver(); next = this.#next(until)) {
      this.#due.delete(next);
      this.#now = next.at;
      next.act();
      await settled();
    }
    if (!isOver()) this.#now = until;
  }

  /** Runs code with the timeouts of this clock. Intervals, such as mixing, still use real time. */
  within<T>(run: () => T): T {
    const { setTimeout, clearTimeout } = globalThis;
    const cancels = cancelsOf(this);
    globalThis.setTimeout = ((act: () => void, ms = 0) =>
      timer(this.after(ms, act), cancels)) as unknown as typeof globalThis.setTimeout;
    globalThis.clearTimeout = ((handle: object) =>
      cancels.has(handle)
        ? cancels.get(handle)!()
        : clearTimeout(handle as never)) as typeof globalThis.clearTimeout;
    try {
      return run();
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout });
    }
  }

  #next(until: number): Due | undefined {
    let next: Due | undefined;
    for (const due of this.#due) {
      if (
        due.at <= until &&
        (!next || due.at < next.at || (due.at === next.at && due.order < next.order))
      )
        next = due;
    }
    return next;
  }
}

const handles = new WeakMap<VirtualTime, WeakMap<object, Cancel>>();

function cancelsOf(time: VirtualTime): WeakMap<object, Cancel> {
  if (!handles.has(time)) handles.set(time, new WeakMap());
  return handles.get(time)!;
}

function timer(cancel: Cancel, cancels: WeakMap<object, Cancel>): object {
  const handle = { unref: () => handle, ref: () => handle };
  cancels.set(handle, cancel);
  return handle;
}

/**
 * Pseudorandom numbers from 0 to 1 by a seed (mulberry32).
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function noiseOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
