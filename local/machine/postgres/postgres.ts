import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { rotate } from '../files/rotatedLog.ts';
import { Fault } from '../terminal/fault.ts';
import { locateCluster, type ClusterLocation } from './location.ts';
import { isPostgres, runningPostmaster } from './postmaster.ts';
import { stopWithParent } from './stopWithParent.ts';

/** A running PostgreSQL. */
export interface Postgres {
  readonly pid: number;
  /** Whether it was already running, left behind by a killed process. */
  readonly adopted: boolean;
  /** Its folder. Differs from the requested one if the account `nobody` cannot enter that. */
  readonly dir: string;
  /** The URL of a database, as the superuser or as another role. */
  databaseUrl(name: string, role?: string): string;
  createDatabase(name: string): Promise<void>;
  createRole(name: string): Promise<void>;
  isRunning(): boolean;
  stop(): Promise<void>;
}

/** Where PostgreSQL runs, and how safely. */
export interface PostgresOptions {
  readonly dir: string;
  /**
   * False for tests: data is not synced to disk, and the server and its folder are removed when
   * this process ends.
   */
  readonly durable?: boolean;
  readonly say?: (line: string) => void;
}

const START_TIMEOUT_MS = 30_000;
const STOP_STEPS: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 8_000],
  ['SIGQUIT', 3_000],
  ['SIGKILL', 2_000],
];
const SETTINGS = [
  'listen_addresses=',
  'max_connections=100',
  'shared_buffers=64MB',
  'log_min_messages=warning',
  // Turns off idle helper processes, for read-ahead and for other databases.
  'io_method=sync',
  'max_logical_replication_workers=0',
];
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
/** The last processes of a killed server keep its memory for a moment, so starting is retried. */
const TRANSIENT_START_ERRORS = /shared memory block|lock file "postmaster.pid" already exists/;

/**
 * Starts PostgreSQL on a Unix socket, or adopts the one that already runs on this folder. Throws
 * Fault if neither works.
 */
export async function startPostgres({
  dir,
  durable = true,
  say = () => undefined,
}: PostgresOptions): Promise<Postgres> {
  const location = locateCluster(dir, say);
  const dataDir = join(location.dir, 'data');
  if (!existsSync(join(dataDir, 'PG_VERSION'))) createCluster(location, dataDir, durable);

  const flags = [
    '-k',
    location.socketDir,
    ...[...SETTINGS, ...(durable ? [] : NOT_DURABLE)].flatMap((setting) => ['-c', setting]),
  ];
  const { adopted, socketDir } = await launch(location, dataDir, flags);
  const databaseUrl = (name: string, role = 'postgres') => urlOf(socketDir, name, role);
  const pid = runningPostmaster(dataDir)!.pid;
  if (!durable && !adopted) stopWithParent(pid, [location.dir, location.socketDir]);
  return {
    pid,
    adopted,
    dir: location.dir,
    databaseUrl,
    createDatabase: (name) => createOnce(databaseUrl('postgres'), 'database', name),
    createRole: (name) => createOnce(databaseUrl('postgres'), 'role', name),
    isRunning: () => isPostgres(pid, dataDir),
    async stop() {
      await stopPostmaster(pid, dataDir);
      rmSync(socketDir, { recursive: true, force: true });
    },
  };
}

/** The role that the server connects as, which cannot change the audit. */
export const APPLICATION_ROLE = 'dealside_app';

/** The URL of a database of the cluster in this folder; undefined when the cluster does not run. */
export function runningDatabaseUrl(dir: string, name: string, role: string): string | undefined {
  if (!existsSync(dirname(dir))) return undefined;
  const running = runningPostmaster(join(locateCluster(dir, () => undefined).dir, 'data'));
  return running && urlOf(running.socketDir, name, role);
}

const urlOf = (socketDir: string, name: string, role: string): string =>
  `postgresql://${role}@localhost/${name}?host=${encodeURIComponent(socketDir)}`;

/** Runs initdb in another folder first, so that a killed run leaves no incomplete cluster. */
function createCluster(
  { binDir, dir, account }: ClusterLocation,
  dataDir: string,
  durable: boolean,
): void {
  const aside = `${dataDir}.new`;
  rmSync(aside, { recursive: true, force: true });
  const made = spawnSync(
    join(binDir, 'initdb'),
    [
      '-D',
      aside,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-locale',
      ...(durable ? [] : ['--no-sync']),
    ],
    { ...account, cwd: dir, encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Fault(
      `PostgreSQL could not create its data folder ${dataDir}: ${(made.stderr || String(made.error)).trim().split('\n').at(-1)}`,
    );
  renameSync(aside, dataDir);
}

function requireSameVersion({ binDir }: ClusterLocation, dataDir: string): void {
  const has = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  const runs = /PostgreSQL\) (\d+)/.exec(
    spawnSync(join(binDir, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' }).stdout,
  )?.[1];
  if (runs && has !== runs)
    throw new Fault(
      `${dataDir} was created by PostgreSQL ${has}, and this is PostgreSQL ${runs}; move that folder away, or set DEALSIDE_DATA to another`,
    );
}

async function launch(
  location: ClusterLocation,
  dataDir: string,
  flags: string[],
): Promise<{ adopted: boolean; socketDir: string }> {
  const until = Date.now() + START_TIMEOUT_MS;
  const logFile = join(location.dir, 'postgres.log');
  let ours: ChildProcess | undefined;
  while (Date.now() < until) {
    const running = runningPostmaster(dataDir);
    if (running?.socketDir && (await answers(running.socketDir)))
      return { adopted: ours?.pid !== running.pid, socketDir: running.socketDir };
    const ended = ours && (ours.exitCode !== null || ours.signalCode !== null);
    if (ended && !TRANSIENT_START_ERRORS.test(lastLines(logFile, 5))) {
      requireSameVersion(location, dataDir);
      throw new Fault(`PostgreSQL did not start: ${lastLines(logFile, 2)} (${logFile})`);
    }
    if (!running && (!ours || ended)) {
      if (ended) await delay(250);
      rmSync(join(dataDir, 'postmaster.pid'), { force: true });
      ours = spawnPostgres(location, ['-D', dataDir, ...flags], logFile);
    }
    await delay(20);
  }
  throw new Fault(
    `PostgreSQL did not answer within ${START_TIMEOUT_MS / 1000} s: ${lastLines(logFile, 2)} (${logFile})`,
  );
}

/**
 * Runs in its own session, so that Ctrl-C does not reach the database before its clients have
 * stopped.
 */
function spawnPostgres(
  { binDir, dir, account }: ClusterLocation,
  args: string[],
  logFile: string,
): ChildProcess {
  rotate(logFile);
  const log = openSync(logFile, 'w');
  try {
    const child = spawn(join(binDir, 'postgres'), args, {
      ...account,
      cwd: dir,
      stdio: ['ignore', log, log],
      detached: true,
    });
    child.once('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

async function answers(socketDir: string): Promise<boolean> {
  const client = new pg.Client({ host: socketDir, user: 'postgres', database: 'postgres' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const CREATE = {
  database: {
    known: 'select 1 from pg_database where datname = $1',
    create: (name: string) => `create database ${name}`,
  },
  role: {
    known: 'select 1 from pg_roles where rolname = $1',
    create: (name: string) => `create role ${name} login`,
  },
};

async function createOnce(
  adminUrl: string,
  what: keyof typeof CREATE,
  name: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(CREATE[what].known, [name]);
    if (!rowCount) await client.query(CREATE[what].create(pg.escapeIdentifier(name)));
  } finally {
    await client.end();
  }
}

async function stopPostmaster(pid: number, dataDir: string): Promise<void> {
  for (const [signal, waitMs] of STOP_STEPS) {
    if (!isPostgres(pid, dataDir)) return;
    process.kill(pid, signal);
    for (const until = Date.now() + waitMs; Date.now() < until && isPostgres(pid, dataDir);)
      await delay(20);
  }
}

function lastLines(path: string, count: number): string {
  return existsSync(path)
    ? readFileSync(path, 'utf8').trim().split('\n').slice(-count).join(' ')
    : '';
}
