import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of Dealside. */
export interface Running {
  readonly pid: number;
  /** From its start until it said that it is ready, in milliseconds. */
  readonly readyMs: number;
  /** The last lines that it wrote. */
  readonly log: readonly string[];
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KEPT_LINES = 200;
const READY_WITHIN_MS = 120_000;

/** Starts a process that prints `ready …`, as `npm start` does. */
export async function startProcess(
  args: readonly string[],
  env: Record<string, string>,
): Promise<Running> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS);
    for (const stream of [child.stdout!, child.stderr!])
      createInterface({ input: stream }).on('line', (line) => {
        log.push(line);
        if (log.length > KEPT_LINES) log.shift();
        if (!line.startsWith('ready ')) return;
        clearTimeout(late);
        resolve();
      });
    child.once('exit', (code, signal) =>
      reject(
        new Error(`${args.at(-1)} ended with ${signal ?? code}:\n${log.slice(-8).join('\n')}`),
      ),
    );
  });
  return {
    pid: child.pid!,
    readyMs: performance.now() - startedAt,
    log,
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const killing = setTimeout(() => child.kill('SIGKILL'), 9_000);
      child.kill('SIGTERM');
      await ended;
      clearTimeout(killing);
    },
  };
}
