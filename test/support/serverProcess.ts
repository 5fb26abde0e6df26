import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { childEnv } from './childEnv.ts';
import { program } from './program.ts';

/** Shorter than the timeout of hooks, so that a hanging process is killed. */
const READY_WITHIN_MS = 240_000;

/** Starts a process of Dealside and waits for its `ready` line. */
export function spawnReady(
  entry: Parameters<typeof program>[0],
  log: string[],
  env: Record<string, string>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [program(entry)], {
    env: { ...childEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (line) => log.push(line));
  const readyTimeout = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS).unref();
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`${entry} ended with ${code}:\n${log.slice(-10).join('\n')}`)),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.startsWith('ready ')) return;
      clearTimeout(readyTimeout);
      resolve(child);
    });
  });
}

/** Asks a process to stop, as an operator does, and waits for its end. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  await exitOf(child, 'SIGTERM');
}

/** The same; rejects when it did not get done with what was under way. */
export async function stopInOrder(child: ChildProcess): Promise<void> {
  const code = await exitOf(child, 'SIGTERM');
  if (code !== 0) throw new Error(`a process that was asked to stop ended with ${code}`);
}

export async function killProcess(child: ChildProcess): Promise<void> {
  await exitOf(child, 'SIGKILL');
}

/** The exit code, or the signal that ended it before this one. */
async function exitOf(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null) return child.exitCode;
  if (child.signalCode !== null) return 0;
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return exited;
}
