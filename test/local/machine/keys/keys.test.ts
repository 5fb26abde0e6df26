import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditKeyFile, loadKeys } from '../../../../local/machine/keys/keys.ts';

describe('the keys between our own processes', () => {
  const dir = join(mkdtempSync(join(tmpdir(), 'dealside-keys-')), 'keys');
  after(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

  it('are made once and then kept', async () => {
    assert.deepEqual(await loadKeys(dir), await loadKeys(dir));
  });

  it("look like the vendor's", async () => {
    const { accountSid, apiKeySid, twimlAppSid } = await loadKeys(dir);
    assert.match(
      [accountSid, apiKeySid, twimlAppSid].join(' '),
      /^AC[0-9a-f]{32} SK[0-9a-f]{32} AP[0-9a-f]{32}$/,
    );
  });

  it('come with certificates of their own', async () => {
    const { orgSigning, serverClient } = await loadKeys(dir);
    for (const { keyFile, certificateFile } of [orgSigning, serverClient]) {
      const certificate = new X509Certificate(readFileSync(certificateFile));
      assert.ok(certificate.checkPrivateKey(createPrivateKey(readFileSync(keyFile))));
      assert.ok(certificate.verify(certificate.publicKey));
      assert.ok(Date.parse(certificate.validTo) > Date.now());
    }
  });

  it('have the one that signs the audit elsewhere, moved there from a former version', async () => {
    const home = mkdtempSync(join(tmpdir(), 'dealside-home-'));
    const { auditSigningKeyFile: former } = await loadKeys(dir);
    const kept = readFileSync(former, 'utf8');
    const wanted = auditKeyFile({ HOME: home }, dir);
    assert.ok(!wanted.startsWith(join(dir, '..')));
    const { auditSigningKeyFile } = await loadKeys(dir, wanted);
    assert.equal(auditSigningKeyFile, wanted);
    assert.equal(readFileSync(wanted, 'utf8'), kept);
    assert.equal(existsSync(former), false);
    assert.equal((await loadKeys(dir, wanted)).auditSigningKeyFile, wanted);
    rmSync(home, { recursive: true });
  });

  it('leave a folder that was there as it was: the database may have to enter it', async () => {
    const other = mkdtempSync(join(tmpdir(), 'dealside-other-'));
    chmodSync(other, 0o711);
    await loadKeys(dir, join(other, 'audit.key'));
    assert.equal(statSync(other).mode & 0o777, 0o711);
    rmSync(other, { recursive: true });
  });

  it('keep it in their folder where there is no elsewhere', async () => {
    const { auditSigningKeyFile } = await loadKeys(dir, join(dir, 'secrets.json', 'audit.key'));
    assert.equal(auditSigningKeyFile, join(dir, 'audit-signing.key'));
  });

  it('can be read by nobody else', async () => {
    await loadKeys(dir);
    const modes = [dir, ...readdirSync(dir).map((name) => join(dir, name))].map(
      (path) => statSync(path).mode & 0o077,
    );
    assert.deepEqual(
      modes,
      modes.map(() => 0),
    );
  });
});
