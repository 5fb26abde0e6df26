export interface OwnWork {
  /** The longest that one look waited for this thread's own work, of 99 in a hundred. */
  readonly p99Ms: number;
  readonly totalMs: number;
}

const LOOK_EVERY_MS = 5;

/** Measures what this thread works between one turn of its loop and the next, by the processor's time: whoever else uses the machine does not count. */
export function watchOwnWork(): { stop(): OwnWork } {
  const began = workedMs();
  const locks: number[] = [];
  let last = began;
  const timer = setInterval(() => {
    const now = workedMs();
    locks.push(now - last);
    last = now;
  }, LOOK_EVERY_MS).unref();
  return {
    stop() {
      clearInterval(timer);
      return { p99Ms: locks.sort((a, b) => a - b)[Math.floor(locks.length * 0.99)] ?? 0, totalMs: workedMs() - began };
    },
  };
}

function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
