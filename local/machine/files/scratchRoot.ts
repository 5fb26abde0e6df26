import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const SHARED_MEMORY = '/dev/shm';
/** The type of a file system in memory, in Linux' `statfs`. */
const TMPFS = 0x0102_1994;
/** Several times as much as the databases of a test run have ever needed. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

/**
 * Where the files of a test run go: into memory where there is enough, otherwise into the folder for
 * temporary files. A database has 700 files, and on a disk's file system making them takes six times
 * as long.
 */
export function scratchRoot(): string {
  try {
    const { type, bavail, bsize } = statfsSync(SHARED_MEMORY);
    // The databases must leave as much to the programs of the run.
    const hasRoom = bavail * bsize >= ENOUGH_BYTES && process.availableMemory() >= 2 * ENOUGH_BYTES;
    return type === TMPFS && hasRoom ? SHARED_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
