import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOrg } from '../../../../local/org/org.ts';
import { callJson } from '../../../support/callJson.ts';
import { freePort } from '../../../support/freePort.ts';
import { writeKeys } from '../../../support/writeKeys.ts';

const SETTING = 'Dealside_Setting__mdt';
interface Setting {
  readonly Id: string;
  readonly Transcribe_Calls__c?: boolean | null;
}
type Control = <T>(path: string, body?: unknown) => Promise<T>;

describe('the setting of an org that is told to have its calls transcribed', () => {
  let dir: string;
  let keys: Awaited<ReturnType<typeof writeKeys>>;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dealside-org-'));
    keys = await writeKeys(dir);
  });
  after(() => rm(dir, { recursive: true, force: true }));

  async function during<T>(
    transcribesCalls: boolean | undefined,
    dataDir: string,
    look: (control: Control) => Promise<T>,
  ): Promise<T> {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const org = await startOrg({
      port,
      publicUrl,
      serverUrl: 'http://localhost:1',
      clientId: 'dealside-test',
      clientCertificate: keys.client.certificate,
      signingKey: keys.signing.privateKey,
      dataDir,
      ...(transcribesCalls !== undefined && { transcribesCalls }),
    });
    try {
      return await look((path, body) =>
        callJson(`${publicUrl}/_local/${path}`, body === undefined ? 'GET' : 'POST', body),
      );
    } finally {
      await org.stop();
    }
  }
  const settingOf = async (control: Control) =>
    (await control<Setting[]>(`records/${SETTING}`))[0]!;
  const transcribes = async (control: Control) => (await settingOf(control)).Transcribe_Calls__c;

  it('says so from the first start on, and in no other org', async () => {
    assert.equal(await during(true, join(dir, 'first'), transcribes), true);
    assert.notEqual(await during(undefined, join(dir, 'other'), transcribes), true);
  });

  it('says so, too, where the org was there before', async () => {
    const former = join(dir, 'former');
    await during(undefined, former, transcribes);
    assert.equal(await during(true, former, transcribes), true);
  });

  it('stays off after each start once an administrator has switched it off', async () => {
    const own = join(dir, 'own');
    await during(true, own, async (control) =>
      control(`update/${SETTING}/${(await settingOf(control)).Id}`, { Transcribe_Calls__c: false }),
    );
    assert.equal(await during(true, own, transcribes), false);
  });
});
