import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSalesforceCheckpoints } from '../../../server/cli/salesforceFile.ts';
import type { ExportLine } from '../../../server/domain/audit/exportLines.ts';
import { auditEntry, startAuditStage, type AuditStage } from '../../support/auditStage.ts';
import { childEnv } from '../../support/childEnv.ts';
import { program } from '../../support/program.ts';

const ORG_ID = '00D000000000001AAA';

describe('dealside audit', function () {
  this.timeout(300_000);
  let stage: AuditStage;
  let dir: string;
  let file: string;
  let keyFile: string;

  before(async () => {
    stage = await startAuditStage();
    dir = await mkdtemp(join(tmpdir(), 'dealside-cli-'));
    [file, keyFile] = [join(dir, 'audit.jsonl'), join(dir, 'audit.key')];
    await writeFile(
      keyFile,
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    await stage.store.recordAudit(Array.from({ length: 5 }, () => auditEntry({ orgId: ORG_ID })));
    assert.equal((await dealside('audit', 'checkpoint')).code, 0);
    assert.equal((await dealside('audit', 'export', '--out', file)).code, 0);
  });
  after(async () => {
    await stage?.stop();
    await rm(dir, { recursive: true });
  });

  function run(
    env: NodeJS.ProcessEnv,
    args: string[],
  ): Promise<{ code: number | null; out: string; err: string }> {
    const child = spawn(process.execPath, [program('server/cli/main.ts'), ...args], {
      env: { ...childEnv(), ...env },
    });
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk));
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...said })));
  }
  const dealside = (...args: string[]) =>
    run({ DATABASE_URL: stage.applicationUrl, AUDIT_SIGNING_KEY_FILE: keyFile }, args);
  /** With nothing but the files. */
  const offline = (...args: string[]) => run({}, args);
  const lines = async () => (await readFile(file, 'utf8')).trimEnd().split('\n');
  const written = async (name: string, change: (lines: string[]) => string[]): Promise<string> => {
    const path = join(dir, name);
    await writeFile(path, `${change(await lines()).join('\n')}\n`);
    return path;
  };

  it('export writes entries and checkpoints to a file only its owner may read, and is audited itself', async () => {
    const parsed = (await lines()).map((line) => JSON.parse(line) as ExportLine);
    assert.deepEqual(
      parsed.map(({ type }) => type),
      ['export', 'key', 'checkpoint', ...Array.from({ length: 7 }, () => 'entry'), 'end'],
    );
    const last = parsed.at(-2) as Extract<ExportLine, { type: 'entry' }>;
    assert.deepEqual([last.action, last.actor.kind], ['AuditExported', 'operator']);
  });

  it('verify needs neither database nor server, and does not say that it is verified', async () => {
    const { code, out } = await offline('audit', 'verify', file, '--key', keyFile);
    assert.match(
      out,
      /^NOT WITNESSED\. The audit of 00D000000000001AAA: 7 entries, 1 checkpoints[^]*--salesforce[^]*--witness/,
    );
    assert.equal(code, 3);
  });

  it('verify says that it is verified against a checkpoint kept elsewhere, and up to where', async () => {
    const kept = join(dir, 'kept.jsonl');
    assert.equal((await dealside('audit', 'checkpoint', '--out', kept)).code, 0);
    const later = join(dir, 'later.jsonl');
    await dealside('audit', 'export', '--out', later);
    const { code, out } = await offline('audit', 'verify', later, '--witness', kept);
    assert.match(out, /^VERIFIED\. The audit of 00D000000000001AAA: 9 entries, 2 checkpoints/);
    assert.match(
      out,
      /\nWitnessed by a file kept elsewhere up to entry 8; not yet witnessed: the entry after it, since /,
    );
    assert.equal(code, 0);
    // An export from before the checkpoint lacks it.
    const { out: missing } = await offline('audit', 'verify', file, '--witness', kept);
    assert.match(missing, /^NOT VERIFIED\. Checkpoint 2 is missing/);
  });

  it('verify names the first bad entry and fails', async () => {
    const path = await written('changed.jsonl', (all) =>
      all.map((line, i) => (i === 5 ? line.replace('whisper', 'monitor') : line)),
    );
    const { code, out } = await offline('audit', 'verify', path);
    assert.match(
      out,
      /^NOT VERIFIED\. Entry 3 .* was changed: what it says does not match its hash\.\nFirst bad entry: 3\n$/,
    );
    assert.equal(code, 1);
  });

  it('verify compares with what Salesforce holds', async () => {
    const checkpoint = (await lines())
      .map((line) => JSON.parse(line) as ExportLine)
      .find(({ type }) => type === 'checkpoint') as Extract<ExportLine, { type: 'checkpoint' }>;
    const salesforce = join(dir, 'salesforce.json');
    await writeFile(
      salesforce,
      JSON.stringify({
        result: {
          records: [{ Statement__c: checkpoint.statement, Signature__c: checkpoint.signature }],
        },
      }),
    );
    assert.match(
      (await offline('audit', 'verify', file, '--key', keyFile, '--salesforce', salesforce)).out,
      /^VERIFIED[^\n]*\nWitnessed by Salesforce up to entry 6[^\n]*\nNote: Covered by no checkpoint[^\n]*\n$/,
      'no other note is left',
    );
    const cut = await written('cut.jsonl', (all) =>
      all.filter(
        (line) => !line.includes('"type":"checkpoint"') && !/"position":[567],/.test(line),
      ),
    );
    const { code, out } = await offline('audit', 'verify', cut, '--salesforce', salesforce);
    assert.match(
      out,
      /^NOT VERIFIED\. The chain ends with entry 4, but Salesforce’s checkpoint 1 signed entry 6/,
    );
    assert.equal(code, 1);
  });

  it('with a key that is not the one that signed does not verify', async () => {
    const other = join(dir, 'other.key');
    await writeFile(
      other,
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    assert.match(
      (await offline('audit', 'verify', file, '--key', other)).out,
      /^NOT VERIFIED\. Checkpoint 1 is signed with the key .* not among those you trust/,
    );
  });

  it('that cannot be done says why, and with which exit code', async () => {
    for (const [args, message] of [
      [[], /which command\?/],
      [['audit', 'erase'], /there is no command audit erase/],
      [['audit', 'verify'], /which file/],
      [['person', 'erase', '--phone', '+14155550142'], /this cannot be undone; add --yes/],
      [['audit', 'verify', join(dir, 'none')], /ENOENT/],
      [['audit', 'export'], /start Dealside, or set DATABASE_URL/],
    ] as const) {
      const { code, err } = await offline(...args);
      assert.match(err, message);
      assert.equal(code, 2);
    }
    assert.match(
      (await dealside('audit', 'export', '--org', '00D000000000009AAA')).err,
      /no audit of an org 00D000000000009AAA; there is one of 00D000000000001AAA/,
    );
  });
});

describe('Salesforce’s checkpoints', () => {
  const expected = [{ statement: '{"a":"x, y"}', signature: 'abc=' }];
  for (const [what, text] of [
    ['as an array', '[{"Statement__c":"{\\"a\\":\\"x, y\\"}","Signature__c":"abc="}]'],
    [
      'as the REST API answers',
      '{"totalSize":1,"records":[{"Statement__c":"{\\"a\\":\\"x, y\\"}","Signature__c":"abc="}]}',
    ],
    [
      'as a data export in CSV',
      '\ufeff"Id","Statement__c","Signature__c"\r\n"a01","{""a"":""x, y""}","abc="\r\n',
    ],
    ['as CSV without quotes', 'Signature__c,Statement__c\nabc=,"{""a"":""x, y""}"\n'],
  ] as const)
    it(`are read ${what}`, () => assert.deepEqual(readSalesforceCheckpoints(text), expected));
  it('without the fields that prove are refused', () =>
    assert.throws(
      () => readSalesforceCheckpoints('[{"Hash__c":"x"}]'),
      /no Statement__c or no Signature__c/,
    ));
});
