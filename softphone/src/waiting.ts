import type { Clock } from './clock.ts';
import type { SoftphoneState } from './state.ts';

const LONGEST_WAIT_MS = 10_000;

/** Waits for conditions on the state. */
export function createWaiting({ state, clock }: { state(): SoftphoneState; clock: Clock }): {
  /** Resolves once this holds, or after 10 s. */
  until(holds: (state: SoftphoneState) => boolean): Promise<void>;
  /** Must be called whenever the state has changed. */
  look(): void;
} {
  const waiting = new Set<() => void>();
  return {
    until: (holds) =>
      new Promise((resolve) => {
        const end = (): void => {
          waiting.delete(look);
          cancel();
          resolve();
        };
        const look = (): void => (holds(state()) ? end() : undefined);
        const cancel = clock.after(LONGEST_WAIT_MS, end);
        waiting.add(look);
        look();
      }),
    look() {
      for (const look of [...waiting]) look();
    },
  };
}
