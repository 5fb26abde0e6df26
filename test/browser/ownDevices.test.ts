import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import type { FrameLocator, Locator } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { TONE } from './support/ear.ts';

interface Room {
  readonly friendlyName: string;
  readonly participants: readonly { readonly label: string; readonly muted: boolean }[];
}

/** Where pictures of the steps are kept; none are taken without it. */
const { SHOTS } = process.env;

/** Of Dana's user in the sample org. */
const PHONE = '+14155550199';
const PHONE_AS_READ = '(415) 555-0199';

/** One scripted day: each step begins where the one before ended. */
describe('a supervisor who has a phone besides the computer', () => {
  let world: World;
  let seat: Seat;
  let softphone: FrameLocator;
  let ravis: string;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    ravis = await liveCallOf(world, 'ravi', 'Halcyon');
    await world.carrierControl('POST', 'scripts', {
      address: PHONE,
      script: { toneHz: 700, ringMs: 100, presses: '1' },
    });
    seat = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
    await seat.page.goto(`${world.orgUrl}/as/dana/lightning/page/home`);
    await seat.page.locator('.page-utility-button').click();
    softphone = seat.page.frameLocator('iframe');
    await softphone.locator('.phone-dot_registered').waitFor({ state: 'attached' });
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const labels = async (): Promise<string[]> =>
    (await world.carrierControl<Room[]>('GET', 'conferences'))
      .find(({ friendlyName }) => friendlyName === ravis)!
      .participants.map(({ label }) => label.replace(/-[^.]*/, ''))
      .toSorted();
  const alone = (label: string): Promise<unknown> =>
    until(
      `${label} is there alone`,
      async () => (await labels()).join().includes(`rep,${label}`) && (await labels()).length === 3,
    );
  const button = (name: string): Locator => softphone.getByRole('button', { name });
  /** Beneath the controls of the call the phone is scrolled to; out of view a browser draws no frame. */
  const press = async (name: string): Promise<void> => {
    await seat.page.locator('iframe').scrollIntoViewIfNeeded();
    await button(name).click();
  };
  const picture = async (name: string): Promise<void> => {
    if (!SHOTS) return;
    await mkdir(SHOTS, { recursive: true });
    await seat.page.screenshot({ path: `${SHOTS}/${name}.png` });
  };

  it('chooses on one screen where calls reach them, and the wall says the same', async () => {
    await button('Where should calls reach you?').click();
    const choice = softphone.getByRole('combobox');
    await picture('reach');
    await choice.selectOption(`my phone ${PHONE_AS_READ}`);
    const onWall = seat.page.getByLabel('Join with');
    await until('the wall joins with the phone', async () =>
      (await onWall.inputValue()).startsWith('phone'),
    );
    await choice.selectOption('this computer');
    await until(
      'the wall joins with the computer',
      async () => (await onWall.inputValue()) === 'softphone',
    );
    await button('Close').click();
  });

  it('goes on listening with the phone, and comes back to this computer', async () => {
    await seat.page
      .locator('.body .row', { hasText: 'Ravi Patel' })
      .getByRole('button', { name: /Monitor/ })
      .click();
    await press('Continue on my phone');
    await softphone.getByText("You're on the call with", { exact: false }).waitFor();
    await alone('supervisor.phone');
    await seat.page.locator('.now').filter({ hasText: 'Now: Monitor' }).waitFor();
    await picture('elsewhere');
    await press('Continue on this computer');
    await alone('supervisor.softphone');
    await button('Continue on my phone').waitFor();
    await picture('back');
    assert.deepEqual(
      seat.consoleErrors.filter((line) => !line.includes('favicon')),
      [],
    );
  });

  it('joins with the phone at once where that was chosen on the wall', async () => {
    await seat.page.locator('.page-utility-panel [data-action="leave"]').click();
    await until('Dana has left', async () => (await labels()).length === 2);
    await seat.page.getByLabel('Join with').selectOption(`My phone, ${PHONE_AS_READ}`);
    const monitor = seat.page
      .locator('.body .row', { hasText: 'Ravi Patel' })
      .getByRole('button', { name: /Monitor/ });
    await monitor.click();
    await alone('supervisor');
    await softphone.getByText("You're on the call with", { exact: false }).waitFor();
    await picture('joined-by-phone');
  });
});
