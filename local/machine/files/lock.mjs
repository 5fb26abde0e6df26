import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Acquires a lock file that names its holder. Resolves to a function that releases it. The lock of
 * a dead process is taken over. Waits at most `waitMs` for a live holder, then throws
 * `LockedError`, which names it.
 */
export async function acquireLock(
  path,
  { note = '', waitMs = 0, waiting = () => {}, abandoned = () => {} } = {},
) {
  const until = Date.now() + waitMs;
  let hasReported = false;
  for (;;) {
    if (tryToTake(path, note)) return () => release(path);
    const holder = readHolder(path);
    if (!isAlive(holder)) {
      rmSync(path, { force: true });
      abandoned();
      // Two processes may have found the same dead holder. The one that the file names after a
      // moment has the lock.
      if (tryToTake(path, note)) {
        await delay(50);
        if (readHolder(path)?.pid === process.pid) return () => release(path);
      }
      continue;
    }
    if (Date.now() >= until) throw new LockedError(holder);
    if (!hasReported) waiting(holder);
    hasReported = true;
    await delay(200);
  }
}

/** Another process has the lock; `holder` names it. */
export class LockedError extends Error {
  constructor(holder) {
    super(`process ${holder.pid} holds the lock`);
    this.holder = holder;
  }
}

/** Writes another file first, so that no process reads a half-written lock. */
function tryToTake(path, note) {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, JSON.stringify({ pid: process.pid, program: programOf(process.pid), note }));
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function release(path) {
  if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
}

/** Also compares the program, because after a reboot another program may have the process id. */
function isAlive(holder) {
  if (!holder) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return programOf(holder.pid) === holder.program;
}

function programOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
