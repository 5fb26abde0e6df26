import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STATE_DIR } from '../files/paths.ts';

/** Something made from files, and the files and folders that it is made from. */
export interface Stamped {
  readonly name: string;
  readonly inputs: readonly string[];
  /** Folder names inside the inputs that are made, not written. */
  readonly except?: readonly string[];
}

/** Whether nothing changed since it was made. */
export function isFresh(stamped: Stamped): boolean {
  const path = stampPath(stamped);
  return existsSync(path) && readFileSync(path, 'utf8') === digest(stamped);
}

export function markFresh(stamped: Stamped): void {
  const path = stampPath(stamped);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, digest(stamped));
}

const stampPath = ({ name }: Stamped): string => join(STATE_DIR, 'made', name);

function digest({ inputs, except = [] }: Stamped): string {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesIn(input, except))) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesIn(path: string, except: readonly string[]): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => !except.includes(name)).sort().flatMap((name) => filesIn(join(path, name), except));
}
