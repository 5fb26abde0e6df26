import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STATE_DIR } from '../files/paths.ts';

/** Something that is built, and the files and folders that it is built from. */
export interface Stamped {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Names of generated folders inside the inputs, which are ignored. */
  readonly except?: readonly string[];
}

/** Whether no input has changed since the last `markFresh`. */
export function isFresh(stamped: Stamped): boolean {
  const path = stampPath(stamped);
  return existsSync(path) && readFileSync(path, 'utf8') === digestOf(stamped);
}

/** Stores the current state of the inputs. */
export function markFresh(stamped: Stamped): void {
  const path = stampPath(stamped);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, digestOf(stamped));
}

const stampPath = ({ name }: Stamped): string => join(STATE_DIR, 'made', name);

/** A hash of the paths and contents of the current inputs. */
export function digestOf({ inputs, except = [] }: Stamped): string {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesIn(input, except)))
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesIn(path: string, except: readonly string[]): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !except.includes(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name), except));
}
