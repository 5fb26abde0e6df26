import type { Clock } from './clock.ts';
import { isEngaged } from './line.ts';
import type { SoftphoneState } from './state.ts';

const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * Opens a microphone again that went missing in a call, as after a computer has slept or a headset
 * was plugged in again, until it is there or the call is over. One that the person forbids is not
 * asked for.
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
  /** To be called whenever the state has changed. */
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
