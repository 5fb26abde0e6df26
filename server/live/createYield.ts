/** What is done for many consoles or calls holds clicks and callbacks up for at most so long. */
const TURN_MS = 8;

/** Returns what is called after each of many: it waits when others are to have their turn. */
export function createYield(): () => Promise<void> | void {
  let endsAt = performance.now() + TURN_MS;
  return () => {
    if (performance.now() < endsAt) return;
    return new Promise<void>(setImmediate).then(() => {
      endsAt = performance.now() + TURN_MS;
    });
  };
}
