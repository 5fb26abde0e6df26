import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.ts';
import { fromRoot } from './paths.ts';
import { APPLICATION_ROLE, runningDatabaseUrl } from './postgres.ts';
import { readSettings } from './settings.ts';

// The commands of the server, on the database that runs here unless DATABASE_URL names another.
const read = readSettings(process.env);
if ('faults' in read) {
  process.stderr.write(read.faults.map((fault) => `dealside: ${fault}\n`).join(''));
  process.exit(2);
}
const { dataDir } = read.settings;
const local = process.env.DATABASE_URL ? undefined : runningDatabaseUrl(join(dataDir, 'postgres'), 'dealside', APPLICATION_ROLE);
const key = join(dataDir, 'keys', 'audit-signing.key');
const env = {
  ...process.env,
  ...(local && { DATABASE_URL: local }),
  ...(!process.env.AUDIT_SIGNING_KEY_FILE && existsSync(key) && { AUDIT_SIGNING_KEY_FILE: key }),
};
generate();
// Files are named from where the command was typed; npm says where that was.
const { status } = spawnSync(process.execPath, [fromRoot('server', 'cli', 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit', env, cwd: process.env.INIT_CWD ?? process.cwd() });
process.exit(status ?? 2);
