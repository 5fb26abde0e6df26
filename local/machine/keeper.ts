import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from './fault.ts';
import { followLines } from './lines.ts';
import { fromRoot } from './paths.ts';

export interface Kept {
  /** Settles when it first said `ready`, or could not. */
  readonly ready: Promise<void>;
  /** Stops it and starts it anew; settles as `ready` does. */
  restart(): Promise<void>;
  /** Asks it to stop, then makes it. */
  stop(): Promise<void>;
}

export interface KeepOptions {
  readonly name: string;
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly say: (line: string) => void;
  /** It ended at once, again and again; keeping it is hopeless. */
  readonly onHopeless: (fault: Fault) => void;
  readonly firstPauseMs?: number;
}

const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 9_000;
const SHORT_LIFE_MS = 15_000;
const SHORT_LIVES_ALLOWED = 4;
const DIE_WITH_PARENT = new URL('./dieWithParent.mjs', import.meta.url).href;

/** Runs a process that says `ready <name> <url>`, and starts it again when it dies after that. */
export function keep({ name, entry, env, logFile, say, onHopeless, firstPauseMs = 500 }: KeepOptions): Kept {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: 'w', mode: 0o600 });
  let child: ChildProcess;
  let wasReady = false;
  /** Should it end now, that is what we asked for. */
  let stopping = false;
  let stopped = false;
  let shortLives = 0;
  let pause: NodeJS.Timeout | undefined;

  function start(): Promise<void> {
    const startedAt = Date.now();
    // In a session of its own: Ctrl-C reaches us alone, and we stop the processes in order.
    const started = spawn(process.execPath, ['--import', DIE_WITH_PARENT, entry], { cwd: fromRoot(), env, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    child = started;
    return new Promise((resolve, reject) => {
      const slow = setTimeout(() => {
        reject(new Fault(`${name} did not say that it is ready within ${READY_TIMEOUT_MS / 1000} s; see ${logFile}`));
        started.kill('SIGKILL');
      }, READY_TIMEOUT_MS);
      const lastLines = followLines([started.stdout!, started.stderr!], (line) => {
        if (!log.writableEnded) log.write(`${new Date().toISOString()} ${line}\n`);
        if (!line.startsWith(`ready ${name} `)) return;
        clearTimeout(slow);
        wasReady = true;
        resolve();
      });
      started.once('error', reject);
      started.once('close', (code, signal) => {
        clearTimeout(slow);
        const said = lastLines().map((line) => `\n    ${line}`).join('');
        const fault = new Fault(`${name} ended by itself (${signal ?? `exit code ${code}`}); it last said:${said}\n    (all of it in ${logFile})`);
        reject(fault);
        if (wasReady && !stopping) afterDeath(fault, Date.now() - startedAt);
      });
    });
  }

  function afterDeath(fault: Fault, livedMs: number): void {
    shortLives = livedMs < SHORT_LIFE_MS ? shortLives + 1 : 1;
    if (shortLives > SHORT_LIVES_ALLOWED) return onHopeless(fault);
    const pauseMs = firstPauseMs * 2 ** (shortLives - 1);
    say(`${fault.message}\n${name}: starting it again in ${pauseMs / 1000} s`);
    pause = setTimeout(() => start().then(() => say(`${name} runs again`), () => undefined), pauseMs);
  }

  return {
    ready: start(),
    async restart() {
      if (stopped) return;
      stopping = true;
      clearTimeout(pause);
      await end(child);
      if (stopped) return;
      // What does not start now waits for the next restart, and is not tried again and again.
      await start();
      stopping = stopped;
    },
    async stop() {
      stopped = true;
      stopping = true;
      clearTimeout(pause);
      await end(child);
      log.end();
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  child.kill('SIGTERM');
  await gone;
  clearTimeout(patience);
}
