import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { prepare } from '../../local/machine/build/prepare.ts';
import type { Console } from '../support/console.ts';
import { leaveAs, liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import { closeToasts, toast } from './support/toasts.ts';

/** What people see of the utility bar, of toasts and of the notification tray, with the panel closed. */
const seen = (seat: Seat) => {
  const item = seat.page.locator('.page-utility-button').first();
  return {
    item,
    label: async () => (await item.innerText()).trim(),
    isHighlighted: () =>
      item.evaluate((one) => one.classList.contains('page-utility-button_highlighted')),
    isOpen: async () => (await item.getAttribute('aria-expanded')) === 'true',
    toast: (text: string) => toast(seat.page, text),
    closeToasts: () => closeToasts(seat.page),
    labeled: (beginning: string) =>
      until(`the item says ${beginning}`, async () =>
        (await item.innerText()).trim().startsWith(beginning),
      ),
  };
};

describe('a rep with the phone’s panel closed', () => {
  let world: World;
  let lena: Seat;
  let maya: Console;
  let callId: string;
  let pages: string[];

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    maya = world.as('maya');
    lena = await openSeat();
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    await lena.page.goto(`${world.orgUrl}/as/lena/lightning/page/home`);
    await seen(lena).labeled('Dealside Phone');
    pages = await pagesOfApp();
  });
  after(async () => {
    await lena?.close();
    await world?.stop();
  });

  /** Every page that the app has for this person: its tabs, and the first record of each list. */
  async function pagesOfApp(): Promise<string[]> {
    const tabs = await hrefs('nav.page-nav a');
    const records: string[] = [];
    for (const tab of tabs.filter((path) => path.includes('/o/'))) {
      await go(tab);
      await lena.page.locator('#main table a').first().waitFor();
      records.push(...(await hrefs('#main table a')).slice(0, 1));
    }
    return [...tabs, ...records];
  }

  const hrefs = (selector: string): Promise<string[]> =>
    lena.page
      .locator(selector)
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

  /** As a person does: by a link of the app, which keeps what is in the utility bar. */
  async function go(path: string): Promise<void> {
    await lena.page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, path);
    await lena.page.locator('#main .page-loading').waitFor({ state: 'detached' });
  }

  it('learns on every page of the app who joins and what they write (D23)', async () => {
    assert.ok(pages.length >= 3, `pages: ${pages.join(', ')}`);
    for (const path of pages) {
      await go(path);
      const own = seen(lena);
      const interventionId = await superviseAs(world, maya, callId);
      await own.labeled('Monitor: Maya Okafor');
      await own.toast('Monitor: Maya Okafor');
      const text = `Offer the second year (${path}).`;
      await maya.ask('POST', `/api/calls/${callId}/text-whispers`, {
        requestId: randomUUID(),
        text,
      });
      await own.toast('Message from Maya Okafor');
      await own.toast(text);
      await until(`the item is highlighted on ${path}`, own.isHighlighted);
      assert.equal(await own.isOpen(), false, path);
      const { textWhispers } = (await world.as('lena').call(callId)).body;
      await world
        .as('lena')
        .ask(
          'POST',
          `/api/calls/${callId}/text-whispers/${textWhispers.at(-1)!.textWhisperId}/seen`,
        );
      await leaveAs(maya, callId, interventionId);
      await own.labeled('Dealside Phone');
      await own.closeToasts();
    }
  });

  it('learns of each mode and its reason, and has the panel opened for a barge', async () => {
    const own = seen(lena);
    await go(pages.at(-1)!);
    const interventionId = await superviseAs(world, maya, callId);
    await maya.switchTo(interventionId, 'whisper');
    await own.labeled('Whisper: Maya Okafor');
    assert.equal(await own.isOpen(), false);
    await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
    await own.labeled('Barge: Maya Okafor');
    await own.toast('Large deal');
    await until('the panel is open', () => own.isOpen());
    const taken = await maya.switchTo(interventionId, 'takeover', {
      reasonCode: 'large_deal',
      repAfterTakeover: 'listens',
    });
    assert.equal(taken.status, 202, JSON.stringify(taken.body));
    await own.labeled('Takeover: Maya Okafor');
    await lena.page.reload();
    await own.labeled('Takeover: Maya Okafor');
    await own.toast('Takeover: Maya Okafor');
    await leaveAs(maya, callId, interventionId);
    await own.labeled('Dealside Phone');
    await own.closeToasts();
  });

  describe('asks for help in it', () => {
    let manager: Seat;

    before(async () => {
      manager = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
      await manager.page.goto(`${world.orgUrl}/as/maya/lightning/o/Opportunity/list`);
      await manager.page
        .frameLocator('iframe')
        .locator('.phone-dot_registered')
        .waitFor({ state: 'attached' });
    });
    after(() => manager?.close());

    it('reaches a supervisor on any page, by toast, notification and item (G14)', async () => {
      const own = seen(lena);
      if (!(await own.isOpen())) await own.item.click();
      await lena.page.locator('.page-utility-panel [data-action="help"]').click();
      await lena.page.locator('.page-utility-panel select[required]').selectOption('pricing');
      await lena.page
        .locator('.page-utility-panel #help-note, .page-utility-panel input[maxlength="255"]')
        .first()
        .fill('Wants 20 % off.');
      await lena.page.locator('.page-utility-panel [data-action="request"]').click();
      const theirs = seen(manager);
      await theirs.labeled('Help: Lena Brandt');
      await theirs.toast('Lena Brandt needs help: Pricing or discount');
      await theirs.toast('Wants 20 % off.');
      await manager.page.locator('.page-notifications-count', { hasText: '1' }).waitFor();
    });

    it('is joined by one click, and a barge has the reason filled in', async () => {
      await seen(manager).item.click();
      await manager.page.locator('.page-utility-panel [data-action="join-to-help"]').click();
      await softphoneFrame(manager.page).locator('[data-confirmed-mode="monitor"]').waitFor();
      await seen(lena).labeled('Monitor: Maya Okafor');
      await manager.page
        .locator('#main table a', { hasText: 'Brightwater' })
        .first()
        .evaluate((link) => (link as HTMLElement).click());
      await manager.page.locator('.page-utility-panel label[data-mode="barge"]').click();
      await manager.page.locator('#main', { hasText: 'Wants 20 % off.' }).waitFor();
      await manager.page.locator('.page-utility-panel [data-action="confirm"]').click();
      await softphoneFrame(manager.page).locator('[data-confirmed-mode="barge"]').waitFor();
      await seen(lena).toast('Help in negotiation');
    });
  });
});
