import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageSources, packageVersion } from '../../force-app/packageVersion.mjs';
import { fromRoot } from '../machine/files/paths.ts';
import { writeFrozenPackage } from './frozenPackage.ts';
import { readManifest } from './packageManifest.ts';

const USAGE = `npm run salesforce:version -- bump [major|minor|patch]
npm run salesforce:version -- freeze <commit>

  bump    the next number of server and package (minor, if it is not said)
  freeze  keeps what the package of a released commit consists of; later packages are compared with it
`;
const PLACES = ['major', 'minor', 'patch'] as const;
type Place = (typeof PLACES)[number];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The number after this one. */
export function nextVersion(version: string, place: Place): string {
  const at = PLACES.indexOf(place);
  return version
    .split('.')
    .map((part, i) => (i < at ? part : i === at ? String(Number(part) + 1) : '0'))
    .join('.');
}

async function bump(place: Place): Promise<void> {
  const { version } = await packageVersion(fromRoot());
  const next = nextVersion(version, place);
  replace('package.json', `"version": "${version}"`, `"version": "${next}"`);
  replace('sfdx-project.json', `"${version}.NEXT"`, `"${next}.NEXT"`);
  const name = (full: string): string => full.split('.').slice(0, 2).join('.');
  replace(
    'sfdx-project.json',
    `"versionName": "${name(version)}"`,
    `"versionName": "${name(next)}"`,
  );
  say(`The server and its package are ${next} now; they were ${version}.`);
}

function replace(path: string, before: string, after: string): void {
  const file = fromRoot(path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(before)) throw new Error(`${path} lacks ${before}`);
  writeFileSync(file, text.replace(before, after));
}

/** Reads the package from the history of git, so that it is the one that orgs have. */
async function freeze(commit: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'dealside-package-'));
  const git = (...args: string[]): Buffer =>
    execFileSync('git', args, { cwd: fromRoot(), maxBuffer: 1e9 });
  try {
    const archive = git('archive', '--format=tar', commit, 'force-app', 'package.json');
    execFileSync('tar', ['-x', '-C', dir], { input: archive });
    const { version } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as {
      version: string;
    };
    const sources = await packageSources(dir);
    const parts = readManifest(join(dir, 'force-app'));
    const full = git('rev-parse', commit).toString().trim();
    writeFrozenPackage({ commit: full, version, sources, parts });
    say(`Kept the ${parts.size} parts of the package ${version} (${sources}).`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function run([what, value]: readonly string[]): Promise<number> {
  const place = PLACES.find((one) => one === (value ?? 'minor'));
  if (what === 'bump' && place) await bump(place);
  else if (what === 'freeze' && value) await freeze(value);
  else {
    say(USAGE);
    return 2;
  }
  return 0;
}

if (process.argv[1] === fromRoot('local/salesforce/version.ts'))
  run(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: Error) => {
      say(`dealside: ${error.message}`);
      process.exitCode = 1;
    },
  );
