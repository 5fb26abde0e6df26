import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPolicyCache } from '../../../server/commands/policy/policyCache.ts';
import { readPolicy } from '../../../server/crm/policy/policies.ts';
import type { Policy } from '../../../server/domain/policy/policy.ts';
import {
  createPostgresStore,
  type PostgresStore,
} from '../../../server/store/calls/postgresStore.ts';
import { createPolicyHistory } from '../../../server/store/policy/policyHistory.ts';
import { liveCall } from '../../support/builders.ts';
import { childEnv } from '../../support/childEnv.ts';
import { freshDatabase } from '../../support/database.ts';
import { startOrgStage, type OrgStage } from '../../support/orgStage.ts';
import { program } from '../../support/program.ts';
import { quietLog } from '../../support/quietLog.ts';
import { selfSigned } from '../../support/selfSigned.ts';

describe('dealside policy', () => {
  let org: OrgStage;
  let store: PostgresStore;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let dir: string;
  let env: Record<string, string>;

  before(async () => {
    [org, database, dir] = await Promise.all([
      startOrgStage(),
      freshDatabase(),
      mkdtemp(join(tmpdir(), 'dealside-policy-')),
    ]);
    store = createPostgresStore(database.databaseUrl, quietLog);
    await createPolicyCache({
      source: { read: () => readPolicy(org.crm) },
      history: createPolicyHistory(store.pool),
      store,
      log: quietLog,
      grantingMs: () => 60_000,
      clock: { now: () => new Date().toISOString() },
      ids: { next: () => crypto.randomUUID() },
    }).refresh(org.orgId);
    const [ravi, maya] = [await org.find('User', 'Ravi'), await org.find('User', 'Maya')];
    await store.createCall(
      {
        ...liveCall({
          orgId: org.orgId,
          rep: { userId: ravi.Id, name: ravi.Name, managerIds: [maya.Id] },
          answeredAt: '2026-11-02T17:00:00.000Z',
        }),
      },
      [],
      [],
    );
    await writeFile(join(dir, 'client.key'), org.clientKey);
    await writeFile(join(dir, 'signing.crt'), (await selfSigned('signing')).certificate);
    env = {
      DATABASE_URL: database.databaseUrl,
      DISCLOSURE: 'elsewhere',
      SALESFORCE_LOGIN_URL: org.url,
      SALESFORCE_CLIENT_ID: 'dealside-test',
      SALESFORCE_USERNAME: 'integration@northwind.example',
      SALESFORCE_PRIVATE_KEY_FILE: join(dir, 'client.key'),
      SALESFORCE_ORG_ID: org.orgId,
      SALESFORCE_SIGNING_CERTIFICATE_FILE: join(dir, 'signing.crt'),
      SALESFORCE_ORIGINS: org.url,
    };
  });
  after(async () => {
    await store?.close();
    await Promise.all([org?.stop(), database?.drop(), rm(dir, { recursive: true })]);
  });

  function dealside(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, [program('server/cli/main.ts'), 'policy', ...args], {
      env: { ...childEnv(), ...env },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  }
  const shown = async () =>
    JSON.parse((await dealside('show')).out) as Pick<Policy, 'rules' | 'holidays'>;
  async function draft(
    change: (policy: Pick<Policy, 'rules' | 'holidays'>) => unknown,
  ): Promise<string> {
    const file = join(dir, 'draft.json');
    await writeFile(file, JSON.stringify(change(await shown())));
    return file;
  }
  const PERIOD = ['--from', '2026-11-01', '--to', '2026-12-01'];

  it('shows the rules in force', async () =>
    assert.equal((await shown()).rules[0]!.name, 'Managers_Own_Reports'));

  it('prints the difference that a changed policy would have made', async () => {
    const file = await draft(({ rules, holidays }) => ({
      rules: rules.filter(({ role }) => role !== 'supervisor'),
      holidays,
    }));
    const { code, out, err } = await dealside('simulate', '--policy', file, ...PERIOD);
    assert.equal(code, 0, err);
    assert.match(out, /^1 call under two policies, for \d+ people$/m);
    assert.match(out, /^ {2}Barge +1 +0 +−1$/m);
    assert.match(out, /^ {2}Maya Okafor +Takeover +1 +0 +−1$/m);
    assert.match(out, /^ {2}Managers_Own_Reports +removed$/m);
    assert.match(out, /^On 1 calls, someone could do less \(1 by the rules\)\.$/m);
  });

  it('says nothing differs between a policy and itself', async () => {
    const { out } = await dealside('simulate', ...PERIOD);
    assert.match(out, /^ {2}Monitor +1 +1 +0$/m);
    assert.match(out, /^Both policies give the same answer on every call\.$/m);
  });

  it('names the faults of a draft, and does nothing', async () => {
    const { code, err } = await dealside(
      'simulate',
      '--policy',
      await draft(({ rules }) => ({ rules: [{ ...rules[0], modes: [] }], holidays: [] })),
      ...PERIOD,
    );
    assert.equal(code, 2);
    assert.match(err, /Rule Managers_Own_Reports, modes: This list can't be empty/);
  });

  it('tries a policy as if customers were not told elsewhere, and keeps what was taken for granted', async () => {
    const { code, out, err } = await dealside('simulate', '--disclosed-elsewhere', 'no', ...PERIOD);
    assert.equal(code, 0, err);
    assert.match(out, /^ {2}Allowed by a rule, but blocked by consent +0 +1 +\+1$/m);
    const [entry] = (await store.findAudit({ orgId: org.orgId, limit: 5 })).filter(
      ({ action }) => action === 'PolicySimulated',
    );
    assert.deepEqual(entry?.details.assume, { disclosedElsewhere: false });
  });

  it('wants yes or no of what is taken for granted', async () => {
    assert.match(
      (await dealside('simulate', '--legitimate-interest', 'maybe', ...PERIOD)).err,
      /--legitimate-interest must be yes or no/,
    );
  });

  it('leaves an audit entry of who asked at which machine', async () => {
    await dealside('simulate', ...PERIOD);
    const [entry] = (await store.findAudit({ orgId: org.orgId, limit: 5 })).filter(
      ({ action }) => action === 'PolicySimulated',
    );
    assert.equal(entry?.actor.kind, 'operator');
  });

  it('wants dates that are dates', async () =>
    assert.match((await dealside('simulate', '--from', 'yesterday')).err, /--from must be a date/));
});
