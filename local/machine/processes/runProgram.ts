import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { fromRoot } from '../files/paths.ts';

/** Runs a script on this Node. Resolves to the exit code, or null if it was killed. */
export type Run = (args: string[], env?: Record<string, string>) => Promise<number | null>;

export interface RunnerOptions {
  /** Where programs write: the terminal, or an open file. */
  readonly output?: 'inherit' | number;
  /** The priority of programs as a `nice` value, 0 to 19. */
  readonly niceness?: number;
}

/** Runs programs that end with this process, and within the time limit. */
export function programRunner(
  env: NodeJS.ProcessEnv,
  timeoutMs: number,
  { output = 'inherit', niceness = 0 }: RunnerOptions = {},
): { run: Run; stop(): void } {
  let current: ChildProcess | undefined;
  // The program runs in a process group, so that its children are killed too.
  const killGroup = () => {
    try {
      if (current?.pid) process.kill(-current.pid, 'SIGKILL');
    } catch {
      // It has already ended.
    }
  };
  return {
    stop: killGroup,
    run: (args, more = {}) =>
      new Promise((resolve, reject) => {
        const child = spawn(process.execPath, args, {
          cwd: fromRoot(),
          env: { ...env, ...more },
          stdio: ['ignore', output, output],
          detached: true,
        });
        current = child;
        if (niceness > 0 && child.pid) setPriority(child.pid, niceness);
        const late = setTimeout(() => {
          process.stderr.write(
            `dealside: the step was killed: it did not end within ${timeoutMs / 1000} s\n`,
          );
          killGroup();
        }, timeoutMs);
        child.once('error', reject);
        child.once('exit', (code) => {
          clearTimeout(late);
          killGroup();
          current = undefined;
          resolve(code);
        });
      }),
  };
}
