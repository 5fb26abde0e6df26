import assert from 'node:assert/strict';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';

interface Room {
  friendlyName: string;
  participants: { callSid: string; label: string; hears: string[] }[];
}
interface Due {
  interventions: { endReason?: string }[];
}

describe('a manager’s browser that is killed in barge', () => {
  let world: World;
  let manager: Seat;
  let callId: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    manager = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
    await manager.page.goto(
      `${world.orgUrl}/as/maya/lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Brightwater'))!.Id}/view`,
    );
    await manager.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  });
  after(async () => {
    await manager?.close();
    await world?.stop();
  });

  const action = (name: string) => manager.page.locator(`[data-action="${name}"]`).first();
  const confirmed = (mode: string) =>
    softphoneFrame(manager.page).locator(`[data-confirmed-mode="${mode}"]`).waitFor();
  const labels = async () =>
    (await world.carrierControl<Room[]>('GET', 'conferences'))
      .find(({ friendlyName }) => friendlyName === callId)
      ?.participants.map(({ label }) => label.replace(/-.*/, ''))
      .sort()
      .join();

  it('is off the call by itself, for that reason, and rep and customer talk on', async () => {
    await action('join').click();
    await confirmed('monitor');
    await manager.page.locator('label[data-mode="whisper"]').click();
    await confirmed('whisper');
    await manager.page.locator('label[data-mode="barge"]').click();
    const picker = manager.page.getByRole('combobox', { name: /Reason/ });
    await picker.fill('Large deal');
    await manager.page.getByRole('option', { name: 'Large deal' }).click();
    await action('confirm').click();
    await confirmed('barge');

    await manager.kill();
    await until(
      'only rep and customer are on the call',
      async () => (await labels()) === 'customer,rep',
    );

    const maya = world.as('maya');
    const endReason = await until(
      'the intervention has ended',
      async () =>
        (await maya.ask<Due>('GET', '/api/interventions')).body.interventions[0]?.endReason,
    );
    assert.equal(endReason, 'connection_lost');
    const customer = (await world.carrierControl<Room[]>('GET', 'conferences'))
      .find(({ friendlyName }) => friendlyName === callId)!
      .participants.find(({ label }) => label === 'customer')!;
    assert.deepEqual(customer.hears, ['rep']);
    assert.equal((await maya.call(callId)).body.status, 'live');
  });
});
