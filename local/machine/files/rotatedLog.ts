import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';

/** How many former files of a log are kept besides the current one. */
const KEPT_FILES = 5;
const MAX_BYTES = 20_000_000;

/** A log that survives restarts: the previous file is `.1`, the one before it `.2`. */
export interface RotatedLog {
  write(text: string): void;
  end(): void;
}

/** Opens a log. A new file begins at each start, and when the file is longer than `maxBytes`. */
export function openRotatedLog(path: string, maxBytes = MAX_BYTES): RotatedLog {
  let { file, bytes } = begin(path);
  let hasEnded = false;
  return {
    write(text) {
      if (hasEnded) return;
      if (bytes > maxBytes) {
        closeSync(file);
        ({ file, bytes } = begin(path));
      }
      bytes += writeSync(file, text);
    },
    end() {
      if (!hasEnded) closeSync(file);
      hasEnded = true;
    },
  };
}

function begin(path: string): { file: number; bytes: number } {
  rotate(path);
  return { file: openSync(path, 'w', 0o600), bytes: 0 };
}

/** Renames a log that is not empty to `.1`, and each former file to the next number. */
export function rotate(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) return;
  rmSync(`${path}.${KEPT_FILES}`, { force: true });
  for (let n = KEPT_FILES - 1; n >= 1; n -= 1)
    if (existsSync(`${path}.${n}`)) renameSync(`${path}.${n}`, `${path}.${n + 1}`);
  renameSync(path, `${path}.1`);
}
