import { access, constants, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutcomeDrop } from '../../ports/index.ts';

/** Writes files to a folder. A file has a temporary name until it is complete. */
export const createDropFolder = (folder: string): OutcomeDrop => ({
  async leave(parts, bytes) {
    const path = join(folder, ...parts);
    const before = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (before?.equals(bytes)) return false;
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.part`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
    return true;
  },
  async check() {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  },
});
