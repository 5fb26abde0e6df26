import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from '../../../../local/machine/files/paths.ts';
import { loadKeys } from '../../../../local/machine/keys/keys.ts';
import {
  APPLICATION_ROLE,
  startPostgres,
  type Postgres,
} from '../../../../local/machine/postgres/postgres.ts';
import { createPostgresStore } from '../../../../server/store/calls/postgresStore.ts';
import { migrate } from '../../../../server/store/database/migrate.ts';
import { grantApplication, missingProtection } from '../../../../server/store/database/roles.ts';
import { auditEntry } from '../../../support/auditStage.ts';
import { childEnv } from '../../../support/childEnv.ts';
import { quietLog } from '../../../support/quietLog.ts';

// Each command is a process that starts another: on a busy machine that takes its time.
describe('the commands beside a running Dealside', function () {
  this.timeout(300_000);
  let dataDir: string;
  let postgres: Postgres;

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'dealside-cli-'));
    chmodSync(dataDir, 0o711);
    postgres = await startPostgres({ dir: join(dataDir, 'postgres'), durable: false });
    await postgres.createDatabase('dealside');
    await postgres.createRole(APPLICATION_ROLE);
    await postgres.createRole(APPLICATION_ROLE);
    const [owner, application] = [
      postgres.databaseUrl('dealside'),
      postgres.databaseUrl('dealside', APPLICATION_ROLE),
    ];
    await migrate(owner);
    await grantApplication(owner, application);
    await loadKeys(join(dataDir, 'keys'));
    const store = createPostgresStore(application, quietLog);
    assert.deepEqual(
      await missingProtection(store.pool),
      [],
      'what npm start sets up is all there is to have',
    );
    await store.recordAudit([auditEntry({ orgId: '00D000000000001AAA' })]);
    await store.close();
  });
  after(async () => {
    await postgres?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const dealside = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [fromRoot('local', 'machine', 'commands', 'dealside.mjs'), ...args],
      {
        encoding: 'utf8',
        env: {
          ...childEnv(),
          HOME: process.env.HOME,
          DEALSIDE_DATA: dataDir,
          INIT_CWD: dataDir,
        },
      },
    );

  it('find its database and its key, and name files from where they were typed', () => {
    const signed = dealside('audit', 'checkpoint', '--out', 'kept.jsonl');
    assert.match(signed.stdout, /^Checkpoint 1, signed with the key/, signed.stderr);
    const exported = dealside('audit', 'export', '--out', 'audit.jsonl');
    assert.equal(exported.status, 0, exported.stderr);
    assert.ok(existsSync(join(dataDir, 'audit.jsonl')));
    const verified = dealside(
      ...['audit', 'verify', 'audit.jsonl', '--key', 'keys/audit-signing.key'],
      ...['--witness', 'kept.jsonl'],
    );
    assert.match(
      verified.stdout,
      /^VERIFIED\. The audit of 00D000000000001AAA: 3 entries, 1 checkpoints/,
      verified.stderr,
    );
  });

  it('say what is wrong, and with which exit code', () => {
    const { status, stderr } = dealside('audit', 'burn');
    assert.match(stderr, /there is no command audit burn\nUsage:/);
    assert.equal(status, 2);
    const erased = dealside('person', 'erase', '--phone', '+14155550142', '--yes');
    assert.deepEqual(
      [erased.status, erased.stdout],
      [1, 'Nothing was erased. No data is stored about this person.\n'],
    );
  });
});
