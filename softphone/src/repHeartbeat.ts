import type { Clock } from './clock.ts';

/** Two that are lost in a row, and time for a third, are silence. */
const EVERY_MS = 4_000;

/**
 * Tells the server every 4 s that this softphone is in its person's own call and is connected. A
 * computer that sleeps, a network that is gone and a page that hangs report nothing: the server knows
 * of them only by missing heartbeats.
 */
export function sendRepHeartbeats({
  send,
  clock,
}: {
  send: () => Promise<unknown>;
  clock: Clock;
}): {
  /** Whether this softphone is in its person's own call now, and the SDK says that it is connected. */
  follow(isInOwnCall: boolean): void;
} {
  let isBeating = false;
  let cancel = (): void => undefined;

  function beat(): void {
    // One that fails is missed, and the next one follows.
    send().catch(() => undefined);
    cancel = clock.after(EVERY_MS, beat);
  }

  return {
    follow(isInOwnCall) {
      if (isInOwnCall === isBeating) return;
      isBeating = isInOwnCall;
      cancel();
      if (isBeating) beat();
    },
  };
}
