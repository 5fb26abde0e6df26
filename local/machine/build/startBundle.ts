import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, STATE_DIR } from '../files/paths.ts';
import { digestOf } from './stamps.ts';

const BUNDLES = join(STATE_DIR, 'server');
/** A server that was started with an older one may still load parts of it. */
const KEPT_MS = 24 * 60 * 60_000;

const SOURCES = {
  name: 'server',
  inputs: [
    fromRoot('server'),
    fromRoot('package-lock.json'),
    fromRoot('local', 'machine', 'build', 'serverBundle.ts'),
  ],
};

/**
 * What `npm start` runs as the server: its sources in one file (`bundleServer`), made anew when one
 * of them has changed. Calls `built` after it was made.
 */
export async function bundledServer(built: () => void): Promise<string> {
  const digest = digestOf(SOURCES).slice(0, 16);
  const dir = join(BUNDLES, digest);
  const entry = join(dir, 'main.mjs');
  if (existsSync(entry)) return entry;
  const aside = `${dir}.${process.pid}`;
  // The bundler is loaded only where there is something to bundle.
  const { bundleServer } = await import('./serverBundle.ts');
  mkdirSync(BUNDLES, { recursive: true });
  try {
    await bundleServer(aside);
    renameSync(aside, dir);
  } catch (fault) {
    rmSync(aside, { recursive: true, force: true });
    // Another start of this checkout was faster.
    if (!existsSync(entry)) throw fault;
  }
  removeOld(digest);
  built();
  return entry;
}

function removeOld(current: string): void {
  for (const name of readdirSync(BUNDLES)) {
    const path = join(BUNDLES, name);
    if (name !== current && Date.now() - statSync(path).mtimeMs > KEPT_MS)
      rmSync(path, { recursive: true, force: true });
  }
}
