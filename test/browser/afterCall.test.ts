import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { COMPANY_NUMBER } from '../support/worldOrgs.ts';
import { violations } from './support/axe.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { label: string }[];
}

/** Priya Raman, whose deal is Ravi's. */
const PRIYA = '+14155550142';
const UNKNOWN = '+15005550123';

describe('a rep who has ended a call', () => {
  let world: World;
  let ravi: Seat;

  before(async () => {
    await prepare();
    world = await startWorld({
      tls: true,
      callsAtAnyHour: true,
      inbound: {
        Owner_Seconds__c: 120,
        Unknown_Callers_Kind__c: 'queue',
        Unknown_Callers__c: 'Renewals',
        After_Call_Seconds__c: 600,
      },
    });
    await world.as('lena').ask('PUT', '/api/me/availability', { isAway: true });
    ravi = await openSeat({ toneHz: TONE.rep, trusts: world.carrierCertificate });
    await ravi.page.goto(`${world.orgUrl}/as/ravi/lightning/page/home`);
    await ravi.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  });
  after(async () => {
    await ravi?.close();
    await world?.stop();
  });

  const callIn = (from: string) =>
    world.carrierControl('POST', 'calls', {
      from,
      to: COMPANY_NUMBER,
      script: { toneHz: TONE.customer },
    });
  const phone = () => softphoneFrame(ravi.page);
  const rooms = () => world.carrierControl<Room[]>('GET', 'conferences');
  const inRoom = async () =>
    (await rooms()).map(({ participants }) =>
      participants
        .map(({ label }) => label.replace(/-.*/, ''))
        .toSorted()
        .join(),
    );
  const answers = async () => {
    await phone()
      .getByRole('button', { name: /^Answer/ })
      .press('Enter');
    await phone().getByRole('button', { name: 'Hang up' }).waitFor();
    // A call that ends before the server knows of the answer is a missed one.
    await until('the server knows that they talk', async () => {
      const { body } = await world
        .as('ravi')
        .ask<{ calls: readonly { status: string }[] }>('GET', '/api/calls');
      return body.calls.some(({ status }) => status === 'live');
    });
  };

  it('reads how long after-call lasts, and a group does not ring them until they click Ready', async () => {
    await callIn(PRIYA);
    await answers();
    await phone().getByRole('button', { name: 'Hang up' }).press('Enter');
    const afterCall = phone().getByRole('region', { name: 'After call' });
    await afterCall.waitFor();
    assert.match((await afterCall.getByRole('timer').textContent())!, /^(10:00|9:\d\d)$/);
    await until('the time passes', async () =>
      /^9:\d\d$/.test((await afterCall.getByRole('timer').textContent())!),
    );
    assert.deepEqual(await violations(ravi.page), []);

    await until('the room of the first call is closed', async () => (await rooms()).length === 0);
    await callIn(UNKNOWN);
    await until(
      'the caller is in a conference',
      async () => (await inRoom()).join() === 'customer',
    );
    assert.equal(
      await phone()
        .getByRole('button', { name: /^Answer/ })
        .count(),
      0,
    );
    await afterCall.getByRole('button', { name: 'Ready' }).press('Enter');
    await answers();
    await afterCall.waitFor({ state: 'detached' });
    await until('they talk', async () => (await inRoom()).join() === 'colleague,customer');
    assert.deepEqual(ravi.consoleErrors, []);
  });
});
