export type Cancel = () => void;

interface Due { readonly at: number; readonly order: number; readonly act: () => void }

/** Everything in flight has come to rest: promises of ours have no clock of their own. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A clock that goes from happening to happening. What is due at the same moment happens in the order it was asked for,
 * so a run is the same whenever and wherever it is repeated.
 */
export class VirtualTime {
  #now = Date.parse('2026-11-02T17:00:00.000Z');
  #order = 0;
  readonly #due = new Set<Due>();
  readonly #began = this.#now;

  get now(): number {
    return this.#now;
  }

  /** Since the beginning, as `12.340`: for people. */
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

  /** Lets time pass; stops early once `isOver` says so. */
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

  /** Runs code whose timeouts are to be of this clock. What ticks for ever, such as mixing, goes by the real one. */
  within<T>(run: () => T): T {
    const { setTimeout, clearTimeout } = globalThis;
    const cancels = cancelsOf(this);
    globalThis.setTimeout = ((act: () => void, ms = 0) => timer(this.after(ms, act), cancels)) as unknown as typeof globalThis.setTimeout;
    globalThis.clearTimeout = ((handle: object) => (cancels.has(handle) ? cancels.get(handle)!() : clearTimeout(handle as never))) as typeof globalThis.clearTimeout;
    try {
      return run();
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout });
    }
  }

  #next(until: number): Due | undefined {
    let next: Due | undefined;
    for (const due of this.#due) {
      if (due.at <= until && (!next || due.at < next.at || (due.at === next.at && due.order < next.order))) next = due;
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

/** Numbers from 0 to 1 that are the same for the same seed. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function noiseOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
