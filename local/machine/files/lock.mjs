import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Takes a lock file that names its holder; answers how to release it. A holder that no longer lives holds nothing.
 * Another live holder is waited for, at most `waitMs`; then `LockedError` names it.
 */
export async function acquireLock(path, { note = '', waitMs = 0, waiting = () => {}, abandoned = () => {} } = {}) {
  const until = Date.now() + waitMs;
  let hasReported = false;
  for (;;) {
    if (tryToTake(path, note)) return () => release(path);
    const holder = readHolder(path);
    if (!isAlive(holder)) {
      rmSync(path, { force: true });
      abandoned();
      // Two may have found the same dead holder: whoever is still named after a moment has it.
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

export class LockedError extends Error {
  constructor(holder) {
    super(`process ${holder.pid} holds the lock`);
    this.holder = holder;
  }
}

/** Writes aside first, so that nobody ever reads half a lock. */
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

/** A process id alone proves little: after a restart another program may bear it. */
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
