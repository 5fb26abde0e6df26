import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { TONE } from './support/ear.ts';

interface Room {
  readonly friendlyName: string;
  readonly participants: readonly { readonly label: string }[];
}

/** Where pictures of the steps are kept; none are taken without it. */
const { SHOTS } = process.env;

/** One scripted day: each step begins where the one before ended. */
describe('a manager who has barged into one rep’s call and clicks Monitor on another’s', () => {
  let world: World;
  let seat: Seat;
  let otherTab: Page;
  let ravis: string;
  let lenas: string;

  /** Of the calls on the page, those that Maya is on. */
  let mine: Locator;

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    ravis = await liveCallOf(world, 'ravi', 'Halcyon');
    lenas = await liveCallOf(world, 'lena', 'Brightwater');
    seat = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
    await seat.page.goto(`${world.orgUrl}/as/maya/lightning/page/home`);
    await seat.page
      .frameLocator('iframe')
      .locator('.phone-dot_registered')
      .waitFor({ state: 'attached' });
    mine = seat.page.locator('.page-utility-panel c-call-bar');
    otherTab = await seat.page.context().newPage();
    await otherTab.goto(`${world.orgUrl}/as/maya/${await dealOf('Brightwater')}`);
    await seat.page.bringToFront();
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const dealOf = async (name: string): Promise<string> => {
    const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    return `lightning/r/Opportunity/${deals.find((one) => one.Name.startsWith(name))!.Id}/view`;
  };
  const row = (name: string): Locator => seat.page.locator('.body .row', { hasText: name });
  const now = (page: Page): Locator => page.locator('.page-utility-panel .now');
  /** How many supervisors are on Ravi's call and how many on Lena's, at one moment. */
  async function supervisors(): Promise<number[]> {
    const rooms = await world.carrierControl<Room[]>('GET', 'conferences');
    return [ravis, lenas].map(
      (callId) =>
        rooms
          .find(({ friendlyName }) => friendlyName === callId)
          ?.participants.filter(({ label }) => label.startsWith('supervisor-')).length ?? 0,
    );
  }
  const picture = async (name: string, page = seat.page): Promise<void> => {
    if (!SHOTS) return;
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };
  const focused = (): Promise<string> =>
    seat.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.textContent?.trim() ?? '';
    });

  it('is asked by name, by keyboard, and stays where they were when they say so', async () => {
    await row('Ravi Patel')
      .getByRole('button', { name: /Monitor/ })
      .press('Enter');
    await now(seat.page).filter({ hasText: 'Now: Monitor' }).waitFor();
    await seat.page.keyboard.press('b');
    await seat.page.getByRole('button', { name: 'Barge without whispering' }).press('Enter');
    await seat.page.getByRole('combobox', { name: /Reason/ }).fill('negot');
    await seat.page.locator('.page-utility-panel').getByRole('option').first().click();
    await seat.page.getByRole('button', { name: 'Barge now' }).press('Enter');
    await now(seat.page).filter({ hasText: 'Now: Barge' }).waitFor();

    await row('Lena Brandt')
      .getByRole('button', { name: /Monitor/ })
      .press('Enter');
    const dialog = seat.page.getByRole('alertdialog', {
      name: 'Leave Ravi Patel and join Lena Brandt?',
    });
    await dialog.waitFor();
    await until('the dialog has the focus', async () =>
      (await focused()).includes('Leave Ravi Patel and join Lena Brandt'),
    );
    await picture('1-question');
    await seat.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await until('the row has the focus again', async () => (await focused()).includes('Monitor'));
    assert.deepEqual(await supervisors(), [1, 0]);
  });

  it('is off the first before on the second, and both pages say so', async () => {
    let both = 0;
    const look = async (): Promise<void> => {
      if ((await supervisors()).every((count) => count > 0)) both += 1;
    };
    const looking = setInterval(() => void look(), 20);
    try {
      await row('Lena Brandt')
        .getByRole('button', { name: /Monitor/ })
        .press('Enter');
      await until('the dialog has the focus', async () =>
        (await focused()).includes('Leave Ravi Patel and join Lena Brandt'),
      );
      await seat.page.keyboard.press('Enter');
      await mine.filter({ hasText: 'Lena Brandt' }).filter({ hasText: 'Now: Monitor' }).waitFor();
      await otherTab
        .locator('#main .state__text', { hasText: 'Now: Monitor, no one hears you' })
        .waitFor();
    } finally {
      clearInterval(looking);
    }
    assert.equal(both, 0, 'on two calls at once');
    assert.deepEqual(await supervisors(), [0, 1]);
    await until('Maya’s own call is one', async () => (await mine.count()) === 1);
    await row('Ravi Patel').locator('.on', { hasText: 'Unsupervised' }).waitFor();
    await picture('2-moved');
    await picture('3-moved-other-tab', otherTab);
  });

  it('goes from a notification to the call that needs help, and back by the wall', async () => {
    const asked = await world.as('ravi').ask('POST', `/api/calls/${ravis}/help`, {
      requestId: randomUUID(),
      reasonCode: 'pricing',
    });
    assert.equal(asked.status, 201);
    await seat.page
      .getByRole('button', { name: /^Notifications, \d+ new$/ })
      .click({ timeout: 120_000 });
    await seat.page
      .getByRole('list', { name: 'Notifications' })
      .getByRole('link', { name: /Ravi Patel/ })
      .first()
      .click();
    await seat.page
      .locator('#main')
      .getByRole('button', { name: 'Join to help' })
      .first()
      .press('Enter');
    await seat.page
      .locator('#main .state__text', { hasText: 'Now: Monitor, no one hears you' })
      .waitFor();
    assert.deepEqual(await supervisors(), [1, 0]);
    await picture('4-moved-from-notification');

    await seat.page.getByRole('link', { name: 'Home', exact: true }).click();
    await row('Lena Brandt')
      .getByRole('button', { name: /Monitor/ })
      .press('Enter');
    await mine.filter({ hasText: 'Lena Brandt' }).filter({ hasText: 'Now: Monitor' }).waitFor();
    assert.deepEqual(await supervisors(), [0, 1]);
  });

  it('stays with a customer whose rep has gone, and reads what to do', async () => {
    await seat.page.keyboard.press('t');
    await seat.page.getByLabel('Lena Brandt leaves the call').check();
    await seat.page.getByRole('combobox', { name: /Reason/ }).fill('negot');
    await seat.page.locator('.page-utility-panel').getByRole('option').first().click();
    await seat.page.getByRole('button', { name: 'Take over now' }).press('Enter');
    await now(seat.page).filter({ hasText: 'Now: Takeover' }).waitFor();
    await until('Lena is off', async () => !(await world.as('maya').call(lenas)).body.rep.present);
    await row('Ravi Patel')
      .getByRole('button', { name: /Monitor/ })
      .press('Enter');
    await seat.page
      .getByRole('button', { name: 'Leave Lena Brandt and join Ravi Patel' })
      .press('Enter');
    await seat.page
      .getByText(/Lena Brandt isn't on the call, so .* would have no one to talk to/)
      .waitFor();
    await seat.page.getByText(/Wait until Lena Brandt is back/).waitFor();
    await picture('5-refused');
    assert.deepEqual(await supervisors(), [0, 1]);
    assert.deepEqual(
      seat.consoleErrors.filter((line) => !/409|Failed to load resource/.test(line)),
      [],
    );
  });
});
