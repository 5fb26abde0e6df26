import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { commandOf, fromRoot } from '../files/paths.ts';
import { Fault, messageFor } from '../terminal/fault.ts';
import { say } from '../terminal/terminal.ts';
import { isFresh, markFresh } from './stamps.ts';

const SCHEMA = fromRoot('prisma', 'schema.prisma');
const GENERATED_CLIENT = fromRoot('server', 'store', 'generated', 'client.ts');
const CLIENT_STAMP = {
  name: 'prisma-client',
  inputs: [SCHEMA, fromRoot('node_modules', 'prisma', 'package.json')],
};

/**
 * Generates the database client if the schema has changed. Returns whether it did. Throws Fault.
 */
export function generate(): boolean {
  if (existsSync(GENERATED_CLIENT) && isFresh(CLIENT_STAMP)) return false;
  // Only migrations need the engine that Prisma would download, so generating must not try to.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  const made = spawnSync(
    process.execPath,
    [commandOf('prisma', 'prisma'), 'generate', '--no-hints'],
    { cwd: fromRoot(), env, encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Fault(
      `the database client could not be generated: ${(made.stderr || made.stdout).trim().split('\n').slice(-3).join(' ')}`,
    );
  markFresh(CLIENT_STAMP);
  return true;
}

if (import.meta.main) {
  try {
    say(generate() ? 'database client generated' : 'database client is up to date');
  } catch (error) {
    process.stderr.write(`dealside: ${messageFor(error)}\n`);
    process.exitCode = 1;
  }
}
