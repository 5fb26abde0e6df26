import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from '../build/prismaClient.ts';
import { fromRoot } from '../files/paths.ts';
import { auditKeyFile, loadKeys } from '../keys/keys.ts';
import { APPLICATION_ROLE, runningDatabaseUrl } from '../postgres/postgres.ts';
import { readBoundaries } from '../settings/boundaries.ts';
import { environmentsFor } from '../settings/environments.ts';
import { readSettings } from '../settings/settings.ts';

// Runs the server's commands, on the local database unless DATABASE_URL names another.
const read = readSettings(process.env);
if ('faults' in read) {
  process.stderr.write(read.faults.map((fault) => `dealside: ${fault}\n`).join(''));
  process.exit(2);
}
const { settings } = read;
const { dataDir } = settings;
const local = process.env.DATABASE_URL
  ? undefined
  : runningDatabaseUrl(join(dataDir, 'postgres'), 'dealside', APPLICATION_ROLE);
const key = [auditKeyFile(process.env, dataDir), join(dataDir, 'keys', 'audit-signing.key')].find(
  (path) => existsSync(path),
);
const boundaries = readBoundaries(process.env);
const localOrg =
  local && 'reality' in boundaries && boundaries.reality.crm === 'local'
    ? Object.entries(
        environmentsFor({
          settings,
          reality: boundaries.reality,
          keys: await loadKeys(join(dataDir, 'keys'), key),
          given: {},
        }).server,
      ).filter(([name]) => /^(SALESFORCE_|TWILIO_|PUBLIC_URL$|PORT$)/.test(name))
    : [];
const env = {
  ...process.env,
  ...Object.fromEntries(localOrg),
  ...(local && { DATABASE_URL: local }),
  ...(!process.env.AUDIT_SIGNING_KEY_FILE && key && { AUDIT_SIGNING_KEY_FILE: key }),
};
generate();
// File arguments are relative to the folder where the command was typed; npm passes it as INIT_CWD.
const { status } = spawnSync(
  process.execPath,
  [fromRoot('server', 'cli', 'main.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', env, cwd: process.env.INIT_CWD ?? process.cwd() },
);
process.exit(status ?? 2);
