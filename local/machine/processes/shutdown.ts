/** Stops everything that was started. */
export interface Shutdown {
  readonly hasBegun: boolean;
  add(name: string, stop: () => Promise<void>): void;
  /** Stops everything, last added first, then exits with this code. */
  run(exitCode: number): Promise<void>;
  /** Runs on SIGINT, SIGTERM and SIGHUP. */
  onSignals(): void;
}

const PATIENCE_MS = 25_000;
/**
 * One Ctrl-C arrives twice: from the terminal, and from the parent process, which forwards signals.
 * Signals within this time count as one.
 */
const SAME_KEYPRESS_MS = 700;

/** @param say prints a line */
export function createShutdown(say: (line: string) => void): Shutdown {
  const stops: { name: string; stop: () => Promise<void> }[] = [];
  let begunAt = 0;

  async function run(exitCode: number): Promise<void> {
    if (begunAt) return;
    begunAt = Date.now();
    setTimeout(() => process.exit(1), PATIENCE_MS);
    for (let next = stops.pop(); next; next = stops.pop()) {
      try {
        await next.stop();
        if (next.name) say(`${next.name} stopped`);
      } catch (error) {
        say(`${next.name} did not stop: ${(error as Error).message}`);
        exitCode = 1;
      }
    }
    process.exit(exitCode);
  }

  return {
    get hasBegun() {
      return begunAt > 0;
    },
    add(name, stop) {
      stops.push({ name, stop });
    },
    run,
    onSignals() {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          if (!begunAt) {
            say('\nstopping');
            void run(0);
          } else if (Date.now() - begunAt > SAME_KEYPRESS_MS) {
            say('already stopping');
          }
        });
      }
    },
  };
}
