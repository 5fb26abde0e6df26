import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { Twilio } from 'twilio';
import { createTwilioClient } from '../../../../server/telephony/client/client.ts';
import { createRelays, type RelayConfig } from '../../../../server/telephony/softphone/relays.ts';
import { ACCOUNT, startLocalCarrier, type LocalCarrier } from '../../../support/localCarrier.ts';
import { quietLog } from '../../../support/quietLog.ts';
import { startTurnServer } from '../../../support/turnServer.ts';

const PERSON = { orgId: 'o-1', userId: 'ravi' };
const NOW = '2026-11-02T17:00:00.000Z';
const HOURS_12 = 12 * 3_600;

describe('the relays of a softphone', () => {
  let local: LocalCarrier;
  let client: Twilio;

  before(async () => {
    local = await startLocalCarrier();
    client = createTwilioClient({
      ...ACCOUNT,
      apiUrl: `http://127.0.0.1:${local.carrier.port}`,
    });
  });
  after(() => local.carrier.stop());
  afterEach(() => local.control('DELETE', 'faults'));

  const made = (config: RelayConfig | undefined) =>
    createRelays({
      client,
      relaysOf: () => config,
      clock: { now: () => NOW },
      log: quietLog,
    });
  const relays = (config: RelayConfig | undefined) => made(config).of(PERSON);

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
    const [stun, ...turns] = await relays({ kind: 'carrier' });
    assert.deepEqual(stun, { urls: 'stun:127.0.0.1:3478' });
    assert.deepEqual(
      turns.map(({ urls }) => urls),
      ['turn:127.0.0.1:3478?transport=udp', 'turn:127.0.0.1:443?transport=tcp'],
    );
    for (const { username, credential } of turns) assert.ok(username && credential);
    await local.control('POST', 'faults', { rest: [{ does: '500', path: '/Tokens.json' }] });
    assert.deepEqual(await relays({ kind: 'carrier' }), []);
  });

  it('are checked by whether one of them takes a connection by TCP', async () => {
    const turn = await startTurnServer();
    const own = (...urls: string[]) => made({ kind: 'own', urls, secret: 's' }).check('o-1');
    assert.equal(await made(undefined).check('o-1'), 'not_set');
    assert.equal(await own('turn:127.0.0.1:9?transport=tcp', turn.url), 'ready');
    assert.equal(await own(turn.url.replace('tcp', 'udp')), 'failing');
    await turn.stop();
    assert.equal(await own(turn.url), 'failing');
  });
});
