/**
 * Runs at most `most` functions at a time, in the order in which they were passed. A waiting
 * function whose signal is aborted is not run, and its promise rejects. The next function starts
 * shortly after one has ended, so that it reuses the free socket instead of opening another.
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
