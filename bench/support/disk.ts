import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const BLOCK = Buffer.alloc(8_192, 1);
const BLOCKS = 2_048;
const EVERY_MS = 50;

/**
 * Writes a block to a file in this folder twenty times a second, and waits each time until the disk
 * has it, as PostgreSQL does for a commit. The returned function ends it: how long each took, in
 * milliseconds.
 */
export async function watchDisk(dir: string): Promise<() => Promise<number[]>> {
  const path = join(dir, 'disk-watch');
  const file = await open(path, 'w');
  // As PostgreSQL's log: the file does not grow any more.
  await file.write(Buffer.alloc(BLOCK.length * BLOCKS));
  await file.datasync();
  const took: number[] = [];
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      await file.write(BLOCK, 0, BLOCK.length, (took.length % BLOCKS) * BLOCK.length);
      const begunAt = performance.now();
      await file.datasync();
      took.push(performance.now() - begunAt);
      await pause(EVERY_MS);
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    await file.close();
    await rm(path);
    return took;
  };
}
