import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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

/**
 * A hash of the paths and contents of the current inputs. Files are read only if one of them was
 * written or replaced since the hash was last computed.
 */
export function digestOf(
  { name, inputs, except = [] }: Stamped,
  { stateDir = STATE_DIR, nowMs = Date.now() } = {},
): string {
  const files = inputs.flatMap((input) => filesIn(input, except));
  const looked = lookAt(files);
  const knownPath = join(stateDir, 'made', `${name}.digest`);
  const known = readKnown(knownPath);
  if (known?.files === looked.digest) return known.digest;
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  const digest = hash.digest('hex');
  if (looked.changedAtMs < nowMs - SETTLED_MS)
    remember(knownPath, { files: looked.digest, digest });
  return digest;
}

/** The digest of contents, and of what the file system says of the same files. */
interface KnownDigest {
  readonly files: string;
  readonly digest: string;
}

/**
 * A file that was written this recently could be written again without a change of its times, which
 * are not exact.
 */
const SETTLED_MS = 2_000;

/** A hash of identity, size and times of these files, and when the last of them changed. */
function lookAt(files: readonly string[]): { digest: string; changedAtMs: number } {
  const hash = createHash('sha256');
  let changedAtMs = 0;
  for (const path of files) {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    changedAtMs = Math.max(changedAtMs, mtimeMs, ctimeMs);
    hash.update(`${path}\0${ino} ${size} ${mtimeMs} ${ctimeMs}\0`);
  }
  return { digest: hash.digest('hex'), changedAtMs };
}

function readKnown(path: string): KnownDigest | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as KnownDigest;
  } catch {
    return undefined;
  }
}

/** Writes another file first, so that no other start reads a half-written one. */
function remember(path: string, known: KnownDigest): void {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(known));
  renameSync(aside, path);
}

function filesIn(path: string, except: readonly string[]): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !except.includes(name))
    .sort()
    .flatMap((name) => filesIn(join(path, name), except));
}
