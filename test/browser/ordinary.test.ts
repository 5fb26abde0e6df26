import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { heardSince, softphoneFrame, TONE } from './support/ear.ts';

/** How long an ear listens before it is asked what it heard: a measurement, not a wait. */
const MEASURED_MS = 1_000;

describe('a person’s ordinary browser: no switches, no certificate, no microphone', () => {
  let world: World;
  let manager: Seat;
  let path: string;

  before(async () => {
    await prepare();
    world = await startWorld();
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    await world.carrierControl('POST', 'scripts', {
      address: '+12065550187',
      script: { toneHz: TONE.customer, ringMs: 100 },
    });
    await liveCallOf(world, 'lena', 'Brightwater');
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    path = `lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Brightwater'))!.Id}/view`;
    manager = await openSeat({ ordinary: true });
    await manager.page.goto(`${world.orgUrl}/as/maya/${path}`);
    await manager.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
  });
  after(async () => {
    await manager?.close();
    await world?.stop();
  });

  it('can monitor, and hears both (V4, R2)', async () => {
    await manager.page.locator('[data-action="join"]').first().click();
    await softphoneFrame(manager.page)
      .locator('[data-confirmed-mode="monitor"]')
      .waitFor({ state: 'attached' });
    await until('both are heard', async () => {
      const since = Date.now();
      await pause(MEASURED_MS);
      return isDeepStrictEqual(await heardSince(manager.page, since).catch(() => undefined), [
        'rep',
        'customer',
      ]);
    });
  });

  it('can check the speaker, and is told that there is no microphone', async () => {
    const phone = softphoneFrame(manager.page);
    await phone.locator('.phone-check summary').press('Enter');
    await phone
      .locator('.phone-check')
      .getByText("No microphone. You can listen, but you can't be heard.")
      .waitFor();
    await phone.getByRole('button', { name: 'Play test sound' }).click();
    await phone.locator('.phone-check summary').press('Enter');
    assert.deepEqual(manager.consoleErrors, []);
  });

  it('says that nobody can hear the listener, and offers no louder mode', async () => {
    const phone = softphoneFrame(manager.page);
    await phone
      .locator('.phone-section_status')
      .getByText("No microphone. You can listen, but you can't be heard.")
      .waitFor();
    for (const mode of ['whisper', 'barge', 'takeover'])
      await manager.page
        .locator(`.page-utility-panel input[value="${mode}"]:disabled`)
        .waitFor({ state: 'attached' });
  });
});
