import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CrmConnection } from '../../../../server/crm/session/connection.ts';
import {
  readDeployedPackage,
  readNeededPackage,
} from '../../../../server/crm/setup/packageVersions.ts';

const orgThat = (query: () => Promise<readonly object[]>): CrmConnection =>
  ({ query }) as unknown as CrmConnection;
const refusing = (errorCode: string): CrmConnection =>
  orgThat(() => Promise.reject(Object.assign(new Error(errorCode), { errorCode })));

describe('the package that an org has', () => {
  it('is the one that its last deploy wrote', async () => {
    const org = orgThat(async () => [{ Version__c: '1.2.0', Sources__c: 'a1b2c3d4e5f6' }]);
    assert.deepEqual(await readDeployedPackage(org), { version: '1.2.0', sources: 'a1b2c3d4e5f6' });
  });

  for (const [what, org] of [
    ['is from before packages said their version', refusing('INVALID_TYPE')],
    ['lost its record', orgThat(async () => [])],
    [
      'was deployed from the source as it is',
      orgThat(async () => [{ Version__c: 'not stated', Sources__c: 'not stated' }]),
    ],
  ] as const)
    it(`is unnamed where it ${what}`, async () =>
      assert.equal(await readDeployedPackage(org), 'unnamed'));

  it('is not known while the org does not answer', () =>
    assert.rejects(readDeployedPackage(refusing('SERVER_UNAVAILABLE'))));
});

describe('the package that this server needs', () => {
  it('is the one beside its code', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.equal((await readNeededPackage()).version, version);
  });
});
