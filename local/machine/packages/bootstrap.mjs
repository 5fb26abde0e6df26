// Runs on whatever Node the machine has (20 or newer), before any package is installed: plain
// JavaScript, no dependencies.
import { spawn } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acquireLock } from '../files/lock.mjs';

/** The root folder of the project. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
const NODE_MAJOR = 24;
/**
 * Node reads the compiled code of former runs from here instead of compiling and stripping types
 * again.
 */
const COMPILE_CACHE = join(ROOT, '.dealside', 'compile-cache');
const DIE_WITH_PARENT = new URL('../processes/dieWithParent.mjs', import.meta.url).href;
const STOP_WITH_NPM = new URL('../processes/stopWithNpm.mjs', import.meta.url).href;

/**
 * Installs missing packages, then runs `entry` (a path from the project root) on Node 24; exits
 * with its exit code.
 */
export async function boot(entry, args = process.argv.slice(2)) {
  try {
    await ensurePackages();
    const node = chooseNode({
      version: process.versions.node,
      execPath: process.execPath,
      platform: process.platform,
      arch: process.arch,
      exists: existsSync,
    });
    await runOn(node, [join(ROOT, entry), ...args]);
  } catch (error) {
    process.stderr.write(`dealside: ${error.message}\n`);
    process.exit(1);
  }
}

/** The machine's Node if it is new enough, or else the one installed with the packages. */
export function chooseNode({ version, execPath, platform, arch, exists }) {
  if (Number(version.split('.')[0]) >= NODE_MAJOR) return execPath;
  const bundled = join(ROOT, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node');
  if (exists(bundled)) return bundled;
  throw new Error(
    `Node ${NODE_MAJOR} or newer is needed on ${platform} ${arch}; this is Node ${version}`,
  );
}

/** The packages that the lock file requires on this machine and node_modules does not have. */
export function missingPackages(lock, installed, { platform, arch }) {
  const root = lock.packages[''];
  const bundled = Object.keys(root.optionalDependencies ?? {}).map(
    (name) => `node_modules/${name}`,
  );
  const fits = ({ os, cpu }) => (!os || os.includes(platform)) && (!cpu || cpu.includes(arch));
  return Object.entries(lock.packages)
    .filter(
      ([path, wanted]) =>
        path !== '' && fits(wanted) && (!wanted.optional || bundled.includes(path)),
    )
    .filter(([path, wanted]) => installed?.packages[path]?.version !== wanted.version)
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

async function ensurePackages() {
  if (missingHere().length === 0) return;
  mkdirSync(join(ROOT, '.dealside'), { recursive: true });
  const release = await acquireLock(join(ROOT, '.dealside', 'install.lock'), {
    waitMs: 600_000,
    waiting: ({ pid }) =>
      process.stdout.write(`dealside: process ${pid} is installing the packages; waiting for it\n`),
  });
  try {
    if (missingHere().length === 0) return;
    process.stdout.write('dealside: installing packages, once; this takes about a minute\n');
    const startedAt = Date.now();
    const ticking = setInterval(
      () => process.stdout.write(`dealside: still installing, ${seconds(startedAt)}\n`),
      15_000,
    );
    const { code, output } = await install().finally(() => clearInterval(ticking));
    if (code !== 0) throw new Error(installFault(output));
    const missing = missingHere();
    if (missing.length > 0)
      throw new Error(
        `npm did not install ${missing.slice(0, 5).join(', ')}; does npm's configuration omit optional or dev packages?`,
      );
    process.stdout.write(`dealside: packages installed, ${seconds(startedAt)}\n`);
  } finally {
    release();
  }
}

function missingHere() {
  const lock = readJson(join(ROOT, 'package-lock.json'));
  if (!lock) throw new Error('package-lock.json is missing or broken; check out the project again');
  return missingPackages(lock, readJson(join(ROOT, 'node_modules', '.package-lock.json')), process);
}

const OFFLINE =
  /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i;

/** One line: why npm failed and what to do. */
export function installFault(output) {
  const said = output
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter(Boolean);
  if (OFFLINE.test(output))
    return `the packages could not be fetched (${OFFLINE.exec(output)[0]}): check the network or npm's registry setting, then run this again`;
  const [first = 'npm said nothing'] = said.filter((line) => !/^(code|A complete log)/.test(line));
  return `the packages could not be installed: ${first.slice(0, 300)}`;
}

/**
 * First installs with the address of each package. Without addresses in the lock file, npm requests
 * all versions of every package, which takes twice the computing time. If the registry has its
 * files elsewhere, npm installs without addresses.
 */
async function install() {
  const quick = await installByAddress();
  return quick.code === 0 || OFFLINE.test(quick.output) ? quick : npm(CI, ROOT);
}

async function installByAddress() {
  const staging = join(ROOT, '.dealside', 'install');
  try {
    const { output: registry } = await npm(['config', 'get', 'registry'], ROOT);
    const lock = readJson(join(ROOT, 'package-lock.json'));
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    for (const file of ['package.json', '.npmrc']) cpSync(join(ROOT, file), join(staging, file));
    writeFileSync(
      join(staging, 'package-lock.json'),
      JSON.stringify(withAddresses(lock, registry.trim())),
    );
    const done = await npm(CI, staging);
    if (done.code !== 0) return done;
    rmSync(join(ROOT, 'node_modules'), { recursive: true, force: true });
    renameSync(join(staging, 'node_modules'), join(ROOT, 'node_modules'));
    return done;
  } catch (fault) {
    return { code: 1, output: String(fault) };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/**
 * The lock file with the address of each package's file, in the form that npm's own registry uses.
 */
export function withAddresses(lock, registry) {
  const folder = 'node_modules/';
  const addressed = (path, entry) => {
    if (path === '' || entry.link || entry.inBundle) return entry;
    const name = entry.name ?? path.slice(path.lastIndexOf(folder) + folder.length);
    const file = `${name.split('/').pop()}-${entry.version}.tgz`;
    return { ...entry, resolved: `${registry.replace(/\/*$/, '')}/${name}/-/${file}` };
  };
  const packages = Object.entries(lock.packages).map(([path, entry]) => [
    path,
    addressed(path, entry),
  ]);
  return { ...lock, packages: Object.fromEntries(packages) };
}

// No package needs an install script, because every binary is a package of its own.
const CI = [
  'ci',
  '--include=dev',
  '--include=optional',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--no-progress',
];

function npm(args, cwd) {
  const env = {
    ...process.env,
    NODE_ENV: '',
    ...(npmCacheIsWritable() ? {} : { npm_config_cache: join(ROOT, '.dealside', 'npm-cache') }),
  };
  const path = process.env.npm_execpath;
  const [command, before] =
    path && /npm-cli\.c?js$/.test(path) ? [process.execPath, [path]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.once('error', (error) => reject(new Error(`npm could not be run: ${error.message}`)));
    child.once('close', (code) => resolve({ code, output }));
  });
}

function npmCacheIsWritable() {
  let dir = process.env.npm_config_cache ?? join(homedir(), '.npm');
  while (!existsSync(dir) && dirname(dir) !== dir) dir = dirname(dir);
  try {
    accessSync(dir, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Replaces this process with the program if Node can do that, which saves the memory of a process.
 * Otherwise runs the program as a child.
 */
function runOn(node, args) {
  const path = [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env.PATH]
    .filter(Boolean)
    .join(':');
  const env = { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env, PATH: path };
  // Other systems than Linux use a child process, as tested there.
  if (process.execve && process.platform === 'linux')
    process.execve(node, [node, '--import', STOP_WITH_NPM, ...args], env);
  return runAsChild(node, args, env);
}

/** Forwards signals, and exits when the child exits. */
function runAsChild(node, args, env) {
  const child = spawn(node, ['--import', DIE_WITH_PARENT, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  // A signal may kill npm's shell, which then does not forward it.
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 1_000).unref();
  if (!process.env.npm_lifecycle_event) clearInterval(watch);
  return new Promise((_, reject) => {
    child.once('error', (error) => reject(new Error(`${node} could not be run: ${error.message}`)));
    child.once('exit', (code, signal) => process.exit(signal ? 1 : code));
  });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const seconds = (startedAt) => `${((Date.now() - startedAt) / 1000).toFixed(0)} s`;
