import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fromRoot } from '../files/paths.ts';
import { openRotatedLog } from '../files/rotatedLog.ts';
import { Fault } from '../terminal/fault.ts';
import { followLines } from './outputLines.ts';

/** A process that is restarted when it dies. */
export interface ManagedProcess {
  /** Resolves when it has printed `ready`; rejects when it ended or timed out before. */
  readonly ready: Promise<void>;
  /** Stops the process and starts it again. Settles like `ready`. */
  restart(): Promise<void>;
  /** Sends SIGTERM, and SIGKILL after a grace period. */
  stop(): Promise<void>;
}

/** What to run, and where its output goes. */
export interface ManagedProcessOptions {
  readonly name: string;
  /** The name in its `ready` line, if it differs from `name`. */
  readonly readyAs?: string;
  readonly entry: string;
  /** Arguments for Node, before the entry. */
  readonly nodeArgs?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly say: (line: string) => void;
  /** Called when it has repeatedly ended shortly after its start, and is not restarted. */
  readonly onRestartLimit: (fault: Fault) => void;
  readonly firstPauseMs?: number;
  /**
   * What the process waits for before it begins (`preloadedMain.ts`): variables of its environment
   * that are not known when it is started.
   */
  readonly needs?: Promise<NodeJS.ProcessEnv>;
}

const READY_TIMEOUT_MS = 60_000;
const STOP_GRACE_MS = 9_000;
const SHORT_LIFE_MS = 15_000;
const SHORT_LIVES_ALLOWED = 4;
const DIE_WITH_PARENT = new URL('./dieWithParent.mjs', import.meta.url).href;

/**
 * Starts a process that prints `ready <name> <url>`, and restarts it when it dies after that, with
 * growing pauses.
 */
export function startManagedProcess({
  name,
  readyAs = name,
  entry,
  nodeArgs = [],
  env,
  logFile,
  say,
  onRestartLimit,
  firstPauseMs = 500,
  needs,
}: ManagedProcessOptions): ManagedProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openRotatedLog(logFile);
  let child: ChildProcess;
  let wasReady = false;
  /** Whether its end was requested. */
  let stopping = false;
  let stopped = false;
  let shortLives = 0;
  let pause: NodeJS.Timeout | undefined;

  function start(): Promise<void> {
    const startedAt = Date.now();
    // In its own session: Ctrl-C reaches only this process, which stops the others in order.
    const started = spawn(process.execPath, ['--import', DIE_WITH_PARENT, ...nodeArgs, entry], {
      cwd: fromRoot(),
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = started;
    return new Promise((resolve, reject) => {
      let slow: NodeJS.Timeout | undefined;
      const begins = (): void => {
        slow = setTimeout(() => {
          reject(
            new Fault(`${name} was not ready within ${READY_TIMEOUT_MS / 1000} s; see ${logFile}`),
          );
          started.kill('SIGKILL');
        }, READY_TIMEOUT_MS);
      };
      if (needs)
        needs.then(
          (begin) => {
            started.send({ begin }, () => undefined);
            begins();
          },
          // It is stopped with the rest.
          () => undefined,
        );
      else begins();
      const lastLines = followLines([started.stdout!, started.stderr!], (line) => {
        log.write(`${new Date().toISOString()} ${line}\n`);
        if (!line.startsWith(`ready ${readyAs} `)) return;
        clearTimeout(slow);
        wasReady = true;
        resolve();
      });
      started.once('error', reject);
      started.once('close', (code, signal) => {
        clearTimeout(slow);
        const said = lastLines()
          .map((line) => `\n    ${line}`)
          .join('');
        const fault = new Fault(
          `${name} ended unexpectedly (${signal ?? `exit code ${code}`}); its last output:${said}\n    (full log: ${logFile})`,
        );
        reject(fault);
        if (wasReady && !stopping) afterDeath(fault, Date.now() - startedAt);
      });
    });
  }

  function afterDeath(fault: Fault, livedMs: number): void {
    shortLives = livedMs < SHORT_LIFE_MS ? shortLives + 1 : 1;
    if (shortLives > SHORT_LIVES_ALLOWED) return onRestartLimit(fault);
    const pauseMs = firstPauseMs * 2 ** (shortLives - 1);
    say(`${fault.message}\n${name} restarts in ${pauseMs / 1000} s`);
    pause = setTimeout(
      () =>
        void start().then(
          () => say(`${name} restarted`),
          () => undefined,
        ),
      pauseMs,
    );
  }

  return {
    ready: start(),
    async restart() {
      if (stopped) return;
      stopping = true;
      clearTimeout(pause);
      await end(child);
      if (stopped) return;
      // If it does not start now, it waits for the next restart and is not retried repeatedly.
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
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const killTimer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(killTimer);
}
