/** A fault that a test asked for. */
interface Fault {
  /** How many requests it affects; without it, all until it is cleared. */
  readonly next?: number;
  readonly ms?: number;
  /**
   * Limits it to requests with these parameter values, such as `StatusCallbackEvent` or
   * `ParticipantLabel`.
   */
  readonly where?: Readonly<Record<string, string>>;
}

/** Every kind of callback fault. */
export const CALLBACK_FAULTS = ['lose', 'double', 'delay', 'reorder', 'omit'] as const;

/** A fault of a webhook request. */
export interface CallbackFault extends Fault {
  /**
   * `delay` sends it `ms` later, or as soon as all faults are cleared. `reorder` holds the next
   * callbacks back and delivers the last one first, at the latest after `ms`. `omit` leaves
   * `parameter` out.
   */
  readonly does: (typeof CALLBACK_FAULTS)[number];
  readonly parameter?: string;
  /** Limits it to URLs that contain this. */
  readonly url?: string;
}

/** Every kind of REST fault. */
export const REST_FAULTS = ['429', '500', 'slow', 'lose-answer', 'lose-request'] as const;

/** A fault of a REST request. */
export interface RestFault extends Fault {
  /**
   * `lose-answer` processes the request, then breaks the connection; `lose-request` breaks it
   * first. `slow` processes it `ms` later, or as soon as all faults are cleared.
   */
  readonly does: (typeof REST_FAULTS)[number];
  readonly method?: string;
  /** Limits it to paths that contain this. */
  readonly path?: string;
}

/** The active faults of one kind. */
export interface FaultBook<F extends Fault> {
  /** Adds a fault, replacing one of the same name. */
  set(fault: F, name?: string): void;
  remove(name: string): void;
  clear(): void;
  /** Resolves when all faults are cleared the next time. */
  cleared(): Promise<void>;
  list(): readonly F[];
  /** Runs what a fault makes late; `held` counts it until it is done. */
  holding<T>(work: () => Promise<T>): Promise<T>;
  readonly held: number;
  /** The faults that apply to a request with these parameters; each is counted as used once. */
  apply(
    params: Readonly<Record<string, string | undefined>>,
    fits: (fault: F) => boolean,
  ): readonly AppliedFault<F>[];
}

/** A fault that applies to a request. `left` is how many more requests it affects. */
export type AppliedFault<F extends Fault> = F & { readonly left: number; readonly name: string };

/** An empty list of active faults. */
export function createFaultBook<F extends Fault>(): FaultBook<F> {
  const faults = new Map<string, F & { next?: number }>();
  let named = 0;
  let held = 0;
  let nextClearing = Promise.withResolvers<void>();
  return {
    set: (fault, name = `fault-${++named}`) => void faults.set(name, { ...fault }),
    remove: (name) => void faults.delete(name),
    clear() {
      faults.clear();
      nextClearing.resolve();
      nextClearing = Promise.withResolvers();
    },
    cleared: () => nextClearing.promise,
    list: () => [...faults.values()],
    async holding(work) {
      held += 1;
      try {
        return await work();
      } finally {
        held -= 1;
      }
    },
    get held() {
      return held;
    },
    apply(params, fits) {
      const applied: AppliedFault<F>[] = [];
      for (const [name, fault] of faults) {
        if (
          !fits(fault) ||
          !Object.entries(fault.where ?? {}).every(([key, value]) => params[key] === value)
        )
          continue;
        const left = fault.next === undefined ? Infinity : fault.next - 1;
        if (left <= 0) faults.delete(name);
        else faults.set(name, { ...fault, next: fault.next === undefined ? undefined : left });
        if (left >= 0) applied.push({ ...fault, left, name });
      }
      return applied;
    },
  };
}
