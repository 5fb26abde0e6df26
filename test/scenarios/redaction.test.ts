import assert from 'node:assert/strict';
import { identityOf, liveCallOf, modeOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';

interface Contact {
  Phone: string | null;
  MobilePhone: string | null;
  Name: string;
}

/** A day in which much is said and much goes wrong, with the log at its most talkative. */
describe('the log of a whole scenario', function () {
  this.timeout(300_000);
  let world: World;
  const secrets = new Map<string, string>();

  before(async () => {
    world = await startWorld({ env: { LOG_LEVEL: 'debug' } });
    await live();
  });
  after(() => world?.stop());

  async function live(): Promise<void> {
    const [maya, lena] = [world.as('maya'), world.as('lena')];
    const callId = await liveCallOf(world, 'lena', 'Brightwater');
    const interventionId = await superviseAs(world, maya, callId);
    await maya.ask('PUT', '/api/pin', { pin: '482913' });
    await maya.ask('POST', '/api/pin/prove', { pin: '000001' });
    const ticket = (await maya.ask<{ ticket: string }>('POST', '/api/live/ticket')).body.ticket;
    await fetch(`${world.serverUrl}/api/live?ticket=${ticket}x`).then((answer) =>
      answer.body?.cancel(),
    );
    const link = (
      await maya.ask<{ url: string }>('POST', '/api/passkeys/link', { purpose: 'register' })
    ).body.url;
    const softphone = (await maya.ask<{ token: string }>('POST', '/api/softphone/token')).body
      .token;

    // Things go wrong: a leg nobody knows, a forged callback, the database, the carrier, and at
    // last Salesforce.
    await world.carrierControl('POST', 'calls', {
      from: `client:${await identityOf(maya)}`,
      params: { interventionId: 'no-such' },
      script: { toneHz: 900 },
    });
    await fetch(`${world.serverUrl}/telephony/inbound`, {
      method: 'POST',
      body: new URLSearchParams({ From: '+14155550142', To: COMPANY_NUMBER, CallSid: 'CA1' }),
    });
    await logged('participant not admitted');
    secrets.set(
      'the hash of the PIN',
      (await world.database<{ hash: string }>('select "hash" from "Pin"'))[0]!.hash,
    );
    await world.database('alter table "Pin" rename to "Hidden"');
    await maya.ask('PUT', '/api/pin', { pin: '906127', currentPin: '482913' });
    await world.database('alter table "Hidden" rename to "Pin"');
    await logged('request failed');
    await world.carrierControl('POST', 'faults', {
      rest: [{ does: '500', method: 'POST', path: '/Participants' }],
    });
    await maya.switchTo(interventionId, 'barge', {
      reasonCode: 'large_deal',
      note: 'call back on +14155550142',
    });
    await logged('mode change failed');
    await world.carrierControl('DELETE', 'faults');
    await until(
      'Maya may switch again',
      async () =>
        (await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' })).status === 202,
    );
    await until(
      'Maya barges',
      async () => modeOf(await maya.call(callId), interventionId) === 'barge',
    );
    await world.orgControl('faults', {
      failNext: 500,
      status: 403,
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
    });
    await maya.leave(interventionId);
    await lena.placeCall({ to: '+14155550142' });
    await logged('outbox message failed; retry scheduled');

    for (const console of [maya, lena])
      secrets.set(`the session of ${console.alias}`, (await console.token()).split('.')[2]!);
    secrets
      .set('the PIN', '482913')
      .set('a wrong PIN', '000001')
      .set('a ticket', ticket)
      .set('the link of a passkey', link.split('#')[1]!)
      .set('the softphone’s token', softphone.split('.')[2]!);
    secrets
      .set('the carrier’s token', world.authToken)
      .set('the carrier’s key', 'b'.repeat(32))
      .set('a signing key', world.orgSigningKey.split('\n')[2]!);
    for (const [name, number] of await numbers()) secrets.set(`the number of ${name}`, number);
    secrets.set('our number', COMPANY_NUMBER);
  }

  const logged = (words: string) =>
    until(`“${words}” is in the log`, () => world.serverLog.some((line) => line.includes(words)));

  async function numbers(): Promise<[string, string][]> {
    const contacts = await world.orgControl<Contact[]>('records/Contact');
    return contacts.flatMap(({ Name, Phone, MobilePhone }) =>
      [Phone, MobilePhone].flatMap((number): [string, string][] =>
        number ? [[Name, number]] : [],
      ),
    );
  }

  it('shows no token, no PIN, no key and no phone number', () => {
    assert.ok(
      secrets.size > 15 && [...secrets.values()].every((secret) => secret.length >= 6),
      JSON.stringify([...secrets.keys()]),
    );
    const log = world.serverLog.join('\n');
    for (const [what, secret] of secrets) {
      const digits = /^\+\d+$/.test(secret) ? secret.slice(-10) : secret;
      assert.ok(
        !log.includes(digits),
        `${what} is in the log: ${world.serverLog.find((line) => line.includes(digits))}`,
      );
    }
  });
});
