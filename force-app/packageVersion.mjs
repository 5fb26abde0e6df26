// The version of the package: its number, and a digest of everything that is deployed with it.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const DIGITS = 12;
const IS_TEST = /(^|\/)__tests__\//;

/** The files of the package below the root of the project, without what is built from them. */
async function sourcesBelow(root) {
  const entries = await readdir(join(root, 'force-app/main'), {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !IS_TEST.test(path));
  const known = new Set(paths);
  return paths
    .filter((path) => !(path.endsWith('.js') && known.has(path.replace(/\.js$/, '.ts'))))
    .toSorted();
}

const withoutReturns = (text) => text.replaceAll('\r\n', '\n');

/** A digest of the sources of the package below this root. */
export async function packageSources(root) {
  const hash = createHash('sha256');
  for (const path of await sourcesBelow(root))
    hash.update(`${path}\n${withoutReturns(await readFile(join(root, path), 'utf8'))}\n`);
  return hash.digest('hex').slice(0, DIGITS);
}

/** The number that sfdx-project.json states, and the digest of the sources below this root. */
export async function packageVersion(root) {
  const project = JSON.parse(await readFile(join(root, 'sfdx-project.json'), 'utf8'));
  const { versionNumber } = project.packageDirectories.find((one) => one.package !== undefined);
  return { version: versionNumber.replace(/\.NEXT$/, ''), sources: await packageSources(root) };
}
