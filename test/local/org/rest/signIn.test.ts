import assert from 'node:assert/strict';
import { selfSigned } from '../../../support/selfSigned.ts';
import { onJsforceOrg, VERSION, type Claims } from './jsforceOrg.ts';

describe('an org, to jsforce that signs in', () => {
  const { control, signedIn, signIns, url } = onJsforceOrg();

  it('lets in who shows the registered key, and says who that is', async () => {
    const { username, display_name } = (await (await signedIn()).identity()) as {
      username: string;
      display_name: string;
    };
    assert.deepEqual(
      { username, display_name },
      { username: 'integration@northwind.example', display_name: 'Dealside Integration' },
    );
  });

  const strangers: [string, () => Promise<Claims>, RegExp][] = [
    [
      'with another key',
      async () => ({ key: (await selfSigned('stranger')).privateKey }),
      /invalid assertion/,
    ],
    ['as another client', async () => ({ iss: 'other' }), /client identifier invalid/],
    ['for another org', async () => ({ aud: 'https://elsewhere.example' }), /audience is invalid/],
    ['too late', async () => ({ expiresIn: -10 }), /expired/],
    ['as nobody', async () => ({ sub: 'nobody@northwind.example' }), /hasn't approved/],
  ];
  for (const [name, claims, why] of strangers) {
    it(`refuses who comes ${name}`, async () => assert.rejects(signedIn(await claims()), why));
  }

  it('lets a client renew a session that ended', async () => {
    const connection = await signedIn();
    const before = signIns();
    await control('expire-sessions', {});
    assert.equal((await connection.query('SELECT Id FROM User LIMIT 1')).records.length, 1);
    assert.equal(signIns(), before + 1);
  });

  it('knows no session after it was revoked, and says so as an array', async () => {
    const connection = await signedIn();
    await fetch(`${url()}/services/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: connection.accessToken! }),
    });
    const response = await fetch(`${url()}/services/data/v${VERSION}/limits`, {
      headers: { authorization: `Bearer ${connection.accessToken}` },
    });
    assert.equal(response.status, 401);
    assert.deepEqual(await response.json(), [
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID', fields: [] },
    ]);
  });
});
