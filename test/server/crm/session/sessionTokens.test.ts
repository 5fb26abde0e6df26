import assert from 'node:assert/strict';
import { importPKCS8, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { keysIn } from '../../../../server/configOrgs.ts';
import { createSessionTokens } from '../../../../server/crm/session/sessionTokens.ts';
import type { SessionTokens } from '../../../../server/ports/index.ts';
import { selfSigned, type KeyAndCertificate } from '../../../support/selfSigned.ts';

const ORG = '00D000000000001AAA';
const SERVER = 'https://calls.northwind.test';
const MAYA = '005000000000002AAA';
const NOW = Date.parse('2026-11-20T17:00:00Z') / 1000;

describe('a session token', () => {
  let current: KeyAndCertificate;
  let next: KeyAndCertificate;
  let foreign: KeyAndCertificate;
  let sessions: SessionTokens;

  before(async () => {
    [current, next, foreign] = await Promise.all([
      selfSigned('current'),
      selfSigned('next'),
      selfSigned('foreign'),
    ]);
    sessions = await createSessionTokens(
      [{ orgId: ORG, signingKeys: keysIn(`${current.certificate}\n${next.certificate}`) }],
      () => new Date(NOW * 1000),
      { publicUrl: 'https://Calls.northwind.test' },
    );
  });

  const claims = (more: JWTPayload = {}): JWTPayload => ({
    iss: ORG,
    sub: MAYA,
    aud: SERVER,
    iat: NOW - 10,
    exp: NOW + 290,
    jti: 'j-1',
    ...more,
  });

  async function signed(payload: JWTPayload, { privateKey } = current): Promise<string> {
    return new SignJWT(payload)
      .setProtectedHeader({ alg: 'RS256' })
      .sign(await importPKCS8(privateKey, 'RS256'));
  }

  async function verdict(payload: JWTPayload, key?: KeyAndCertificate): Promise<string> {
    const verified = await sessions.verify(await signed(payload, key));
    return 'refused' in verified ? verified.refused : 'accepted';
  }

  it('that the org signed for its user says who is asking (G11)', async () => {
    assert.deepEqual(await sessions.verify(await signed(claims())), {
      orgId: ORG,
      userId: MAYA,
      tokenId: 'j-1',
      keyId: keysIn(current.certificate)[0]!.keyId,
    });
  });

  it('signed with the next certificate is good before the change-over', async () => {
    assert.equal(await verdict(claims(), next), 'accepted');
  });

  it('that was accepted is accepted until it expires or its key is not valid any more, and no longer', async () => {
    let now = NOW;
    const verdictsOf = async (seconds: number, until: number): Promise<string[]> => {
      now = NOW;
      const clocked = await createSessionTokens(
        [
          {
            orgId: ORG,
            signingKeys: [
              {
                keyId: 'only',
                certificate: current.certificate,
                until: new Date((NOW + until) * 1000).toISOString(),
              },
            ],
          },
        ],
        () => new Date(now * 1000),
        { publicUrl: SERVER },
      );
      const token = await signed(claims());
      const verdicts: string[] = [];
      for (const later of [0, 1, seconds]) {
        now = NOW + later;
        const verified = await clocked.verify(token);
        verdicts.push('refused' in verified ? verified.refused : verified.userId);
      }
      return verdicts;
    };
    assert.deepEqual(await verdictsOf(289, 86_400), [MAYA, MAYA, MAYA]);
    assert.deepEqual(await verdictsOf(330, 86_400), [MAYA, MAYA, 'token_expired']);
    assert.deepEqual(await verdictsOf(60, 60), [MAYA, MAYA, 'signing_key_not_valid']);
  });

  describe('during a change of keys', () => {
    const at = (offsetSeconds: number): string =>
      new Date((NOW + offsetSeconds) * 1000).toISOString();
    const changing = (keyOf: { old?: object; fresh?: object }) =>
      createSessionTokens(
        [
          {
            orgId: ORG,
            signingKeys: [
              { keyId: 'old', certificate: current.certificate, until: at(60), ...keyOf.old },
              {
                keyId: 'fresh',
                certificate: next.certificate,
                from: at(-60),
                until: at(86_400),
                ...keyOf.fresh,
              },
            ],
          },
        ],
        () => new Date(NOW * 1000),
        { publicUrl: SERVER },
      );
    const keyThatProved = async (
      verifying: Promise<SessionTokens>,
      key: KeyAndCertificate,
      kid?: string,
    ): Promise<string> => {
      const token = await new SignJWT(claims())
        .setProtectedHeader({ alg: 'RS256', ...(kid && { kid }) })
        .sign(await importPKCS8(key.privateKey, 'RS256'));
      const verified = await (await verifying).verify(token);
      return 'refused' in verified ? verified.refused : verified.keyId;
    };

    it('is good by either, and tells which', async () => {
      assert.equal(await keyThatProved(changing({}), current), 'old');
      assert.equal(await keyThatProved(changing({}), next), 'fresh');
    });
    it('is refused by a key whose time is over, or has not come', async () => {
      assert.equal(
        await keyThatProved(changing({ old: { until: at(0) } }), current),
        'signing_key_not_valid',
      );
      assert.equal(
        await keyThatProved(changing({ fresh: { from: at(1) } }), next),
        'signing_key_not_valid',
      );
    });
    it('that names its key is checked against that key alone', async () => {
      assert.equal(await keyThatProved(changing({}), current, 'old'), 'old');
      assert.equal(await keyThatProved(changing({}), current, 'fresh'), 'token_signature_invalid');
    });
    it('that names a key nobody registered is judged by its signature', async () => {
      assert.equal(await keyThatProved(changing({}), next, 'salesforce-internal'), 'fresh');
      assert.equal(
        await keyThatProved(changing({}), foreign, 'salesforce-internal'),
        'token_signature_invalid',
      );
    });
  });

  it('signed with any other key is refused, and says whom it claimed to be', async () => {
    assert.deepEqual(await sessions.verify(await signed(claims(), foreign)), {
      refused: 'token_signature_invalid',
      claimedOrgId: ORG,
      claimedUserId: MAYA,
    });
  });

  it('that has expired still says who was asking', async () =>
    assert.deepEqual(
      await sessions.verify(await signed(claims({ iat: NOW - 300, exp: NOW - 60 }))),
      {
        refused: 'token_expired',
        claimedOrgId: ORG,
        claimedUserId: MAYA,
        isProved: true,
      },
    ));

  it('says by which username the org knows its user', async () => {
    const verified = await sessions.verify(
      await signed(claims({ username: 'maya@northwind.example' })),
    );
    assert.equal('username' in verified && verified.username, 'maya@northwind.example');
  });

  it('whose claims were altered is refused', async () => {
    const [header, , signature] = (await signed(claims())).split('.');
    const altered = Buffer.from(JSON.stringify(claims({ sub: '005000000000001AAA' }))).toString(
      'base64url',
    );
    const verified = await sessions.verify(`${header}.${altered}.${signature}`);
    assert.equal('refused' in verified && verified.refused, 'token_signature_invalid');
  });

  for (const [what, more, code] of [
    ['of an org that is not registered', { iss: '00D000000000009AAA' }, 'org_unknown'],
    ['of no org', { iss: undefined }, 'org_unknown'],
    ['that expired a minute ago', { iat: NOW - 300, exp: NOW - 60 }, 'token_expired'],
    ['that expired within the clocks’ difference', { iat: NOW - 320, exp: NOW - 20 }, 'accepted'],
    ['that would live longer than five minutes', { exp: NOW + 600 }, 'not_authenticated'],
    [
      'issued ahead of our clock, within its difference',
      { iat: NOW + 20, exp: NOW + 320 },
      'accepted',
    ],
    ['issued in the future', { iat: NOW + 86_400, exp: NOW + 86_700 }, 'not_authenticated'],
    ['for somebody else’s server', { aud: 'another' }, 'not_authenticated'],
    ['for the same org’s other server', { aud: `${SERVER}:8443` }, 'not_authenticated'],
    ['for any server', { aud: 'dealside' }, 'not_authenticated'],
    ['without an audience', { aud: undefined }, 'not_authenticated'],
    ['without an end', { exp: undefined }, 'not_authenticated'],
    ['without a beginning', { iat: undefined }, 'not_authenticated'],
    ['without an id', { jti: undefined }, 'not_authenticated'],
    ['for nobody', { sub: undefined }, 'not_authenticated'],
  ] as const) {
    it(`${what} is ${code}`, async () => {
      assert.equal(await verdict(claims(more as JWTPayload)), code);
    });
  }

  it('for any server is accepted while the package is upgraded, where the server is set so', async () => {
    const upgrading = await createSessionTokens(
      [{ orgId: ORG, signingKeys: keysIn(current.certificate) }],
      () => new Date(NOW * 1000),
      { publicUrl: SERVER, takesFormer: true },
    );
    for (const [aud, taken] of [
      ['dealside', true],
      [SERVER, true],
      ['another', false],
    ] as const)
      assert.equal('userId' in (await upgrading.verify(await signed(claims({ aud })))), taken, aud);
  });

  it('without a signature is refused', async () => {
    const verified = await sessions.verify(new UnsecuredJWT(claims()).encode());
    assert.equal('refused' in verified && verified.refused, 'not_authenticated');
  });

  it('signed with the certificate as a shared secret is refused', async () => {
    const forged = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(current.certificate));
    const verified = await sessions.verify(forged);
    assert.equal('refused' in verified && verified.refused, 'not_authenticated');
  });

  for (const garbage of ['', 'x', 'a.b.c', '....', 'null']) {
    it(`that reads “${garbage}” is refused`, async () => {
      assert.deepEqual(await sessions.verify(garbage), { refused: 'not_authenticated' });
    });
  }

  it('cannot be checked without a certificate, which is said at the start', async () => {
    await assert.rejects(
      createSessionTokens([{ orgId: ORG, signingKeys: [] }], () => new Date(), {
        publicUrl: SERVER,
      }),
      /no certificate is registered for org 00D/,
    );
  });
});
