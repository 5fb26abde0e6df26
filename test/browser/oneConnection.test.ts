import assert from 'node:assert/strict';
import type { Page, Request } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { liveCallOf } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { startWorld, type World } from '../support/world.ts';
import { openSeat, type Seat } from './support/chromium.ts';

/** The live connections of a tab. */
interface Live {
  /** Open now. */
  open: number;
  /** The most there ever were at once. */
  most: number;
  /** Opened so far. */
  opened: number;
}

function countLive(page: Page): Live {
  const counted = { open: 0, most: 0, opened: 0 };
  const isLive = (request: Request) =>
    request.method() === 'GET' && new URL(request.url()).pathname === '/api/live';
  page.on('request', (request) => {
    if (!isLive(request)) return;
    counted.open += 1;
    counted.opened += 1;
    counted.most = Math.max(counted.most, counted.open);
  });
  const ended = (request: Request): void => {
    if (isLive(request)) counted.open -= 1;
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return counted;
}

describe('the live connection of a page', () => {
  let world: World;
  let seat: Seat;
  let recordUrl: string;

  before(async () => {
    await prepare();
    world = await startWorld();
    await world.carrierControl('POST', 'scripts', {
      address: '*',
      script: { toneHz: 400, ringMs: 100 },
    });
    await liveCallOf(world, 'lena', 'Brightwater');
    const opportunities =
      await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
    recordUrl = `${world.orgUrl}/as/maya/lightning/r/Opportunity/${opportunities.find((one) => one.Name.startsWith('Brightwater'))!.Id}/view`;
    seat = await openSeat();
  });
  afterEach(async () => {
    await seat.page.context().setOffline(false);
    for (const page of seat.page.context().pages()) if (page !== seat.page) await page.close();
  });
  after(async () => {
    await seat?.close();
    await world?.stop();
  });

  const shows = (page: Page) => page.getByText('Lena Brandt with Marcus Hale').first().waitFor();
  const open = async (): Promise<{ page: Page; live: Live }> => {
    const page = await seat.page.context().newPage();
    const live = countLive(page);
    await page.goto(recordUrl);
    return { page, live };
  };
  /** More components beside those of the record page, as an admin may place them. */
  const place = (page: Page, times: number) =>
    page.evaluate((count) => {
      const { make } = (
        globalThis as unknown as {
          platform: { make(tag: string, properties: object): HTMLElement };
        }
      ).platform;
      const { recordId } = document.querySelector('c-live-calls') as HTMLElement & {
        recordId: string;
      };
      for (let i = 0; i < count; i += 1)
        document.querySelector('.page-column_main')!.append(make('c-live-calls', { recordId }));
    }, times);
  const empty = (page: Page) =>
    page.evaluate(() => {
      for (const each of document.querySelectorAll('*'))
        if (each.localName.startsWith('c-')) each.remove();
    });

  it('is one, however many components stand on it', async () => {
    const { page, live } = await open();
    await shows(page);
    await place(page, 4);
    await until(
      'five components show the call',
      async () => (await page.getByText('Lena Brandt with Marcus Hale').count()) === 5,
    );
    assert.deepEqual(live, { open: 1, most: 1, opened: 1 });
  });

  it('is one between three tabs, all of them live, and passes on when its tab is closed', async () => {
    const tabs: Awaited<ReturnType<typeof open>>[] = [];
    // Who shows the call stands in line: the second before the third.
    for (let i = 0; i < 3; i += 1) {
      tabs.push(await open());
      await shows(tabs[i]!.page);
    }
    for (const { page } of tabs) await page.getByText('Live', { exact: true }).first().waitFor();
    assert.deepEqual(
      tabs.map(({ live }) => live.open),
      [1, 0, 0],
    );
    await tabs[0]!.page.close();
    await until('the second tab has the connection', () => tabs[1]!.live.open === 1);
    assert.deepEqual(
      tabs.map(({ live }) => live.most),
      [1, 1, 0],
    );

    const before = await world.as('maya').ask<{ calls: { callId: string }[] }>('GET', '/api/calls');
    await world
      .as('lena')
      .ask('POST', `/api/calls/${before.body.calls[0]!.callId}/hold`, { onHold: true });
    await tabs[2]!.page.getByText('On hold', { exact: false }).first().waitFor();
  });

  it('outlives a change of record, and is dropped when the last component goes', async () => {
    const { page, live } = await open();
    await shows(page);
    const requests: string[] = [];
    page.on(
      'request',
      (request) => request.url().endsWith('/api/live') && requests.push(request.url()),
    );
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByText('Lena Brandt').filter({ visible: true }).first().waitFor();
    await page.goBack();
    await shows(page);
    assert.deepEqual([requests.length, live.open], [0, 1]);
    await empty(page);
    await until('the page without components has no connection', () => live.open === 0);
  });

  it('comes back by itself when the network does', async () => {
    const { page } = await open();
    await shows(page);
    await page.context().setOffline(true);
    await page.getByText("You're offline.").first().waitFor();
    await shows(page);
    await page.context().setOffline(false);
    await page.getByText('Live', { exact: true }).first().waitFor();
  });

  it('comes back by itself when the server was killed', async () => {
    const { page, live } = await open();
    await shows(page);
    const before = live.opened;
    await world.killServer();
    await until('the page has another connection', () => live.opened > before && live.open === 1);
    await page.getByText('Live', { exact: true }).first().waitFor();
    await shows(page);
  });
});
