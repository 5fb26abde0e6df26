import type { Clock } from './clock.ts';

/** Two that are lost in a row, and time for a third, are no sign. */
const EVERY_MS = 4_000;

/**
 * Tells the server every 4 s that this softphone is in its person's own call and is connected. A
 * computer that sleeps, a network that is gone and a page that hangs tell nobody anything: so silence
 * has to.
 */
export function giveSigns({ give, clock }: { give: () => Promise<unknown>; clock: Clock }): {
  /** Whether this softphone is in its person's own call now, and the SDK says that it is connected. */
  follow(isInOwnCall: boolean): void;
} {
  let isGiving = false;
  let cancel = (): void => undefined;

  function sign(): void {
    // One that fails is missed, and the next one follows.
    give().catch(() => undefined);
    cancel = clock.after(EVERY_MS, sign);
  }

  return {
    follow(isInOwnCall) {
      if (isInOwnCall === isGiving) return;
      isGiving = isInOwnCall;
      cancel();
      if (isGiving) sign();
    },
  };
}
