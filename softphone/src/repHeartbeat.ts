import type { Clock } from './clock.ts';

/** The server treats two lost heartbeats in a row, plus time for a third, as silence. */
const EVERY_MS = 4_000;

/**
 * Tells the server every 4 s that this softphone is connected to its person's own call. A sleeping
 * computer, a lost network and a page that hangs report nothing, so the server notices them only by
 * missing heartbeats.
 */
export function sendRepHeartbeats({
  send,
  clock,
}: {
  send: () => Promise<unknown>;
  clock: Clock;
}): {
  /** Whether this softphone is in its person's own call and the SDK says that it is connected. */
  follow(isInOwnCall: boolean): void;
} {
  let isBeating = false;
  let cancel = (): void => undefined;

  function beat(): void {
    // A failed heartbeat counts as missed, and the next one follows.
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
