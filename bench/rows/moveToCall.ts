import type { Page } from 'playwright-core';
import { prepare } from '../../local/machine/build/prepare.ts';
import { openSeat, type Seat } from '../../test/browser/support/chromium.ts';
import { TONE } from '../../test/browser/support/ear.ts';
import { liveCallOf } from '../../test/support/stage.ts';
import { startWorld, type World } from '../../test/support/world.ts';
import { judged, type Row } from '../support/measures.ts';
import { median, seconds } from '../support/stats.ts';

const MOVES = 10;
const BOTH_WITHIN_MS = 3_000;
const ON_THE_CALL = 'Now: Monitor, no one hears you';

/**
 * A manager in Chromium who is on one call and moves to another: from the click until the
 * page that was clicked and the page of the deal in another tab both show where the manager is.
 */
export const moveToCall: Row = {
  name: 'moveToCall',
  what: 'moving from one call to another, until both open pages show it, in Chromium',
  async run(_bench, report) {
    await prepare();
    const world = await startWorld({ tls: true });
    let seat: Seat | undefined;
    try {
      await liveCallOf(world, 'ravi', 'Halcyon');
      await liveCallOf(world, 'lena', 'Brightwater');
      seat = await openSeat({ toneHz: TONE.supervisor, trusts: world.carrierCertificate });
      const took = await moves(world, seat);
      report(
        judged(`both pages are right, slowest of ${took.length}`, {
          value: Math.max(...took),
          show: seconds,
          limit: { most: BOTH_WITHIN_MS },
        }),
      );
      report({ what: 'both pages are right, median', value: seconds(median(took)), target: '' });
    } finally {
      await seat?.close();
      await world.stop();
    }
  },
};

/** How long each move took, in ms. */
async function moves(world: World, { page }: Seat): Promise<number[]> {
  await page.goto(`${world.orgUrl}/as/maya/lightning/page/home`);
  await page.frameLocator('iframe').locator('.phone-dot_registered').waitFor({ state: 'attached' });
  const dealPage = await page.context().newPage();
  await dealPage.goto(`${world.orgUrl}/as/maya/${await dealOf(world, 'Brightwater')}`);
  await page.bringToFront();
  await monitor(page, 'Ravi Patel');
  await isOn(page, 'Ravi Patel');
  const took: number[] = [];
  while (took.length < MOVES) {
    const goesToLena = took.length % 2 === 0;
    const name = goesToLena ? 'Lena Brandt' : 'Ravi Patel';
    const clickedAt = performance.now();
    // Nobody heard the manager, so there is no question first.
    await monitor(page, name);
    await Promise.all([
      isOn(page, name),
      dealPage
        .locator('#main .state__text', { hasText: ON_THE_CALL })
        .waitFor({ state: goesToLena ? 'visible' : 'detached' }),
    ]);
    took.push(performance.now() - clickedAt);
  }
  return took;
}

const monitor = (page: Page, name: string): Promise<void> =>
  page
    .locator('.body .row', { hasText: name })
    .getByRole('button', { name: /Monitor/ })
    .press('Enter');

const isOn = (page: Page, name: string): Promise<void> =>
  page
    .locator('.page-utility-panel c-call-bar')
    .filter({ hasText: name })
    .filter({ hasText: 'Now: Monitor' })
    .waitFor();

async function dealOf(world: World, name: string): Promise<string> {
  const deals = await world.orgControl<{ Id: string; Name: string }[]>('records/Opportunity');
  return `lightning/r/Opportunity/${deals.find((one) => one.Name.startsWith(name))!.Id}/view`;
}
