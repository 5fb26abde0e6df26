/** The longest time that work on many consoles or calls may block clicks and callbacks. */
const TURN_MS = 8;

/**
 * Returns a function to call after each item. It yields to other work once `TURN_MS` have passed.
 */
export function createYield(): () => Promise<void> | void {
  let endsAt = performance.now() + TURN_MS;
  return () => {
    if (performance.now() < endsAt) return;
    return new Promise<void>(setImmediate).then(() => {
      endsAt = performance.now() + TURN_MS;
    });
  };
}
