/** A fault that a test asked for. */
interface Fault {
  /** How many it befalls; left out, all until it is cleared. */
  readonly next?: number;
  readonly ms?: number;
  /** Only what has all of these values among its parameters, such as `StatusCallbackEvent` or `ParticipantLabel`. */
  readonly where?: Readonly<Record<string, string>>;
}

export const CALLBACK_FAULTS = ['lose', 'double', 'delay', 'reorder'] as const;

/** What may befall a callback on its way. */
export interface CallbackFault extends Fault {
  /** `reorder` keeps the next ones back and delivers them last first; after `ms` it waits no longer for more. */
  readonly does: (typeof CALLBACK_FAULTS)[number];
  /** Only to addresses that contain this. */
  readonly url?: string;
}

export const REST_FAULTS = ['429', '500', 'slow', 'lose-answer', 'lose-request'] as const;

/** What may befall a REST request. */
export interface RestFault extends Fault {
  /** `lose-answer` does what was asked and breaks the connection; `lose-request` breaks it before. `slow` does it `ms` later. */
  readonly does: (typeof REST_FAULTS)[number];
  readonly method?: string;
  /** Only paths that contain this. */
  readonly path?: string;
}

/** The faults in force, of one kind. */
export interface FaultBook<F extends Fault> {
  /** Under a name, it takes the place of the one before. */
  set(fault: F, name?: string): void;
  remove(name: string): void;
  clear(): void;
  list(): readonly F[];
  /** The faults that befall what has these parameters and fits; each has one less to befall afterwards. */
  apply(params: Readonly<Record<string, string | undefined>>, fits: (fault: F) => boolean): readonly AppliedFault<F>[];
}

/** `left` is how many more the fault befalls after this one. */
export type AppliedFault<F extends Fault> = F & { readonly left: number; readonly name: string };

export function createFaultBook<F extends Fault>(): FaultBook<F> {
  const faults = new Map<string, F & { next?: number }>();
  let named = 0;
  return {
    set: (fault, name = `fault-${++named}`) => void faults.set(name, { ...fault }),
    remove: (name) => void faults.delete(name),
    clear: () => faults.clear(),
    list: () => [...faults.values()],
    apply(params, fits) {
      const applied: AppliedFault<F>[] = [];
      for (const [name, fault] of faults) {
        if (!fits(fault) || !Object.entries(fault.where ?? {}).every(([key, value]) => params[key] === value)) continue;
        const left = fault.next === undefined ? Infinity : fault.next - 1;
        if (left <= 0) faults.delete(name);
        else faults.set(name, { ...fault, next: fault.next === undefined ? undefined : left });
        if (left >= 0) applied.push({ ...fault, left, name });
      }
      return applied;
    },
  };
}
