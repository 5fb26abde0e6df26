import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createRelays, type RelayConfig } from '../../../../server/telephony/softphone/relays.ts';
import { quietLog } from '../../../support/quietLog.ts';

const PERSON = { orgId: 'o-1', userId: 'ravi' };
const NOW = '2026-11-02T17:00:00.000Z';
const HOURS_12 = 12 * 3_600;

describe('the relays of a softphone', () => {
  const relays = (config: RelayConfig | undefined, create = async () => ({ iceServers: [] })) =>
    createRelays({
      client: { tokens: { create } } as never,
      relaysOf: () => config,
      clock: { now: () => NOW },
      log: quietLog,
    }).of(PERSON);

  it('are none where an org names none', async () => {
    assert.deepEqual(await relays(undefined), []);
  });

  it('are the org’s own, with a credential for this person that ends by itself', async () => {
    const urls = ['stun:turn.example.com', 'turns:turn.example.com:443?transport=tcp'];
    const username = `${Date.parse(NOW) / 1_000 + HOURS_12}:ravi`;
    assert.deepEqual(await relays({ kind: 'own', urls, secret: 'shared' }), [
      { urls: urls[0] },
      {
        urls: urls[1],
        username,
        credential: createHmac('sha1', 'shared').update(username).digest('base64'),
      },
    ]);
  });

  it('are Twilio’s where the org wants those, and none while they cannot be had', async () => {
    const turn = { url: 'turn:x', urls: 'turn:x', username: 'u', credential: 'c' };
    assert.deepEqual(
      await relays({ kind: 'carrier' }, async () => ({ iceServers: [turn] }) as never),
      [{ urls: 'turn:x', username: 'u', credential: 'c' }],
    );
    const away = await relays({ kind: 'carrier' }, () => Promise.reject(new Error('away')));
    assert.deepEqual(away, []);
  });
});
