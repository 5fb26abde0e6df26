import assert from 'node:assert/strict';
import { decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import { isTestIdentity, personOf } from '../../../../server/telephony/softphone/identity.ts';
import { createSoftphoneTokens } from '../../../../server/telephony/softphone/tokens.ts';

const SETTINGS = {
  accountSid: `AC${'1'.repeat(32)}`,
  apiKeySid: `SK${'2'.repeat(32)}`,
  apiKeySecret: 's'.repeat(32),
  twimlAppSid: `AP${'3'.repeat(32)}`,
  signalingUrl: 'ws://localhost:8432',
  lifetimeSeconds: 3600,
};
const MAYA = { orgId: '00D000000000001AAA', userId: '005000000000002AAA' };

interface Claims extends JWTPayload {
  grants: {
    identity: string;
    voice: { incoming: { allow: boolean }; outgoing: { application_sid: string } };
  };
}

describe('a softphone token', () => {
  const issue = () =>
    createSoftphoneTokens(SETTINGS, { now: () => new Date().toISOString() }).issue(MAYA);
  const claimsOf = async (token: string): Promise<Claims> =>
    (await jwtVerify<Claims>(token, new TextEncoder().encode(SETTINGS.apiKeySecret))).payload;

  it('is the carrier’s kind, signed with our key', async () => {
    const { token } = issue();
    const { iss, sub } = await claimsOf(token);
    assert.deepEqual(
      { iss, sub, cty: decodeProtectedHeader(token).cty },
      { iss: SETTINGS.apiKeySid, sub: SETTINGS.accountSid, cty: 'twilio-fpa;v=1' },
    );
  });

  it('lets one person call through our application and be called', async () => {
    const { token, identity } = issue();
    const { grants } = await claimsOf(token);
    assert.equal(grants.identity, identity);
    assert.deepEqual(grants.voice, {
      incoming: { allow: true },
      outgoing: { application_sid: SETTINGS.twimlAppSid },
    });
  });

  it('lives an hour, and says until when', async () => {
    const { token, expiresAt, lifetimeMs } = issue();
    const { iat = 0, exp = 0 } = await claimsOf(token);
    assert.deepEqual([exp - iat, lifetimeMs], [3600, 3_600_000]);
    assert.ok(Math.abs(Date.parse(expiresAt) / 1000 - exp) <= 2);
  });

  it('is for the region of its key, and says through which edges', () => {
    const inRegion = (more: object) => {
      const issued = createSoftphoneTokens(
        { ...SETTINGS, ...more },
        { now: () => new Date().toISOString() },
      ).issue(MAYA);
      return [decodeProtectedHeader(issued.token).twr, issued.edges];
    };
    assert.deepEqual(inRegion({ region: 'us1', edges: [] }), [undefined, undefined]);
    assert.deepEqual(inRegion({ region: 'ie1', edges: ['dublin'] }), ['ie1', ['dublin']]);
  });

  it('lives as long as it is set', async () => {
    const settings = { ...SETTINGS, lifetimeSeconds: 60 };
    const { token, lifetimeMs } = createSoftphoneTokens(settings, {
      now: () => new Date().toISOString(),
    }).issue(MAYA);
    const { iat = 0, exp = 0 } = await claimsOf(token);
    assert.deepEqual([exp - iat, lifetimeMs], [60, 60_000]);
  });

  it('names where to signal, where that is not the carrier’s own place', () => {
    assert.equal(issue().signalingUrl, 'ws://localhost:8432');
  });

  it('for a test of the network is another identity, which is nobody’s and is never rung', () => {
    const { identity } = createSoftphoneTokens(SETTINGS, {
      now: () => new Date().toISOString(),
    }).issue(MAYA, { forTest: true });
    assert.notEqual(identity, issue().identity);
    assert.equal(personOf(`client:${identity}`), undefined);
    assert.equal(isTestIdentity(`client:${identity}`), true);
    assert.equal(isTestIdentity(`client:${issue().identity}`), false);
  });

  it('names a person whom the carrier’s callbacks lead back to', () => {
    assert.deepEqual(personOf(`client:${issue().identity}`), MAYA);
  });
});
