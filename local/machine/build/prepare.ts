import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { acquireLock } from '../files/lock.mjs';
import { STATE_DIR } from '../files/paths.ts';
import { step } from '../terminal/terminal.ts';
import { buildBundles } from './bundles.ts';
import { generate } from './prismaClient.ts';

/**
 * Generates and bundles everything that is stale. A lock prevents two starts from the same checkout
 * from writing the same files at once.
 */
export async function prepare(): Promise<void> {
  mkdirSync(STATE_DIR, { recursive: true });
  const release = await acquireLock(join(STATE_DIR, 'prepare.lock'), {
    waitMs: 300_000,
    waiting: ({ pid }) => step(`process ${pid} is building; waiting for it`),
  });
  try {
    if (generate()) step('database client generated');
    await buildBundles((name) => step(`${name} built`));
  } finally {
    release();
  }
}
