import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { prepare } from '../../local/machine/build/prepare.ts';
import type { Console, Feed } from '../support/console.ts';
import { leaveAs, liveCallOf, superviseAs } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';
import { softphoneFrame, TONE } from './support/ear.ts';
import { closeToasts, shownAt, toast } from './support/toasts.ts';

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

/** Every page of the app that a rep has: its tabs, a record of each list, and what is not theirs. */
const EXPECTED = [
  'Home',
  'list Opportunity',
  'list Account',
  'list Contact',
  'list Lead',
  'tab Dealside_Call_List',
  'list Task',
  'list Call_Intervention__c',
  'list Help_Request__c',
  'list Rep_Call__c',
  'list Report',
  'list Dashboard',
  'record Opportunity',
  'record Account',
  'record Contact',
  'record Lead',
  'record Task',
  'record Call_Intervention__c',
  'record Help_Request__c',
  'record Rep_Call__c',
  'record Report',
  'record Dashboard',
  // Setup is no tab of a rep: its address says that it isn't available, and the rep is still told.
  'tab Dealside_Setup',
];
interface AppPage {
  readonly name: string;
  readonly path: string;
}

/** The page that a path of Lightning Experience leads to, without the record's id. */
function pageAt(path: string): AppPage {
  const [, kind, name, id] = /\/lightning\/(\w+)\/(\w+)(?:\/(\w+))?/.exec(path)!;
  if (kind === 'page') return { name: 'Home', path };
  if (kind === 'n') return { name: `tab ${name}`, path };
  return { name: `${id === 'list' || id === 'home' ? 'list' : 'record'} ${name}`, path };
}

describe('a rep with the phone’s panel closed', function () {
  this.timeout(900_000);
  let world: World;
  let lena: Seat;
  let maya: Console;
  let callId: string;
  let pages: readonly AppPage[];
  const delaysMs: number[] = [];

  before(async () => {
    await prepare();
    world = await startWorld({ tls: true });
    maya = world.as('maya');
    lena = await openSeat();
    callId = await liveCallOf(world, 'lena', 'Brightwater');
    await lena.page.goto(`${world.orgUrl}/as/lena/lightning/page/home`);
    await seen(lena).labeled('Dealside Phone');
    await addRecords();
    pages = await pagesOfApp();
  });
  after(async () => {
    await lena?.close();
    await world?.stop();
  });

  /** A record of each of the package's own lists, as the server writes them. */
  async function addRecords(): Promise<void> {
    await leaveAs(maya, callId, await superviseAs(world, maya, callId));
    const Rep__c = await world.as('lena').userId();
    for (const object of ['Help_Request__c', 'Rep_Call__c'])
      await world.orgControl(`insert/${object}`, { External_Id__c: 'shown', Rep__c });
    await until(
      'the intervention is in the org',
      async () => (await world.orgControl<unknown[]>('records/Call_Intervention__c')).length > 0,
    );
  }

  async function pagesOfApp(): Promise<readonly AppPage[]> {
    const tabs = await hrefs('nav.page-nav a');
    const records: string[] = [];
    for (const tab of tabs.filter((path) => path.includes('/o/'))) {
      await go(tab);
      const links = tab.endsWith('/home') ? '#main a[href*="/r/"]' : '#main table a';
      await lena.page.locator(links).first().waitFor();
      records.push(...(await hrefs(links)).slice(0, 1));
    }
    const setup = tabs[0]!.replace(/page\/home$/, 'n/Dealside_Setup');
    return [...tabs, ...records, setup].map(pageAt);
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

  /** How long after the server's notice of this mode the page has shown it. */
  async function noteDelay(interventionId: string, mode: string, words: string): Promise<void> {
    const { notices } = await feed();
    const given = [...notices.values()].find(
      (one) => one.interventionId === interventionId && one.mode === mode,
    )!;
    delaysMs.push((await shownAt(lena.page, words)) - Date.parse(given.at));
  }
  let ownFeed: Promise<Feed> | undefined;
  const feed = (): Promise<Feed> => (ownFeed ??= world.as('lena').watch());

  it('has all these pages', () =>
    assert.deepEqual(pages.map(({ name }) => name).toSorted(), EXPECTED.toSorted()));

  describe('learns on every page of the app who joins, how, why, and what they write (D23)', () => {
    for (const name of EXPECTED)
      it(`on the page: ${name}`, async () => {
        await go(pages.find((one) => one.name === name)!.path);
        const own = seen(lena);
        await feed();
        if (await own.isOpen()) await own.item.click();
        const interventionId = await superviseAs(world, maya, callId);
        await own.labeled('Monitor: Maya Okafor');
        await own.toast('Monitor: Maya Okafor');
        await noteDelay(interventionId, 'monitor', 'Monitor: Maya Okafor');
        const text = `Offer the second year (${name}).`;
        await maya.ask('POST', `/api/calls/${callId}/text-whispers`, {
          requestId: randomUUID(),
          text,
        });
        await own.toast('Message from Maya Okafor');
        await own.toast(text);
        await until(`the item is highlighted on ${name}`, own.isHighlighted);
        assert.equal(await own.isOpen(), false, name);
        const { textWhispers } = (await world.as('lena').call(callId)).body;
        await world
          .as('lena')
          .ask(
            'POST',
            `/api/calls/${callId}/text-whispers/${textWhispers.at(-1)!.textWhisperId}/seen`,
          );
        await maya.switchTo(interventionId, 'whisper');
        await own.labeled('Whisper: Maya Okafor');
        assert.equal(await own.isOpen(), false, name);
        await maya.switchTo(interventionId, 'barge', { reasonCode: 'large_deal' });
        await own.labeled('Barge: Maya Okafor');
        await own.toast('Large deal');
        await noteDelay(interventionId, 'barge', 'Large deal');
        await until(`the panel is open on ${name}`, own.isOpen);
        // One switch more in the same intervention costs less than an intervention of its own.
        const taken = await maya.switchTo(interventionId, 'takeover', {
          reasonCode: 'large_deal',
          repAfterTakeover: 'listens',
        });
        assert.equal(taken.status, 202, JSON.stringify(taken.body));
        await own.labeled('Takeover: Maya Okafor');
        await own.toast('Takeover: Maya Okafor');
        await noteDelay(interventionId, 'takeover', 'Takeover: Maya Okafor');
        await leaveAs(maya, callId, interventionId);
        await maya.giveOutcome(interventionId, { outcome: 'advanced' });
        await own.labeled('Dealside Phone');
        await own.closeToasts();
      });

    it('learns of it this soon', () => {
      const sorted = delaysMs.toSorted((a, b) => a - b);
      const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)]!;
      process.stdout.write(
        `      from the server's notice to the toast, ${sorted.length} times: median ${at(0.5)} ms, at most ${at(1)} ms\n`,
      );
      assert.equal(sorted.length, 3 * EXPECTED.length);
      assert.ok(sorted.every(Number.isFinite), 'each notice had its toast');
    });
  });

  it('keeps a takeover in sight through a reload', async () => {
    const own = seen(lena);
    await go(pages.at(-1)!.path);
    if (await own.isOpen()) await own.item.click();
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
