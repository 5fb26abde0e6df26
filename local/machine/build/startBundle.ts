import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, STATE_DIR } from '../files/paths.ts';
import { digestOf } from './stamps.ts';

const BUNDLES = join(STATE_DIR, 'programs');
/** How long older bundles are kept, since running programs may still load parts of them. */
const KEPT_MS = 24 * 60 * 60_000;

const PROGRAMS = {
  server: 'server/preloadedMain.ts',
  org: 'local/org/main.ts',
  carrier: 'local/carrier/main.ts',
} as const;

const SOURCES = {
  name: 'programs',
  inputs: [
    fromRoot('server'),
    fromRoot('local'),
    fromRoot('package-lock.json'),
    fromRoot('softphone', 'src'),
  ],
  // Generated from these inputs, or from the tables for a yardstick of the benches.
  except: ['dist', 'generated'],
};

/** The path to run for each program. */
export type ProgramEntries = Readonly<Record<keyof typeof PROGRAMS, string>>;

/** The programs' sources, for `--watch`, because they may change at any time. */
export const sourceEntries = (): ProgramEntries => entries((name) => fromRoot(PROGRAMS[name]));

/**
 * The programs that `npm start` runs, each bundled into one file by `bundlePrograms` and bundled
 * again if a source has changed. Calls `built` after bundling.
 */
export async function bundledEntries(built: () => void): Promise<ProgramEntries> {
  const digest = digestOf(SOURCES).slice(0, 16);
  const dir = join(BUNDLES, digest);
  const found = entries((name) => join(dir, `${name}.mjs`));
  if (existsSync(dir)) return found;
  const aside = `${dir}.${process.pid}`;
  // The bundler is loaded only if there is something to bundle.
  const { bundlePrograms, endBundler } = await import('./serverBundle.ts');
  mkdirSync(BUNDLES, { recursive: true });
  try {
    await bundlePrograms(PROGRAMS, aside);
    renameSync(aside, dir);
  } catch (fault) {
    rmSync(aside, { recursive: true, force: true });
    // Another start of this checkout has bundled it meanwhile.
    if (!existsSync(dir)) throw fault;
  } finally {
    await endBundler();
  }
  removeOld(digest);
  built();
  return found;
}

const entries = (pathOf: (name: keyof typeof PROGRAMS) => string): ProgramEntries => ({
  server: pathOf('server'),
  org: pathOf('org'),
  carrier: pathOf('carrier'),
});

function removeOld(current: string): void {
  for (const name of readdirSync(BUNDLES)) {
    const path = join(BUNDLES, name);
    if (name !== current && Date.now() - statSync(path).mtimeMs > KEPT_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
