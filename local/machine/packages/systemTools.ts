import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from '../terminal/terminal.ts';

/** A program that tests need and npm does not install. */
export interface Tool {
  readonly label: string;
  /** The environment variable with the program's path if it is not on PATH. */
  readonly variable: string;
  readonly programs: readonly string[];
  readonly aptPackage: string;
  readonly neededFor: string;
}

/** For the tests in a browser. */
export const CHROMIUM: Tool = {
  label: 'Chromium',
  variable: 'CHROMIUM_PATH',
  programs: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  aptPackage: 'chromium',
  neededFor: 'the tests in a browser',
};
/** For the tests of the Redis queue. */
export const REDIS: Tool = {
  label: 'Redis',
  variable: 'REDIS_SERVER_PATH',
  programs: ['redis-server'],
  aptPackage: 'redis-server',
  neededFor: 'the tests of the Redis queue',
};

/** For the checks of Apex. */
export const JAVA: Tool = {
  label: 'Java',
  variable: 'JAVA_PATH',
  programs: ['java'],
  aptPackage: 'default-jre-headless',
  neededFor: 'the checks of Apex',
};

/** The path of a program, or one line that says what to install. */
export type Found = { path: string } | { fault: string };

/** Finds a program, or installs it with apt-get if that needs no password. */
export function ensureTool(tool: Tool): Found {
  const found = findTool(tool, process.env);
  if ('path' in found || process.env[tool.variable]) return found;
  const asRoot = rootCommand();
  if (!asRoot) return found;
  step(`installing ${tool.label} (apt-get install ${tool.aptPackage})`);
  apt(asRoot, ['update']);
  const installed = apt(asRoot, ['install', '-y', '--no-install-recommends', tool.aptPackage]);
  const after = findTool(tool, process.env);
  if ('path' in after) return after;
  return { fault: `${after.fault} (apt-get said: ${installed.trim().split('\n').at(-1)})` };
}

/** Finds a program without installing it. */
export function findTool(
  { label, variable, programs, aptPackage, neededFor }: Tool,
  env: NodeJS.ProcessEnv,
): Found {
  const named = env[variable];
  if (named)
    return isExecutable(named)
      ? { path: named }
      : { fault: `${variable} names ${named}, which cannot be run` };
  const dirs = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'].filter(Boolean);
  const path = programs
    .flatMap((program) => dirs.map((dir) => join(dir, program)))
    .find(isExecutable);
  if (path) return { path };
  return {
    fault: `${label} is needed for ${neededFor}: install ${aptPackage}, or set ${variable} to the program`,
  };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The prefix that runs a command as root without a password. Undefined if that or apt-get is not
 * available.
 */
function rootCommand(): string[] | undefined {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function apt(asRoot: string[], args: string[]): string {
  const [command, ...rest] = [...asRoot, 'apt-get', '-q', ...args];
  const { stdout, stderr } = spawnSync(command!, rest, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return stderr || stdout || '';
}
