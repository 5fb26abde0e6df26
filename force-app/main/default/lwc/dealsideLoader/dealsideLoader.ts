import type { Problem } from 'c/callModel';
import { asProblem } from 'c/dealsideSession';

/**
 * What is known of something that was asked for. A new object at each change, so that components
 * render anew.
 */
export interface Loaded<T> {
  /** The last answer; it stays while it is asked for again. */
  readonly value?: T;
  /** Why the last request failed. */
  readonly problem?: Problem;
  /** Whether there is no answer yet. */
  readonly isLoading: boolean;
  /** Whether a request is under way. */
  readonly isBusy: boolean;
}

export const NOT_LOADED: Loaded<never> = { isLoading: true, isBusy: false };

/** Why nothing can be shown: a request failed, and there is no earlier answer. */
export const gateProblem = ({ value, problem }: Loaded<unknown>): Problem | undefined =>
  value === undefined ? problem : undefined;

/** Why what is shown is not newer, or not more: it is said beside it. */
export const laterProblem = ({ value, problem }: Loaded<unknown>): Problem | undefined =>
  value === undefined ? undefined : problem;

export interface Loader<A extends readonly unknown[]> {
  /**
   * Asks, and shows what comes of it unless something else was asked for meanwhile. Never rejects.
   */
  load(...parameters: A): Promise<void>;
  /** Forgets the answer, and a request that is under way. */
  reset(): void;
}

/**
 * Tells `show` each state of a request: under way, answered, failed. Only the latest request
 * counts.
 */
export function createLoader<T, A extends readonly unknown[]>(
  ask: (...parameters: A) => Promise<T>,
  show: (state: Loaded<T>) => void,
  describe: (fault: unknown) => Problem = asProblem,
): Loader<A> {
  let state: Loaded<T> = NOT_LOADED;
  let latest = 0;

  function change(next: Loaded<T>): void {
    state = next;
    show(next);
  }

  return {
    async load(...parameters) {
      latest += 1;
      const request = latest;
      const isLatest = (): boolean => request === latest;
      change({ value: state.value, isLoading: state.isLoading, isBusy: true });
      try {
        const value = await ask(...parameters);
        if (isLatest()) change({ value, isLoading: false, isBusy: false });
      } catch (fault) {
        if (isLatest())
          change({
            value: state.value,
            problem: describe(fault),
            isLoading: state.isLoading,
            isBusy: false,
          });
      }
    },
    reset() {
      latest += 1;
      change(NOT_LOADED);
    },
  };
}

/** What is known of something that a person had done. */
export interface ActionState {
  readonly problem?: Problem;
  readonly isBusy: boolean;
}

export const IDLE: ActionState = { isBusy: false };

/**
 * Does something and tells `show` whether it is under way or failed; answers whether it was done.
 * Never rejects.
 */
export type Action = (act: () => Promise<unknown>) => Promise<boolean>;

export function createAction(
  show: (state: ActionState) => void,
  describe: (fault: unknown) => Problem = asProblem,
): Action {
  return async (act) => {
    show({ isBusy: true });
    try {
      await act();
    } catch (fault) {
      show({ problem: describe(fault), isBusy: false });
      return false;
    }
    show(IDLE);
    return true;
  };
}
