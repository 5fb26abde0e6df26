import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A running server. */
export interface Postmaster {
  readonly pid: number;
  readonly socketDir: string;
}

/**
 * The server that runs on a data folder, by its pid file; undefined when the file is stale or its
 * pid belongs to another program.
 */
export function runningPostmaster(dataDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  // Line 1 is the pid, line 5 the socket folder:
  // postgresql.org/docs/current/storage-file-layout.html
  const [pid, socketDir = ''] = [Number(lines[0]), lines[4]];
  return pid > 0 && isPostgres(pid, dataDir) ? { pid, socketDir } : undefined;
}

/** Whether the process is alive and serves that folder. A zombie is not. */
export function isPostgres(pid: number, dataDir: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir);
  } catch {
    return false;
  }
}
