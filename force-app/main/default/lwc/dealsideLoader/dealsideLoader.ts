import type { Problem } from 'c/callModel';
import { labels } from 'c/dealsideLabels';
import { asProblem } from 'c/dealsideSession';

/** The state of loaded data. Each change creates a new object, so that components render again. */
export interface Loaded<T> {
  /** The last answer, which stays while a new request is pending. */
  readonly value?: T;
  /** Why the last request failed. Beside a value it stays until a newer request is answered. */
  readonly problem?: Problem;
  /** Whether there is no answer yet. */
  readonly isLoading: boolean;
  /** Whether a request is pending. */
  readonly isBusy: boolean;
}

export const NOT_LOADED: Loaded<never> = { isLoading: true, isBusy: false };

/** Why nothing can be shown: the request failed, and there is no earlier answer. */
export const gateProblem = ({ value, problem }: Loaded<unknown>): Problem | undefined =>
  value === undefined ? problem : undefined;

/** Why the shown data could not be updated or extended, shown beside it. */
export const laterProblem = ({ value, problem }: Loaded<unknown>): Problem | undefined =>
  value === undefined ? undefined : problem;

export interface Loader<A extends readonly unknown[]> {
  /**
   * Sends a request and shows its result, unless a newer request was sent meanwhile. Never rejects.
   */
  load(...parameters: A): Promise<void>;
  /** Clears the answer, and ignores a pending request. */
  reset(): void;
}

/**
 * Calls `show` with each state of a request: pending, answered, failed. Only the latest request
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
      const { value, problem, isLoading } = state;
      // Beside an earlier answer the problem stays: the page would jump and read it out at each round.
      change({
        value,
        ...(value !== undefined && problem && { problem }),
        isLoading,
        isBusy: true,
      });
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

export interface LastingLoader {
  load(): Promise<void>;
  /** Does not ask any more, until it is told to load again. */
  stop(): void;
}

const AGAIN_AFTER_MS = 10_000;

/**
 * Loads what a person cannot do without and has no button to ask for: again after each failure,
 * until it is there.
 */
export function createLastingLoader<T>(
  ask: () => Promise<T>,
  show: (state: Loaded<T>) => void,
): LastingLoader {
  let again: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const loader = createLoader(ask, (state) => {
    show(state);
    clearTimeout(again);
    if (!isWanted || !state.problem || state.value !== undefined) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared when it is stopped
    again = setTimeout(() => void loader.load(), AGAIN_AFTER_MS);
  });
  return {
    load() {
      isWanted = true;
      return loader.load();
    },
    stop() {
      isWanted = false;
      clearTimeout(again);
    },
  };
}

/** A question that is asked each time it is set. */
export interface AskedQuestion<Question> {
  question: Question | undefined;
}

/** Sends a question when it is set, and calls `show` with each state of the request. */
export function askWhenSet<Question, T>(
  ask: (question: Question) => Promise<T>,
  show: (state: Loaded<T>) => void,
): AskedQuestion<Question> {
  const loader = createLoader(ask, show);
  let asked: Question | undefined;
  return {
    get question() {
      return asked;
    },
    set question(question) {
      asked = question;
      if (question) void loader.load(question);
    },
  };
}

/** The state of a person's action. */
export interface ActionState {
  /** Why it was not done; or, while it is under way, that it takes long. */
  readonly problem?: Problem;
  readonly isBusy: boolean;
}

export const IDLE: ActionState = { isBusy: false };

/** After this long without an answer, people wonder whether anything happens. */
export const SLOW_AFTER_MS = 5_000;
const TAKES_LONG: Problem = {
  code: 'takes_long',
  message: labels.loadingSlow,
  hint: labels.actionSlowHint,
};

/**
 * Performs an action and calls `show` when it starts, takes long, ends or fails. Resolves to whether
 * it succeeded. Never rejects.
 */
export type Action = (act: () => Promise<unknown>) => Promise<boolean>;

export function createAction(
  show: (state: ActionState) => void,
  describe: (fault: unknown) => Problem = asProblem,
): Action {
  return async (act) => {
    show({ isBusy: true });
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared once the action has ended
    const slow = setTimeout(() => show({ problem: TAKES_LONG, isBusy: true }), SLOW_AFTER_MS);
    try {
      await act();
    } catch (fault) {
      show({ problem: describe(fault), isBusy: false });
      return false;
    } finally {
      clearTimeout(slow);
    }
    show(IDLE);
    return true;
  };
}

/** The states of actions on the items of a list, by item. */
export type ItemStates = ReadonlyMap<string, ActionState>;

/** Performs an action on an item. While one is under way there, others on it are ignored. */
export type ItemAction = (item: string, act: () => Promise<unknown>) => Promise<boolean>;

/** Actions on the items of a list, one at a time on each. */
export function createItemAction(show: (states: ItemStates) => void): ItemAction {
  let states: ItemStates = new Map();
  return async (item, act) => {
    if (states.get(item)?.isBusy) return false;
    const action = createAction((state) => {
      states = new Map(states).set(item, state);
      show(states);
    });
    return action(act);
  };
}
