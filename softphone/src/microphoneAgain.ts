import type { Clock } from './clock.ts';
import { isEngaged } from './line.ts';
import type { SoftphoneState } from './state.ts';

const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * Reopens a microphone that went missing during a call, such as when the computer slept or a
 * headset was unplugged. Tries until it is there or the call is over. Does not ask if the person
 * has denied the microphone.
 */
export function openMicrophoneAgain({
  state,
  open,
  clock,
}: {
  readonly state: () => SoftphoneState;
  readonly open: () => void;
  readonly clock: Clock;
}): {
  /** Must be called whenever the state has changed. */
  look(): void;
} {
  let cancel: (() => void) | undefined;
  const isWanted = (): boolean => isEngaged(state().call) && state().microphone === 'missing';

  function wait(ms: number): void {
    cancel = clock.after(ms, () => {
      if (!isWanted()) return void (cancel = undefined);
      wait(Math.min(LONGEST_MS, ms * 2));
      open();
    });
  }

  return {
    look() {
      if (isWanted()) {
        if (!cancel) wait(FIRST_MS);
      } else if (cancel) {
        cancel();
        cancel = undefined;
      }
    },
  };
}
