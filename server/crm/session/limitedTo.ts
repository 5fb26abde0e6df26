/**
 * Runs at most `most` at a time, in the order in which they came. One whose signal is aborted before
 * its turn is not run, and rejects. The next one begins a moment after one has ended, so that it
 * finds its socket free instead of opening another.
 */
export function limitedTo(
  most: number,
): <T>(run: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;

  function next(): void {
    if (running >= most) return;
    const start = waiting.shift();
    if (!start) return;
    running += 1;
    start();
  }

  return async (run, signal) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      next();
    });
    try {
      signal.throwIfAborted();
      return await run();
    } finally {
      setImmediate(() => {
        running -= 1;
        next();
      });
    }
  };
}
